#pragma once
#include <vector>

#include "extract/text/characters.hpp"

namespace chancery {

/// What English prose holds beyond ASCII: punctuation, signs and Latin letters.
[[nodiscard]] constexpr bool typical_of_prose(char32_t c) {
    return (c >= 0x2010 && c <= 0x203a) || (c >= 0xa0 && c <= 0x17f) || (c >= 0x218 && c <= 0x21b) ||
           (c >= 0x20a0 && c <= 0x20bf) || c == 0x2116 || c == 0x2122 || (c >= 0x1ea0 && c <= 0x1eff);
}

/// A quote or dash whose last bytes were lost, guessed from what stands before it (nothing is the begin) and whether a
/// blank stands behind it. What ends a word closes a quotation where one is open in the paragraph, else it is an
/// apostrophe ("the victims’ families").
[[nodiscard]] char32_t guessed_punctuation(const std::vector<Character>& before, bool blank_after);

/// Nothing, or a blank or line end.
[[nodiscard]] constexpr bool blank(char32_t c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == 0xa0;
}

/// The steps of repair_mojibake, each a pass of its own. True when something was repaired.
bool repair_single_byte(std::vector<Character>& characters);  ///< UTF-8 read as an encoding of one byte a character
bool repair_multibyte(std::vector<Character>& characters);    ///< UTF-8 read as GBK, Shift-JIS, Big5, EUC-KR
bool repair_misread(std::vector<Character>& characters);      ///< Cyrillic or Greek bytes read as Windows-1252

}  // namespace chancery
