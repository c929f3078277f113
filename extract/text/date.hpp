#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace chancery {

/// A full calendar date in `text` as ISO ("2031-03-04"): "March 4, 2031", "4 March 2031", "23 AUG 89", "2031-03-04".
/// The first one; nothing when day, month or year is missing. Two-digit years from 50 on are of the last century.
[[nodiscard]] std::optional<std::string> find_date(std::string_view text);

/// `text` is a calendar date of the form 2031-03-04.
[[nodiscard]] bool iso_date(std::string_view text);

}  // namespace chancery
