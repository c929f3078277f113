#include "graph/days.hpp"

#include <array>

namespace chancery {

namespace {

std::optional<int> digits(std::string_view text) {
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

int last_day(int year, int month) {
    constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[static_cast<std::size_t>(month - 1)];
}

/// The first or last day of "YYYY", "YYYY-MM" or "YYYY-MM-DD".
std::optional<std::string> edge_of(std::string_view date, bool last) {
    if (date.size() != 4 && date.size() != 7 && date.size() != 10) return std::nullopt;
    const auto year = digits(date.substr(0, 4));
    if (!year) return std::nullopt;
    std::string day(date);
    if (day.size() == 4) day += last ? "-12" : "-01";
    const auto month = digits(std::string_view(day).substr(5, 2));
    if (!month || *month < 1 || *month > 12 || day[4] != '-') return std::nullopt;
    const auto most = last_day(*year, *month);
    if (day.size() == 7) day += last ? "-" + std::to_string(most) : "-01";
    const auto number = digits(std::string_view(day).substr(8, 2));
    if (!number || *number < 1 || *number > most || day[7] != '-') return std::nullopt;
    return day;
}

}  // namespace

std::optional<std::pair<std::string, std::string>> days_of(std::string_view date) {
    const auto slash = date.find('/');
    auto first = edge_of(date.substr(0, slash), false);
    auto last = edge_of(slash == std::string_view::npos ? date : date.substr(slash + 1), true);
    if (!first || !last || *last < *first) return std::nullopt;
    return std::pair{std::move(*first), std::move(*last)};
}

}  // namespace chancery
