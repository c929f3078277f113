// UTF-8 read as an encoding of one byte a character: "â€™", "вЂ™", "ΓÇÖ", "Б─≥"
// are all ’.
//
// Every two to four characters whose bytes are one character of UTF-8 are a
// hit. A hit is proof when no living text holds such a sequence: a quote or
// dash (three signs that never meet), a letter of a word ("cafÃ©"), or a word
// of another script. "Г»" may end a quotation in a Russian text and "Её" is a
// Russian word, so such a hit is repaired only beside proof.
#include <algorithm>

#include "extract/text/mojibake.hpp"
#include "extract/text/single_byte.hpp"

namespace chancery {

namespace {

struct Hit {
    std::size_t first = 0, length = 0;  ///< characters as shown
    char32_t code = 0;                  ///< what the author typed; 0 when it is to be guessed
    bool proof = false, guessed = false;
};

bool ascii_upper(char32_t c) {
    return c >= 'A' && c <= 'Z';
}
bool ascii_lower(char32_t c) {
    return c >= 'a' && c <= 'z';
}
bool ascii_letter(char32_t c) {
    return ascii_upper(c) || ascii_lower(c);
}

bool cyrillic(char32_t c) {
    return c >= 0x400 && c <= 0x4ff;
}

/// Latin letters beyond ASCII and Cyrillic ones, by what they are: 'U' upper,
/// 'l' lower, 0 none.
char letter_case(char32_t c) {
    if (ascii_upper(c)) return 'U';
    if (ascii_lower(c)) return 'l';
    if (c >= 0xc0 && c <= 0xde && c != 0xd7) return 'U';
    if (c >= 0xdf && c <= 0xff && c != 0xf7) return 'l';
    if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17e)) return c % 2 == 1 ? 'U' : 'l';
    if (c == 0x178) return 'U';
    if (c >= 0x100 && c <= 0x17f) return c % 2 == 0 ? 'U' : 'l';
    if (c >= 0x400 && c <= 0x42f) return 'U';
    if (c >= 0x430 && c <= 0x45f) return 'l';
    return 0;
}

/// What may stand behind the last letter of a word: quotes, dashes, ellipsis, a
/// blank that does not break.
bool word_end(char32_t c) {
    return c == 0xbb || c == 0xab || c == 0xa0 || (c >= 0x2010 && c <= 0x2026) || c == 0x2039 || c == 0x203a;
}

/// The script of a letter that is neither Latin nor a sign, as a number; 0 for
/// all else.
int script_of(char32_t c) {
    if (c >= 0x370 && c <= 0x3ff) return 1;
    if (cyrillic(c)) return 2;
    if (c >= 0x530 && c <= 0x58f) return 3;
    if (c >= 0x5d0 && c <= 0x5ea) return 4;
    if (c >= 0x600 && c <= 0x6ff) return 5;
    if (c >= 0x900 && c <= 0x97f) return 6;
    if (c >= 0xe00 && c <= 0xe7f) return 7;
    if (c >= 0x10a0 && c <= 0x10ff) return 8;
    if ((c >= 0x3040 && c <= 0x30ff) || (c >= 0x4e00 && c <= 0x9fff)) return 9;
    if (c >= 0xac00 && c <= 0xd7a3) return 10;
    return 0;
}

class Scanner {
  public:
    Scanner(const std::vector<Character>& in, const SingleByteEncoding& encoding) : in_(in), encoding_(encoding) {}

    std::vector<Hit> run() {
        for (std::size_t i = 0; i + 1 < in_.size();) {
            if (in_[i].code < 0x80) {
                ++i;
                continue;
            }
            auto hit = at(i);
            if (hit.length == 0) hit = lost_at(i);
            if (hit.length == 0) {
                ++i;
                continue;
            }
            hits_.push_back(hit);
            i += hit.length;
        }
        judge();
        return std::move(hits_);
    }

  private:
    [[nodiscard]] char32_t code(std::size_t i) const { return i < in_.size() ? in_[i].code : U'\n'; }
    [[nodiscard]] char32_t before(std::size_t i) const { return i == 0 ? U'\n' : in_[i - 1].code; }

    /// The character of UTF-8 that begins at `i`.
    [[nodiscard]] Hit at(std::size_t i) const {
        const auto lead = encoding_.byte_of(in_[i].code);
        if (!lead || *lead < 0xc2 || *lead > 0xf4) return {};
        const std::size_t length = *lead >= 0xf0 ? 4 : *lead >= 0xe0 ? 3 : 2;
        if (i + length > in_.size()) return {};
        char32_t c = *lead & (0x7fU >> length);
        for (std::size_t k = 1; k < length; ++k) {
            const auto byte = in_[i + k].code < 0x80 ? std::nullopt : encoding_.byte_of(in_[i + k].code);
            if (!byte || (*byte & 0xc0U) != 0x80U) return {};
            c = (c << 6U) | (*byte & 0x3fU);
        }
        const char32_t least = length == 4 ? 0x10000 : length == 3 ? 0x800 : 0x80;
        if (c < least || c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff)) return {};
        return {i, length, c, false, false};
    }

    /// The first two bytes of a quote or dash whose third was lost on the way.
    [[nodiscard]] Hit lost_at(std::size_t i) const {
        if (encoding_.byte_of(in_[i].code) != 0xe2 || encoding_.byte_of(code(i + 1)) != 0x80) return {};
        if (in_[i].code == 0x201a) return {};  // MacRoman: a German quotation may begin with "‚Ä"
        const auto next = code(i + 2);
        if (encoding_.byte_of(next) && next >= 0x80) return {};
        const bool mark = next == 0xfffd || next == '?';
        const std::size_t length = mark ? 3 : 2;
        return {i, length, 0, true, true};
    }

    /// What English prose holds, or what the same damage left of it when it was
    /// done before.
    [[nodiscard]] bool typical(char32_t c) const {
        const bool mark = c >= 0x300 && c <= 0x36f;  // accents that are characters of their own
        return typical_of_prose(c) || mark || (c >= 0x80 && encoding_.byte_of(c).has_value());
    }

    /// Proof by what stands around, then by neighbours; what is neither proof nor
    /// typical is no hit.
    void judge() {
        for (auto& hit : hits_) hit.proof = hit.guessed || proves(hit);
        for (std::size_t h = 0; h < hits_.size();) {
            auto end = h + 1;
            while (end < hits_.size() && hits_[end].first == hits_[end - 1].first + hits_[end - 1].length) ++end;
            judge_chain(h, end);
            h = end;
        }
        std::erase_if(hits_, [this](const Hit& hit) {
            return !hit.proof && (!typical(hit.code) || hit.length > 2 || cyrillic(hit.code));
        });
    }

    /// Words of another script: three letters and more of one script, or two
    /// whose bytes were three each.
    void judge_chain(std::size_t first, std::size_t last) {
        for (auto h = first; h < last;) {
            const int script = script_of(hits_[h].code);
            auto end = h + 1;
            while (end < last && script != 0 && script_of(hits_[end].code) == script) ++end;
            const std::size_t shown = hits_[end - 1].first + hits_[end - 1].length - hits_[h].first;
            if (script != 0 && shown >= 6 &&
                (cyrillic(in_[hits_[h].first].code) || !quotes_alone(hits_[h].first, shown)))
                for (auto k = h; k < end; ++k) hits_[k].proof = true;
            h = end;
        }
        if (last - first < 2) return;
        const auto whole = [&](std::size_t h) { return typical(hits_[h].code) || hits_[h].proof; };
        const bool inside = ascii_letter(before(hits_[first].first)) ||
                            ascii_letter(code(hits_[last - 1].first + hits_[last - 1].length));
        bool all = inside || last - first >= 3;
        for (auto h = first; h < last; ++h) all = all || hits_[h].proof;
        for (auto h = first; h < last; ++h) all = all && whole(h);
        if (all)
            for (auto h = first; h < last; ++h) hits_[h].proof = true;
    }

    /// Letters among quotes and dashes alone: "é””é““" is typed so.
    [[nodiscard]] bool quotes_alone(std::size_t first, std::size_t length) const {
        for (auto i = first; i < first + length; ++i)
            if (!word_end(in_[i].code) && letter_case(in_[i].code) != 'l') return false;
        return true;
    }

    [[nodiscard]] bool proves(const Hit& hit) const {
        // a Russian sentence may hold the word "в" before a dash, so there only what is frequent is proof
        const bool word = in_[hit.first].code == 0x432;
        const bool sign = (hit.code >= 0x2000 && hit.code <= 0x206f) || (hit.code >= 0x20a0 && hit.code <= 0x20bf) ||
                          (hit.code >= 0x2100 && hit.code <= 0x2bff && (!word || typical(hit.code)));
        if (hit.length == 3 && (sign || hit.code == 0xfeff || hit.code == 0xfe0f || hit.code == 0xfffd)) return true;
        if (hit.length == 3 && hit.code >= 0x1ea0 && hit.code <= 0x1eff)
            return ascii_letter(before(hit.first)) || ascii_letter(code(hit.first + 3));
        if (hit.length == 4) return hit.code >= 0x1f300 && hit.code <= 0x1faff;
        return hit.length == 2 && typical(hit.code) && !cyrillic(hit.code) && !living(hit);
    }

    /// Whether the two characters shown may stand so in a text that is not
    /// broken.
    [[nodiscard]] bool living(const Hit& hit) const {
        const auto lead = in_[hit.first].code, trail = in_[hit.first + 1].code;
        const auto left = before(hit.first), right = code(hit.first + 2);
        if (cyrillic(lead)) {  // broken where a Latin word goes on at either side
            const bool latin = ascii_letter(left) || ascii_letter(right);
            const bool number = letter_case(trail) != 0 && right >= '0' && right <= '9';
            const bool sign = letter_case(trail) == 0 && !word_end(trail) && trail != 0x2116;  // "В©", but "В№ 5"
            return !latin && !number && !sign;
        }
        const char lead_case = letter_case(lead), trail_case = letter_case(trail);
        if (lead_case == 0) return false;
        if (trail >= 0x80 && trail < 0xa0) return false;
        if (trail == 0xa0) return letter_case(left) == 'U';
        if (trail_case == 0) return word_end(trail) && letter_case(left) != 'l' && letter_case(right) == 0;
        if (right >= '0' && right <= '9') return false;
        if (lead_case == 'U' && letter_case(left) == 'l') return false;
        if (trail_case == 'l') return letter_case(left) == 0 && lead_case != 'U';
        return letter_case(left) != 'l' && letter_case(right) != 'l';
    }

    const std::vector<Character>& in_;
    const SingleByteEncoding& encoding_;
    std::vector<Hit> hits_;
};

/// What the wrong one of two encodings gives: a capital inside a word ("MÌller" where the other gives "Müller"),
/// controls, blanks of odd width.
bool odd(const std::vector<Character>& in, const Hit& hit) {
    const auto c = hit.code;
    if ((c >= 0x80 && c < 0xa0) || (c >= 0x2000 && c < 0x2010) || (c >= 0x2028 && c < 0x2030)) return true;
    const auto end = hit.first + hit.length;
    return letter_case(c) == 'U' && hit.first > 0 && ascii_letter(in[hit.first - 1].code) && end < in.size() &&
           ascii_lower(in[end].code);
}

/// How much of the text the hits explain; less than 1 when nothing is proven.
int weight(const std::vector<Character>& in, const std::vector<Hit>& hits) {
    int sum = 0;
    bool proven = false;
    for (const auto& hit : hits) {
        proven = proven || hit.proof;
        if (hit.proof) sum += hit.guessed ? 1 : 2 * static_cast<int>(hit.length);
        sum -= odd(in, hit);
    }
    return proven ? std::max(sum, 1) : 0;
}

void apply(std::vector<Character>& characters, const std::vector<Hit>& hits, std::string_view code) {
    std::vector<Character> out;
    out.reserve(characters.size());
    std::size_t at = 0;
    for (const auto& hit : hits) {
        out.insert(out.end(), characters.begin() + at, characters.begin() + hit.first);
        const auto& first = characters[hit.first];
        const auto& last = characters[hit.first + hit.length - 1];
        const auto end = hit.first + hit.length;
        const bool blank_after = end >= characters.size() || blank(characters[end].code);
        const auto code_typed = hit.guessed ? guessed_punctuation(out, blank_after) : hit.code;
        out.push_back({code_typed, first.raw, last.raw + last.raw_length - first.raw,
                       hit.guessed ? std::string_view("mojibake.guessed") : code});
        at = hit.first + hit.length;
    }
    out.insert(out.end(), characters.begin() + at, characters.end());
    characters = std::move(out);
}

}  // namespace

bool repair_single_byte(std::vector<Character>& characters) {
    std::vector<Hit> best;
    std::pair<int, std::size_t> most{0, 0};
    const SingleByteEncoding* encoding = nullptr;
    for (const auto& candidate : single_byte_encodings()) {
        auto hits = Scanner(characters, candidate).run();
        const std::pair found{weight(characters, hits), hits.size()};
        if (found.first == 0 || found <= most) continue;
        most = found;
        best = std::move(hits);
        encoding = &candidate;
    }
    if (encoding == nullptr) return false;
    apply(characters, best, encoding->code());
    return true;
}

}  // namespace chancery
