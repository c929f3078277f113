#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace chancery {

/// `text` as every format may carry it: valid UTF-8 (bad bytes become U+FFFD), no control characters but TAB and LF,
/// line ends as LF, no U+FFFE or U+FFFF. Without copy when it is so already; else the answer lives in `buffer`.
[[nodiscard]] std::string_view clean(std::string_view text, std::string& buffer);

/// Length of the valid UTF-8 sequence at `at` that every format may carry; 0 for a bad byte.
[[nodiscard]] std::size_t utf8_length(std::string_view s, std::size_t at);

/// A number of per mille as a decimal: 930 -> "0.93".
[[nodiscard]] std::string decimal(std::uint16_t per_mille);

/// `text` cut to at most `bytes` at a character boundary, with "…" when something was cut.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t bytes);

}  // namespace chancery
