#pragma once
#include <string>
#include <string_view>

namespace chancery {

/// A to Z in lower case, all else as it is: protocol names are ASCII whatever the locale.
[[nodiscard]] inline std::string ascii_lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

/// Without blanks and tabs at both ends.
[[nodiscard]] inline std::string_view ascii_trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

}  // namespace chancery
