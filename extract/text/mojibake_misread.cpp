// Bytes of Windows-1251, KOI8-R or Windows-1253 read as Windows-1252: "Ìîñêâà" is Москва.
//
// No living language writes words of five letters and more without a single ASCII one in Latin script, so such words
// are damage when another encoding makes words of them: letters that are frequent in Russian or Greek, vowels among
// consonants, capitals only at the beginning. Other words are repaired beside repaired ones.
#include <algorithm>
#include <array>
#include <string_view>

#include "extract/text/mojibake.hpp"
#include "extract/text/single_byte.hpp"

namespace chancery {

namespace {

struct Reading {
    SingleByteEncoding encoding;
    std::u32string_view frequent, vowels;  ///< small letters
};

const std::array<Reading, 3>& readings() {
    static const std::array<Reading, 3> all = {{
        {{"windows-1251", "mojibake.from-cp1251"}, U"оеаинтсрвлкмдпуя", U"аеёиоуыэюяіїє"},
        {{"KOI8-R", "mojibake.from-koi8r"}, U"оеаинтсрвлкмдпуя", U"аеёиоуыэюя"},
        {{"windows-1253", "mojibake.from-cp1253"}, U"αοιετσνηυρπκμλς", U"αεηιουωάέήίόύώ"},
    }};
    return all;
}

const SingleByteEncoding& shown() {
    return single_byte_encodings().front();  // Windows-1252
}

/// A letter beyond ASCII as Windows-1252 shows the bytes from 0xC0 on, and the two for Ё.
bool shown_letter(char32_t c) {
    return (c >= 0xc0 && c <= 0xff) || c == 0xa8 || c == 0xb8;
}

bool letter(char32_t c) {
    return shown_letter(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= 0x100 && c <= 0x24f);
}

char32_t small(char32_t c) {
    if (c >= 0x410 && c <= 0x42f) return c + 32;
    if (c >= 0x400 && c <= 0x40f) return c + 80;
    if (c >= 0x391 && c <= 0x3a9) return c + 32;
    return c;
}

/// A word of shown letters alone.
struct Piece {
    std::size_t first = 0, last = 0;
};

/// "áéíóú": letters of one accent are a list of vowels.
bool one_accent(const std::vector<Character>& in, std::size_t first, std::size_t last) {
    static constexpr std::array<std::u32string_view, 4> accents = {U"áéíóúýÁÉÍÓÚÝ", U"àèìòùÀÈÌÒÙ", U"âêîôûÂÊÎÔÛ",
                                                                   U"äëïöüÿÄËÏÖÜ"};
    return std::any_of(accents.begin(), accents.end(), [&](std::u32string_view letters) {
        for (auto i = first; i < last; ++i)
            if (letters.find(in[i].code) == std::u32string_view::npos) return false;
        return true;
    });
}

std::vector<Piece> pieces_of(const std::vector<Character>& in) {
    std::vector<Piece> pieces;
    for (std::size_t i = 0; i < in.size();) {
        if (!letter(in[i].code)) {
            ++i;
            continue;
        }
        auto end = i;
        bool all = true;
        for (; end < in.size() && letter(in[end].code); ++end) all = all && shown_letter(in[end].code);
        if (all && (end - i < 3 || !one_accent(in, i, end))) pieces.push_back({i, end});
        i = end;
    }
    return pieces;
}

std::u32string decoded(const std::vector<Character>& in, Piece piece, const SingleByteEncoding& encoding) {
    std::u32string word;
    for (auto i = piece.first; i < piece.last; ++i) {
        const auto byte = shown().byte_of(in[i].code);
        word.push_back(byte ? encoding.character_of(*byte) : U'?');
    }
    return word;
}

/// How much a decoded word looks like one, from 0 to its length.
double likeness(std::u32string_view word, const Reading& reading) {
    std::size_t frequent = 0, vowels = 0, capitals = 0;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const auto c = small(word[i]);
        const bool in_script = (c >= 0x430 && c <= 0x45f) || (c >= 0x3ac && c <= 0x3ce);
        if (!in_script) return 0;
        frequent += reading.frequent.find(c) != std::u32string_view::npos;
        vowels += reading.vowels.find(c) != std::u32string_view::npos;
        capitals += c != word[i] && i > 0;
    }
    const bool shape = vowels * 5 >= word.size() && vowels * 3 <= word.size() * 2 + 1;
    const bool one_case = capitals == 0;
    return shape && one_case && 10 * frequent >= 6 * word.size() ? static_cast<double>(frequent) : 0;
}

bool beside(const std::vector<Character>& in, Piece left, Piece right) {
    return right.first == left.last + 1 && blank(in[left.last].code);
}

}  // namespace

bool repair_misread(std::vector<Character>& characters) {
    const auto pieces = pieces_of(characters);
    const Reading* best = nullptr;
    double most = 0;
    for (const auto& reading : readings()) {
        double sum = 0;
        for (const auto piece : pieces)
            if (piece.last - piece.first >= 5) sum += likeness(decoded(characters, piece, reading.encoding), reading);
        if (sum > most) {
            most = sum;
            best = &reading;
        }
    }
    if (best == nullptr) return false;
    std::vector<char> good(pieces.size(), 0);
    for (std::size_t p = 0; p < pieces.size(); ++p)
        good[p] = pieces[p].last - pieces[p].first >= 5 &&
                  likeness(decoded(characters, pieces[p], best->encoding), *best) > 0;
    for (std::size_t p = 1; p < pieces.size(); ++p)
        if (good[p - 1] && beside(characters, pieces[p - 1], pieces[p])) good[p] = 1;
    for (std::size_t p = pieces.size(); p-- > 1;)
        if (good[p] && beside(characters, pieces[p - 1], pieces[p])) good[p - 1] = 1;
    for (std::size_t p = 0; p < pieces.size(); ++p) {
        if (!good[p]) continue;
        const auto word = decoded(characters, pieces[p], best->encoding);
        for (std::size_t i = 0; i < word.size(); ++i) {
            characters[pieces[p].first + i].code = word[i];
            characters[pieces[p].first + i].problem = best->encoding.code();
        }
    }
    return true;
}

}  // namespace chancery
