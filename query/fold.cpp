#include "query/fold.hpp"

#include <algorithm>

namespace chancery {

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out;
}

std::vector<std::string> lower_words(std::string_view text) {
    std::vector<std::string> words;
    while (!text.empty()) {
        const auto end = std::min(text.find_first_of(" \t\n"), text.size());
        if (end > 0) words.push_back(lower(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

bool holds_all(std::string_view text, const std::vector<std::string>& lower_words) {
    const auto folded = lower(text);
    return std::all_of(lower_words.begin(), lower_words.end(),
                       [&](const auto& word) { return folded.find(word) != std::string::npos; });
}

std::uint64_t day_number(std::string_view date) {
    std::uint64_t number = 0;
    int digits = 0;
    for (const char c : date.substr(0, date.find('/'))) {
        if (c < '0' || c > '9' || digits == 8) continue;
        number = number * 10 + static_cast<std::uint64_t>(c - '0');
        ++digits;
    }
    for (; digits > 0 && digits < 8; ++digits) number *= 10;
    return number;
}

}  // namespace chancery
