#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace chancery {

/// Gathers values and gives a number that other values do not share: the first eight bytes of their SHA-256.
class RowDigest {
  public:
    RowDigest& add(std::string_view text) {
        add(text.size());
        bytes_.append(text);
        return *this;
    }
    RowDigest& add(std::uint64_t number) {
        for (unsigned shift = 0; shift < 64; shift += 8) bytes_.push_back(static_cast<char>((number >> shift) & 0xffU));
        return *this;
    }
    [[nodiscard]] std::int64_t value() const;

  private:
    std::string bytes_;
};

/// 64 hex digits.
[[nodiscard]] std::string sha256_of(std::string_view bytes);

}  // namespace chancery
