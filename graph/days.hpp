#pragma once
#include <chrono>
#include <optional>
#include <string_view>
#include <vector>

namespace chancery {

/// A stretch of days, both ends in it.
struct DayRange {
    std::chrono::sys_days first, last;
    friend bool operator==(const DayRange&, const DayRange&) = default;
};

/// The days of an EDTF date of a year, month or day, or of an interval of them: "2031-02" is 2031-02-01 to 2031-02-28.
/// Nothing for other texts.
[[nodiscard]] std::optional<DayRange> days_of(std::string_view date);

/// The same days in as few stretches as possible, in the order of time: what overlaps or follows the day after is one.
void merge(std::vector<DayRange>& ranges);

}  // namespace chancery
