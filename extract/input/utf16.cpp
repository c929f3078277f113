#include "extract/input/utf16.hpp"

#include <string>

namespace chancery {

namespace {

void append(std::string& out, std::uint32_t c) {
    const auto put = [&](std::uint32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xc0U | c >> 6U);
        put(0x80U | (c & 0x3fU));
    } else {
        if (c < 0x10000) {
            put(0xe0U | c >> 12U);
        } else {
            put(0xf0U | c >> 18U);
            put(0x80U | (c >> 12U & 0x3fU));
        }
        put(0x80U | (c >> 6U & 0x3fU));
        put(0x80U | (c & 0x3fU));
    }
}

class Utf16Source final : public ByteSource {
  public:
    explicit Utf16Source(Bytes bytes) : bytes_(std::move(bytes)) {
        little_ = bytes_.peek(2).starts_with('\xff');
        bytes_.take(2);
    }

    std::string_view more() override {
        out_.clear();
        while (out_.empty()) {
            const auto block = bytes_.peek(1U << 15U);
            if (block.empty()) {
                if (high_ != 0) append(out_, 0xfffd);
                high_ = 0;
                break;
            }
            for (std::size_t i = 0; i + 1 < block.size(); i += 2) unit(block[i], block[i + 1]);
            if (block.size() == 1) append(out_, 0xfffd);
            bytes_.take(block.size() == 1 ? 1 : block.size() & ~std::size_t{1});
        }
        trouble_ = bytes_.trouble();
        return out_;
    }

  private:
    void unit(char first, char second) {
        const auto a = static_cast<unsigned char>(first), b = static_cast<unsigned char>(second);
        const std::uint32_t c = little_ ? a | b << 8U : b | a << 8U;
        const bool low = c >= 0xdc00 && c < 0xe000;
        if (high_ != 0) append(out_, low ? 0x10000 + ((high_ - 0xd800) << 10U) + (c - 0xdc00) : 0xfffd);
        const bool joined = high_ != 0 && low;
        high_ = c >= 0xd800 && c < 0xdc00 ? c : 0;
        if (high_ == 0 && !joined) append(out_, low ? 0xfffd : c);
    }

    Bytes bytes_;
    std::string out_;
    std::uint32_t high_ = 0;  ///< the first half of a pair
    bool little_;
};

}  // namespace

std::unique_ptr<ByteSource> utf16_source(Bytes bytes) {
    return std::make_unique<Utf16Source>(std::move(bytes));
}

bool starts_utf16(std::string_view head) {
    return head.size() > 3 && (head.starts_with("\xff\xfe") || head.starts_with("\xfe\xff")) &&
           (head[2] != '\0' || head[3] != '\0');
}

}  // namespace chancery
