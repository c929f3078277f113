#include "extract/text/date.hpp"

#include <array>
#include <charconv>
#include <vector>

namespace chancery {

namespace {

constexpr std::array<std::string_view, 12> months = {"jan", "feb", "mar", "apr", "may", "jun",
                                                     "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::array<std::string_view, 12> full_months = {"january",   "february", "march",    "april",
                                                          "may",       "june",     "july",     "august",
                                                          "september", "october",  "november", "december"};

bool digit(char c) {
    return c >= '0' && c <= '9';
}
bool letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

int month_of(std::string_view word) {
    std::string folded;
    for (const char c : word) folded.push_back(lower(c));
    for (std::size_t m = 0; m < 12; ++m)
        if (folded == full_months[m] || folded == months[m] || (m == 8 && folded == "sept"))
            return static_cast<int>(m) + 1;
    return 0;
}

int number(std::string_view word) {
    int value = -1;
    std::from_chars(word.data(), word.data() + word.size(), value);
    return value;
}

int days_in(int year, int month) {
    constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[static_cast<std::size_t>(month - 1)];
}

std::optional<std::string> iso(int year, int month, int day) {
    if (year >= 0 && year < 100) year += year >= 50 ? 1900 : 2000;
    if (year < 1800 || year > 2199 || month < 1 || month > 12 || day < 1 || day > days_in(year, month))
        return std::nullopt;
    std::string date = std::to_string(year);
    for (const int part : {month, day}) {
        date += part < 10 ? "-0" : "-";
        date += std::to_string(part);
    }
    return date;
}

/// Runs of letters and runs of digits.
std::vector<std::string_view> pieces(std::string_view text) {
    std::vector<std::string_view> result;
    for (std::size_t i = 0; i < text.size() && result.size() < 60;) {
        const auto same = digit(text[i]) ? digit : letter(text[i]) ? letter : nullptr;
        auto end = i + 1;
        while (same != nullptr && end < text.size() && same(text[end])) ++end;
        if (same != nullptr) result.push_back(text.substr(i, end - i));
        i = end;
    }
    return result;
}

}  // namespace

bool iso_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    for (const std::size_t i : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U})
        if (!digit(text[i])) return false;
    return iso(number(text.substr(0, 4)), number(text.substr(5, 2)), number(text.substr(8, 2))).has_value();
}

std::optional<std::string> find_date(std::string_view text) {
    for (std::size_t i = 0; i + 10 <= text.size() && i < 200; ++i)
        if (iso_date(text.substr(i, 10)) && (i == 0 || !digit(text[i - 1])) &&
            (i + 10 == text.size() || !digit(text[i + 10])))
            return std::string(text.substr(i, 10));
    const auto words = pieces(text);
    const auto ordinal = [](std::string_view w) { return w == "st" || w == "nd" || w == "rd" || w == "th"; };
    for (std::size_t i = 0; i < words.size(); ++i) {
        const int month = month_of(words[i]);
        if (month == 0) continue;
        const auto at = [&](std::size_t k) { return k < words.size() && digit(words[k][0]) ? number(words[k]) : -1; };
        auto before = i;
        if (before > 0 && ordinal(words[before - 1])) --before;
        auto after = i + 2;
        if (after < words.size() && ordinal(words[after])) ++after;
        if (at(i + 1) > 0 && words[i + 1].size() <= 2 && at(after) > 0 && words[after].size() == 4)
            if (auto date = iso(at(after), month, at(i + 1))) return date;
        if (before > 0 && at(before - 1) > 0 && words[before - 1].size() <= 2 && at(i + 1) >= 0 &&
            (words[i + 1].size() == 4 || words[i + 1].size() == 2))
            if (auto date = iso(at(i + 1), month, at(before - 1))) return date;
    }
    return std::nullopt;
}

}  // namespace chancery
