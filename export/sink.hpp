#pragma once
#include <array>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <initializer_list>
#include <iosfwd>
#include <memory>
#include <string_view>

#include "export/sixteen.hpp"

namespace chancery {

/// What a format writes for the ASCII characters that cannot stand for themselves. One table a format and place.
class Escapes {
  public:
    struct Pair {
        char character;
        std::string_view written;
    };
    constexpr Escapes(std::initializer_list<Pair> pairs) {
        for (std::size_t c = 0; c < classes_.size(); ++c)
            classes_[c] = c >= 0x80 ? multibyte : c < 0x20 || c == 0x7f ? dropped : plain;
        classes_['\t'] = classes_['\n'] = plain;
        for (const auto& pair : pairs) {
            classes_[static_cast<unsigned char>(pair.character)] = static_cast<std::uint8_t>(first + count_);
            written_[count_++] = pair.written;
            if (pair.character >= ' ') add_pattern(pair.character);
        }
        add_pattern('\x7f');
    }
    enum Class : std::uint8_t { plain, multibyte, dropped, first };
    [[nodiscard]] constexpr std::uint8_t class_of(char c) const { return classes_[static_cast<unsigned char>(c)]; }
    [[nodiscard]] constexpr std::string_view written(std::uint8_t c) const { return written_[c - first]; }

    /// Before the first byte of the block that is not plain; plain tabs and line ends stop it, too.
    [[nodiscard]] std::size_t plain_bytes(const Sixteen& block) const {
        return block.first_special(patterns_.data(), patterns_count_);
    }

  private:
    constexpr void add_pattern(char c) { patterns_[patterns_count_++].fill(c); }

    std::array<std::uint8_t, 256> classes_{};
    std::array<std::string_view, 16> written_{};
    std::array<std::array<char, Sixteen::size>, 8> patterns_{};
    std::uint8_t count_ = 0, patterns_count_ = 0;
};

/// A few bytes that a format writes again and again, copied without counting them.
class Piece {
  public:
    static constexpr std::size_t room = 48;
    Piece() = default;
    /// REQUIRES: bytes.size() <= room.
    explicit Piece(std::string_view bytes) : size_(static_cast<std::uint8_t>(bytes.size())) {
        bytes.copy(bytes_.data(), bytes.size());
    }
    [[nodiscard]] const char* data() const { return bytes_.data(); }
    [[nodiscard]] std::size_t size() const { return size_; }

  private:
    std::array<char, room> bytes_{};
    std::uint8_t size_ = 0;
};

inline constexpr Escapes xml_text{{'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}};
inline constexpr Escapes xml_attribute{{'&', "&amp;"},  {'<', "&lt;"},  {'>', "&gt;"},
                                       {'"', "&quot;"}, {'\t', "&#9;"}, {'\n', "&#10;"}};
inline constexpr Escapes json_text{{'"', "\\\""}, {'\\', "\\\\"}, {'\n', "\\n"}, {'\t', "\\t"}};

/// The one way out of every writer: a buffer before a stream. Text passes one loop that repairs and escapes it at once
/// (the rules of clean() in export/text.hpp); nothing is allocated for a value.
class Sink {
  public:
    /// `capacity` of the buffer in bytes: a small one serves small texts faster.
    explicit Sink(std::ostream& out, std::size_t capacity = std::size_t{256} * 1024);
    ~Sink() { flush(); }
    Sink(const Sink&) = delete;
    Sink& operator=(const Sink&) = delete;

    /// Bytes that are right as they are.
    void raw(std::string_view bytes) {
        if (bytes.size() > Piece::room) return long_raw(bytes);
        make_room();
        const auto* from = bytes.data();
        auto left = bytes.size();
        for (; left >= Sixteen::size; left -= Sixteen::size, from += Sixteen::size, at_ += Sixteen::size)
            Sixteen::load(from).store(at_);
        Sixteen::load(from, left).store(at_);
        at_ += left;
    }
    template <std::size_t N>
    void raw(const char (&literal)[N]) {
        if (N - 1 > Piece::room) return long_raw({literal, N - 1});
        make_room();
        std::memcpy(at_, literal, N - 1);
        at_ += N - 1;
    }
    void raw(const Piece& piece) {
        make_room();
        std::memcpy(at_, piece.data(), Piece::room);
        at_ += piece.size();
    }
    void raw(char byte) {
        make_room();
        *at_++ = byte;
    }
    void text(std::string_view value, const Escapes& escapes);
    /// An XML attribute's value behind `before`, which opens its quotes.
    void attribute(std::string_view before, std::string_view value) {
        raw(before);
        text(value, xml_attribute);
    }
    void number(std::uint64_t value) {
        make_room();
        at_ = std::to_chars(at_, at_ + Piece::room, value).ptr;
    }
    /// 930 as 0.93.
    void per_mille(std::uint16_t value);
    /// A value of a column: whole, or the shortest digits that read back the same.
    void value(double value, bool whole);
    /// "2031-03-04". REQUIRES: a year of four digits, as days_of() gives.
    void day(std::chrono::sys_days day);
    void flush();
    /// Where it flushes to.
    [[nodiscard]] std::ostream& stream() const { return out_; }

  private:
    /// For a piece at least: behind end_ there is as much again.
    void make_room() {
        if (at_ >= end_) flush();
    }
    void long_raw(std::string_view bytes);
    const char* characters(std::string_view value, std::size_t at, const Escapes& escapes);
    const char* special(std::string_view value, std::size_t at, const Escapes& escapes);

    std::ostream& out_;
    std::unique_ptr<char[]> buffer_;
    char *at_, *end_;
};

}  // namespace chancery
