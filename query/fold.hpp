#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace chancery {

/// ASCII letters in lower case; all else as it is.
[[nodiscard]] std::string lower(std::string_view text);

/// The words between blanks, in lower case.
[[nodiscard]] std::vector<std::string> lower_words(std::string_view text);

/// Whether a text holds all of them, without regard to case.
[[nodiscard]] bool holds_all(std::string_view text, const std::vector<std::string>& lower_words);

/// 20250702 for "2025-07-02", 20250700 for "2025-07", 0 for no date.
[[nodiscard]] std::uint64_t day_number(std::string_view date);

}  // namespace chancery
