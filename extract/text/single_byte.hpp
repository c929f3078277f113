#pragma once
#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

namespace chancery {

/// An encoding of one byte a character, as far as repairs need it.
class SingleByteEncoding {
  public:
    /// `icu` is ICU's name of it, `code` the literal that Problems about it carry. With `latin1` the C1 controls stand
    /// for their numbers as well, as ISO-8859-1 has it.
    SingleByteEncoding(const char* icu, std::string_view code, bool latin1 = false);

    [[nodiscard]] std::string_view code() const { return code_; }

    /// The byte that this encoding reads as `c`; only bytes from 0x80 on. Bytes that it leaves open stand for the C1
    /// control of the same number, as browsers have it.
    [[nodiscard]] std::optional<unsigned char> byte_of(char32_t c) const;

    /// What this encoding reads byte `b` as. REQUIRES: b >= 0x80.
    [[nodiscard]] char32_t character_of(unsigned char b) const { return high_[b - 0x80U]; }

  private:
    std::string_view code_;
    bool latin1_;
    std::array<char32_t, 128> high_{};
    std::array<std::pair<char32_t, unsigned char>, 128> bytes_{};  // sorted by character
};

/// Those that UTF-8 is taken for in practice, the likelier first: Windows-1252 (which stands for ISO-8859-1 as well),
/// 1250, 1251, 1254, ISO-8859-2, ISO-8859-15, MacRoman, CP437, CP850, KOI8-R.
[[nodiscard]] std::span<const SingleByteEncoding> single_byte_encodings();

}  // namespace chancery
