#include "extract/input/bytes.hpp"

#include <fcntl.h>
#include <unistd.h>
#include <algorithm>
#include <cerrno>
#include <cstring>

namespace chancery {

namespace {

constexpr std::size_t block_size = 1U << 16U;

class FileSource final : public ByteSource {
  public:
    FileSource(const std::filesystem::path& path, std::shared_ptr<Budget> budget)
        : file_(path.empty() ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY)),
          owned_(!path.empty()),
          budget_(std::move(budget)) {
        if (file_ < 0) trouble_ = std::string("cannot be opened (") + std::strerror(errno) + "). Check its rights.";
    }
    ~FileSource() override {
        if (owned_ && file_ >= 0) ::close(file_);
    }

    std::string_view more() override {
        if (file_ < 0) return {};
        if (block_.empty()) block_.resize(block_size);
        ssize_t got = 0;
        do got = ::read(file_, block_.data(), block_.size());
        while (got < 0 && errno == EINTR);
        if (got < 0)
            trouble_ = std::string("cannot be read to its end (") + std::strerror(errno) + "). Check the disk.";
        if (got <= 0) return {};
        budget_->count_read(static_cast<std::size_t>(got));
        return {block_.data(), static_cast<std::size_t>(got)};
    }

  private:
    int file_;
    bool owned_;
    std::shared_ptr<Budget> budget_;
    std::string block_;
};

class MemorySource final : public ByteSource {
  public:
    explicit MemorySource(std::string bytes) : bytes_(std::move(bytes)) {}
    std::string_view more() override {
        if (given_) return {};
        given_ = true;
        return bytes_;
    }

  private:
    std::string bytes_;
    bool given_ = false;
};

}  // namespace

std::unique_ptr<ByteSource> file_source(const std::filesystem::path& path, std::shared_ptr<Budget> budget) {
    return std::make_unique<FileSource>(path, std::move(budget));
}

std::unique_ptr<ByteSource> memory_source(std::string bytes) {
    return std::make_unique<MemorySource>(std::move(bytes));
}

std::string_view Bytes::peek(std::size_t wanted) {
    if (held_.size() - at_ < wanted) {
        held_.erase(0, at_);
        at_ = 0;
        while (held_.size() < wanted) {
            const auto more = source_->more();
            if (more.empty()) break;
            held_.append(more);
        }
    }
    return std::string_view(held_).substr(at_, wanted);
}

std::string_view Bytes::block() {
    if (at_ < held_.size()) {
        const auto rest = std::string_view(held_).substr(at_);
        at_ = held_.size();
        return rest;
    }
    return source_->more();
}

bool Bytes::read(std::string& into, std::uint64_t limit) {
    while (limit > 0) {
        const auto next = peek(1);
        if (next.empty()) return true;
        const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(held_.size() - at_, limit));
        into.append(held_, at_, count);
        at_ += count;
        limit -= count;
    }
    return at_end();
}

std::uint64_t Bytes::skip(std::uint64_t count) {
    std::uint64_t done = 0;
    while (done < count && !peek(1).empty()) {
        const auto step = std::min<std::uint64_t>(held_.size() - at_, count - done);
        at_ += static_cast<std::size_t>(step);
        done += step;
    }
    return done;
}

bool Bytes::line(std::string& into, std::uint64_t limit) {
    into.clear();
    if (at_end()) return false;
    while (!at_end()) {
        const auto rest = std::string_view(held_).substr(at_);
        const auto end = rest.find('\n');
        const auto part = rest.substr(0, end);
        if (into.size() <= limit) into.append(part.substr(0, static_cast<std::size_t>(limit) + 1 - into.size()));
        at_ += part.size();
        if (end != std::string_view::npos) {
            ++at_;
            break;
        }
    }
    if (!into.empty() && into.back() == '\r') into.pop_back();
    return true;
}

}  // namespace chancery
