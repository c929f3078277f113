// UTF-8 that a program took for another encoding and saved again: "â€™" for ’
// (Windows-1252), "鈥檚" for ’s (GBK).
//
// Clean and broken stretches mix in one article, so the repair works run by
// run: a run of characters that another encoding can write as bytes is written
// so, and where those bytes are UTF-8 again they are what the author typed.
// Damage may be stacked, so the repair runs until it finds nothing.
//
// Many encodings could explain one run ("Ã©" is Windows-1252, 1254 and
// ISO-8859-15 alike). The one that explains most of the article is taken. What
// each needs as proof stands with it.
#include "extract/text/mojibake.hpp"

#include <algorithm>

namespace chancery {

char32_t guessed_punctuation(const std::vector<Character>& before, bool blank_after) {
    if (before.empty() || blank(before.back().code)) return blank_after ? 0x2014 : 0x201c;
    if (!blank_after) return 0x2019;
    int open = 0;
    for (auto c = before.rbegin(); c != before.rend() && c->code != '\n' && open == 0; ++c)
        open = c->code == 0x201c ? 1 : c->code == 0x201d ? -1 : 0;
    const auto last = before.back().code;
    const bool letter = (last >= 'a' && last <= 'z') || (last >= 'A' && last <= 'Z');
    return open > 0 || !letter ? 0x201d : 0x2019;
}

namespace {

/// Quotes, dashes, blanks: beside each other in any text.
bool punctuation(char32_t c) {
    return (c >= 0x2010 && c <= 0x2026) || c == 0xa0 || c == 0xab || c == 0xbb;
}

/// Damage shows in two characters beyond ASCII side by side, or in signs of
/// East Asian scripts.
bool worth_a_look(const std::vector<Character>& characters) {
    char32_t last = 0;
    for (const auto& c : characters) {
        if (c.code >= 0x2e80 || (c.code >= 0x80 && last >= 0x80 && !(punctuation(c.code) && punctuation(last))))
            return true;
        last = c.code;
    }
    return false;
}

}  // namespace

void repair_mojibake(std::vector<Character>& characters) {
    if (!worth_a_look(characters)) return;
    for (int pass = 0; pass < 5 && repair_single_byte(characters);) ++pass;
    const bool eastern =
        std::any_of(characters.begin(), characters.end(), [](const Character& c) { return c.code >= 0x2e80; });
    if (eastern) repair_multibyte(characters);
    repair_misread(characters);
}

}  // namespace chancery
