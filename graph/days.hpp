#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace chancery {

/// The first and last day of an EDTF date of a year, month or day, or of an interval of them: "2031-02" is 2031-02-01
/// and 2031-02-28. Nothing for other texts.
[[nodiscard]] std::optional<std::pair<std::string, std::string>> days_of(std::string_view date);

}  // namespace chancery
