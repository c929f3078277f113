#include "extract/tag/features.hpp"

#include <string>

namespace chancery {

namespace {

constexpr std::uint64_t mix(std::uint64_t x) {
    x ^= x >> 30U;
    x *= 0xBF58476D1CE4E5B9ULL;
    x ^= x >> 27U;
    x *= 0x94D049BB133111EBULL;
    return x ^ (x >> 31U);
}

std::uint64_t hash_of(FeatureKind kind, std::string_view text) {
    std::uint64_t h = 0xCBF29CE484222325ULL + static_cast<std::uint64_t>(kind) * 0x9E3779B97F4A7C15ULL;
    for (const char c : text) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    return mix(h) | 1U;  // 0 means none
}

/// Typographic quotes and dashes as the treebanks write them; digits as 0.
std::string normal_form(std::string_view form) {
    std::string out;
    for (std::size_t i = 0; i < form.size(); ++i) {
        const char c = form[i];
        if (c >= '0' && c <= '9') {
            out.push_back('0');
        } else if (c == '\xe2' && i + 2 < form.size() && form[i + 1] == '\x80') {
            const auto last = static_cast<unsigned char>(form[i + 2]);
            if (last == 0x98 || last == 0x99) {
                out.push_back('\'');
            } else if (last == 0x9C || last == 0x9D) {
                out.push_back('"');
            } else if (last == 0x93 || last == 0x94) {
                out.push_back('-');
            } else if (last == 0xA6) {
                out += "...";
            } else {
                out.append(form.substr(i, 3));
            }
            i += 2;
        } else {
            out.push_back(c);
        }
    }
    return out;
}

bool upper(char c) {
    return c >= 'A' && c <= 'Z';
}
bool lower(char c) {
    return c >= 'a' && c <= 'z';
}

std::string shape_of(std::string_view text) {
    std::string shape;
    for (const char c : text) {
        char kind = c;
        if (upper(c)) kind = 'X';
        if (lower(c)) kind = 'x';
        if (static_cast<unsigned char>(c) >= 0x80) kind = 'u';
        if (shape.empty() || shape.back() != kind) shape.push_back(kind);
    }
    return shape;
}

}  // namespace

FeatureHashes features_of(std::string_view form, bool first) {
    const auto cased = normal_form(form);
    std::string folded = cased;
    bool any_upper = false, any_lower = false, digit = false, hyphen = false;
    for (auto& c : folded) {
        any_upper |= upper(c);
        any_lower |= lower(c);
        digit |= c == '0';
        hyphen |= c == '-';
        if (upper(c)) c = static_cast<char>(c - 'A' + 'a');
    }
    const bool capital = !cased.empty() && upper(cased[0]);
    const std::string_view text = folded;
    FeatureHashes hashes{};
    const auto set = [&](FeatureKind kind, std::string_view value) {
        hashes[static_cast<std::size_t>(kind)] = hash_of(kind, value);
    };
    set(FeatureKind::lower_form, text);
    set(FeatureKind::form, cased);
    const auto kind_after = [](FeatureKind kind, std::size_t n) {
        return static_cast<FeatureKind>(static_cast<std::size_t>(kind) + n - 1);
    };
    for (std::size_t n = 1; n <= 4 && n <= text.size(); ++n)
        set(kind_after(FeatureKind::suffix1, n), text.substr(text.size() - n));
    for (std::size_t n = 1; n <= 3 && n <= text.size(); ++n)
        set(kind_after(FeatureKind::prefix1, n), text.substr(0, n));
    set(FeatureKind::shape, shape_of(cased));
    const bool all_capitals = any_upper && !any_lower && cased.size() > 1;
    const char marks[] = {hyphen ? 'h' : '.', digit ? 'd' : '.', all_capitals ? 'a' : '.', capital ? 'c' : '.'};
    set(FeatureKind::marks, std::string_view(marks, sizeof marks));
    const char position[] = {capital ? 'c' : '.', first ? 'f' : '.'};
    set(FeatureKind::position, std::string_view(position, sizeof position));
    return hashes;
}

}  // namespace chancery
