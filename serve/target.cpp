#include "serve/target.hpp"

#include <algorithm>

namespace chancery {

namespace {

int hex(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/// Bytes of the UTF-8 character at `at`; 0 when there is none: cut, overlong, a surrogate, beyond U+10FFFF.
std::size_t character(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) {
        return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : static_cast<unsigned char>(0);
    };
    const unsigned first = byte(0);
    if (first < 0x80) return 1;
    const std::size_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4) return 0;
    for (std::size_t i = 1; i < size; ++i)
        if ((byte(i) & 0xC0U) != 0x80) return 0;
    const unsigned second = byte(1);
    const bool overlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
    const bool outside = (first == 0xED && second > 0x9F) || (first == 0xF4 && second > 0x8F);
    return overlong || outside ? 0 : size;
}

bool clean(std::string_view text, bool query) {
    for (std::size_t i = 0; i < text.size();) {
        const auto size = character(text, i);
        const char c = text[i];
        const bool blank = c == '\t' || c == '\n' || c == '\r';
        if (size == 0 || ((static_cast<unsigned char>(c) < 0x20 || c == 0x7F) && !(query && blank))) return false;
        i += size;
    }
    return true;
}

}  // namespace

std::optional<std::string> percent_decoded(std::string_view text, bool query) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%') {
            if (i + 2 >= text.size() || hex(text[i + 1]) < 0 || hex(text[i + 2]) < 0) return std::nullopt;
            out.push_back(static_cast<char>(hex(text[i + 1]) * 16 + hex(text[i + 2])));
            i += 2;
        } else {
            out.push_back(query && text[i] == '+' ? ' ' : text[i]);
        }
    }
    if (!clean(out, query)) return std::nullopt;
    return out;
}

std::optional<std::vector<std::string>> path_segments(std::string_view path) {
    std::vector<std::string> out;
    if (!path.starts_with('/')) return std::nullopt;
    do {
        path.remove_prefix(1);
        const auto end = std::min(path.find('/'), path.size());
        auto segment = percent_decoded(path.substr(0, end), false);
        if (!segment) return std::nullopt;
        out.push_back(std::move(*segment));
        path.remove_prefix(end);
    } while (!path.empty());
    return out;
}

std::optional<HttpRequest::Pairs> query_pairs(std::string_view query) {
    static constexpr std::size_t most = 100;
    HttpRequest::Pairs out;
    while (!query.empty()) {
        const auto end = std::min(query.find('&'), query.size());
        const auto part = query.substr(0, end);
        query.remove_prefix(std::min(end + 1, query.size()));
        if (part.empty()) continue;
        const auto equals = std::min(part.find('='), part.size());
        auto name = percent_decoded(part.substr(0, equals), true);
        auto value = percent_decoded(part.substr(std::min(equals + 1, part.size())), true);
        if (!name || !value || out.size() == most) return std::nullopt;
        out.emplace_back(std::move(*name), std::move(*value));
    }
    return out;
}

}  // namespace chancery
