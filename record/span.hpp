#pragma once
#include <compare>
#include <cstdint>
#include <string_view>

namespace chancery {

/// A stretch of bytes, half-open. Bytes of the cleaned UTF-8 text unless said otherwise; never characters.
struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
    [[nodiscard]] constexpr bool empty() const { return begin == end; }
    [[nodiscard]] constexpr bool contains(Span inner) const { return begin <= inner.begin && inner.end <= end; }
    [[nodiscard]] constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
    constexpr auto operator<=>(const Span&) const = default;
};

/// The bytes of `text` inside `where`. Valid while `text` lives. REQUIRES: where.end <= text.size().
[[nodiscard]] constexpr std::string_view words(std::string_view text, Span where) {
    return text.substr(where.begin, where.size());
}

}  // namespace chancery
