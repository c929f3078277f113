#include "extract/text/prose.hpp"

#include <algorithm>
#include <array>

namespace chancery {

namespace {

bool small(char c) {
    return c >= 'a' && c <= 'z';
}
bool capital(char c) {
    return c >= 'A' && c <= 'Z';
}
bool digit(char c) {
    return c >= '0' && c <= '9';
}

/// Calls `take` with each word of the line, signs trimmed.
template <typename Take>
void each_word(std::string_view line, Take take) {
    for (std::size_t at = 0; at < line.size();) {
        const auto end = std::min(line.find_first_of(" \n", at), line.size());
        auto word = line.substr(at, end - at);
        while (!word.empty() && !small(word.back()) && !capital(word.back()) && !digit(word.back()) && word.back() > 0)
            word.remove_suffix(1);
        while (!word.empty() && !small(word.front()) && !capital(word.front()) && !digit(word.front()) &&
               word.front() > 0)
            word.remove_prefix(1);
        if (!word.empty()) take(word);
        at = end + 1;
    }
}

}  // namespace

std::string letters_only(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (text.substr(i, 2) == "\xc2\xa0")
            ++i;
        else if (text.substr(i, 2) == "\xe2\x80")  // quotes, dashes, blanks
            i += 2;
        else if (small(c) || digit(c) || c < 0)
            out.push_back(c);
        else if (capital(c))
            out.push_back(static_cast<char>(c + 32));
    }
    return out;
}

bool ends_like_prose(std::string_view text) {
    constexpr std::array<std::string_view, 7> closing = {"\"",           "'",       ")", "]", "\xe2\x80\x9d",
                                                         "\xe2\x80\x99", "\xc2\xbb"};
    constexpr std::array<std::string_view, 4> final_sign = {".", "!", "?", "\xe2\x80\xa6"};
    for (bool again = true; again;) {
        again = false;
        for (const auto sign : closing)
            if (text.ends_with(sign)) {
                text.remove_suffix(sign.size());
                again = true;
            }
    }
    return std::any_of(final_sign.begin(), final_sign.end(), [&](auto sign) { return text.ends_with(sign); });
}

bool looks_like_byline(std::string_view text) {
    if (text.size() > 90 || !(text.starts_with("By ") || text.starts_with("BY ") || text.starts_with("by ")))
        return false;
    std::size_t odd = 0;
    each_word(text.substr(3), [&](std::string_view word) {
        odd += small(word[0]) && word != "and" && word != "in" && word != "of" && word != "for" && word != "the" &&
               word != "at" && word != "on";
    });
    return odd == 0;
}

bool looks_like_date(std::string_view text) {
    if (text.size() > 90) return false;
    constexpr std::array<std::string_view, 47> known = {
        "jan",      "feb",   "mar",   "apr",     "may",  "jun", "jul",       "aug",     "sep",    "sept",
        "oct",      "nov",   "dec",   "mon",     "tue",  "wed", "thu",       "fri",     "sat",    "sun",
        "tues",     "thur",  "thurs", "weds",    "am",   "pm",  "gmt",       "est",     "edt",    "utc",
        "bst",      "et",    "ist",   "cet",     "at",   "on",  "published", "updated", "posted", "last",
        "modified", "first", "date",  "publish", "time", "min", "read"};
    constexpr std::array<std::string_view, 19> full = {"january",  "february", "march",     "april",     "june",
                                                       "july",     "august",   "september", "october",   "november",
                                                       "december", "monday",   "tuesday",   "wednesday", "thursday",
                                                       "friday",   "saturday", "sunday",    "of"};
    std::size_t odd = 0, numbers = 0;
    each_word(text, [&](std::string_view word) {
        if (std::any_of(word.begin(), word.end(), digit)) {
            ++numbers;
            return;
        }
        const auto folded = letters_only(word);
        odd += std::find(known.begin(), known.end(), folded) == known.end() &&
               std::find(full.begin(), full.end(), folded) == full.end();
    });
    return numbers > 0 && odd == 0;
}

bool looks_like_credit(std::string_view text) {
    constexpr std::array<std::string_view, 9> signs = {"image:",   "photo:",      "picture:", "credit:",   "photo by",
                                                       "image by", "photograph:", "ap photo", "file photo"};
    std::string end;  // of the line, small
    for (const char c : text.substr(text.size() > 120 ? text.size() - 120 : 0))
        end.push_back(capital(c) ? static_cast<char>(c + 32) : c);
    for (const auto sign : signs) {
        const auto at = end.rfind(sign);
        if (at == end.npos) continue;
        const bool opens = at == 0 || end[at - 1] == '(' || end[at - 1] == '[' || end[at - 1] == '|';
        const bool own = at >= 2 && end[at - 1] == ' ' && (end[at - 2] == '.' || end[at - 2] == '"');
        if ((opens || own) && end.size() - at < 70) return true;
    }
    return false;
}

bool disguised(std::string_view text) {
    std::size_t mixed = 0;
    each_word(text, [&](std::string_view word) {
        bool latin = false, other = false;
        for (std::size_t i = 0; i < word.size(); ++i) {
            latin = latin || small(word[i]) || capital(word[i]);
            const auto byte = static_cast<unsigned char>(word[i]);
            other = other || (byte >= 0xcd && byte <= 0xd3);  // the lead bytes of Greek and Cyrillic
        }
        mixed += latin && other;
    });
    return mixed >= 3;
}

}  // namespace chancery
