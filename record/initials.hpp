#pragma once
#include <string>
#include <string_view>

namespace chancery {

/// The capitals that begin the words of a name: "NHC" of "National Health Commission".
[[nodiscard]] inline std::string initials(std::string_view name) {
    std::string letters;
    bool start = true;
    for (const char c : name) {
        if (start && c >= 'A' && c <= 'Z') letters.push_back(c);
        start = c == ' ' || c == '-';
    }
    return letters;
}

}  // namespace chancery
