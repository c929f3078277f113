#pragma once
#include <string>
#include <string_view>

namespace chancery {

/// ASCII letters and digits in lower case and all bytes beyond ASCII: what two copies of a text have in common.
[[nodiscard]] std::string letters_only(std::string_view text);

/// Ends with a full stop, a question or exclamation mark, inside or before closing quotes and brackets.
[[nodiscard]] bool ends_like_prose(std::string_view text);

/// "By Jane Roe", "Jane Roe and John Doe in Paris" behind "By".
[[nodiscard]] bool looks_like_byline(std::string_view text);

/// A line that is nothing but a date and words like "Published", "Updated", "GMT".
[[nodiscard]] bool looks_like_date(std::string_view text);

/// The words under a picture: they end in whose picture it is, "(Image: AGENCY)", "Photo: Jane Roe/Agency".
[[nodiscard]] bool looks_like_credit(std::string_view text);

/// Several words mix Latin with Cyrillic or Greek letters that look alike: how advertisers hide from filters.
[[nodiscard]] bool disguised(std::string_view text);

}  // namespace chancery
