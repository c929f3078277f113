#include "graph/days.hpp"

#include <algorithm>
#include <tuple>

namespace chancery {

namespace {

using std::chrono::year_month_day;

std::optional<int> digits(std::string_view text) {
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

/// The first or last day of "YYYY", "YYYY-MM" or "YYYY-MM-DD".
std::optional<std::chrono::sys_days> edge_of(std::string_view date, bool last) {
    if (date.size() != 4 && date.size() != 7 && date.size() != 10) return std::nullopt;
    for (std::size_t dash = 4; dash < date.size(); dash += 3)
        if (date[dash] != '-') return std::nullopt;
    const auto year = digits(date.substr(0, 4));
    const auto month = date.size() > 4 ? digits(date.substr(5, 2)) : last ? 12 : 1;
    if (!year || !month) return std::nullopt;
    const auto whole = std::chrono::year(*year) / std::chrono::month(static_cast<unsigned>(*month));
    if (!whole.ok()) return std::nullopt;
    if (date.size() < 10) {
        if (last) return std::chrono::sys_days(whole / std::chrono::last);
        return std::chrono::sys_days(whole / 1);
    }
    const auto number = digits(date.substr(8));
    if (!number) return std::nullopt;
    const year_month_day day = whole / *number;
    if (!day.ok()) return std::nullopt;
    return std::chrono::sys_days(day);
}

}  // namespace

std::optional<DayRange> days_of(std::string_view date) {
    const auto slash = date.find('/');
    const auto first = edge_of(date.substr(0, slash), false);
    const auto last = edge_of(slash == std::string_view::npos ? date : date.substr(slash + 1), true);
    if (!first || !last || *last < *first) return std::nullopt;
    return DayRange{*first, *last};
}

void merge(std::vector<DayRange>& ranges) {
    std::sort(ranges.begin(), ranges.end(), [](const DayRange& a, const DayRange& b) {
        return std::tie(a.first, a.last) < std::tie(b.first, b.last);
    });
    std::size_t kept = 0;
    for (const auto range : ranges) {
        if (kept > 0 && range.first <= ranges[kept - 1].last + std::chrono::days(1))
            ranges[kept - 1].last = std::max(ranges[kept - 1].last, range.last);
        else
            ranges[kept++] = range;
    }
    ranges.resize(kept);
}

}  // namespace chancery
