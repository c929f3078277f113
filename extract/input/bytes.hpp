#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "extract/input/document.hpp"

namespace chancery {

/// Bytes that come block by block: a file, a member of an archive, what a compressed stream unpacks to.
class ByteSource {
  public:
    ByteSource() = default;
    ByteSource(const ByteSource&) = delete;
    ByteSource& operator=(const ByteSource&) = delete;
    virtual ~ByteSource() = default;

    /// The next bytes, empty at the end. Valid until the next call.
    virtual std::string_view more() = 0;

    /// Why the bytes ended early; empty when they are whole so far.
    [[nodiscard]] const std::string& trouble() const { return trouble_; }

  protected:
    std::string trouble_;
};

/// What one file of the command line or a folder has cost so far; shared by everything that is unpacked from it.
class Budget {
  public:
    explicit Budget(const InputLimits& limits) : limits_(limits) {}

    void count_read(std::size_t bytes) { read_ += bytes; }

    /// Counts bytes that came out of a compression or an archive. False when that is more than may be.
    bool count_unpacked(std::size_t bytes) {
        unpacked_ += bytes;
        return !spent();
    }
    [[nodiscard]] bool spent() const { return unpacked_ > InputLimits::expansion_floor + read_ * limits_.expansion; }

    [[nodiscard]] const InputLimits& limits() const { return limits_; }

  private:
    InputLimits limits_;
    std::uint64_t read_ = 0, unpacked_ = 0;
};

/// A file, read in blocks. Standard input for an empty path.
[[nodiscard]] std::unique_ptr<ByteSource> file_source(const std::filesystem::path& path,
                                                      std::shared_ptr<Budget> budget);

/// Bytes that are at hand.
[[nodiscard]] std::unique_ptr<ByteSource> memory_source(std::string bytes);

/// A source with a look ahead. What it holds is bounded by the largest look, never by the source.
class Bytes {
  public:
    explicit Bytes(std::unique_ptr<ByteSource> source) : source_(std::move(source)) {}

    /// The next bytes without taking them: `wanted`, or all that are left. Valid until the next call of anything.
    [[nodiscard]] std::string_view peek(std::size_t wanted);

    /// Takes bytes that were seen by peek().
    void take(std::size_t count) { at_ += count; }

    /// Takes whatever comes next; empty at the end. Valid until the next call of anything.
    [[nodiscard]] std::string_view block();

    /// Reads on until `limit` bytes more than `into` holds; the rest stays. True when that was the end.
    bool read(std::string& into, std::uint64_t limit);

    /// Takes `count` bytes, or all that are left; how many there were.
    std::uint64_t skip(std::uint64_t count);

    /// The next line without its line end, of a longer one only `limit` bytes and one more. False at the end.
    bool line(std::string& into, std::uint64_t limit);

    [[nodiscard]] bool at_end() { return peek(1).empty(); }
    [[nodiscard]] const std::string& trouble() const { return source_->trouble(); }

  private:
    std::unique_ptr<ByteSource> source_;
    std::string held_;
    std::size_t at_ = 0;
};

}  // namespace chancery
