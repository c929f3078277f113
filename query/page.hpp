#pragma once
#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace chancery {

/// Where something stands in a sorted list: all orders of this room are made of these, least first.
struct SortKey {
    std::array<std::uint64_t, 3> numbers{};
    std::string_view text;
    std::string_view id;  ///< unique

    friend bool operator<(const SortKey& a, const SortKey& b) {
        return std::tie(a.numbers, a.text, a.id) < std::tie(b.numbers, b.text, b.id);
    }
};

/// Larger numbers first.
[[nodiscard]] constexpr std::uint64_t descending(std::uint64_t number) {
    return ~number;
}

/// The end of a page, as a text for URLs: the next page is what sorts behind it, so that it serves although the graph
/// has changed between. `order` names the order.
[[nodiscard]] std::string write_cursor(std::string_view order, const SortKey& last);

/// What write_cursor() made; keeps its own text.
class Cursor {
  public:
    /// No cursor for an empty text. Throws UsageError when it is none, or of another order.
    Cursor(std::string_view text, std::string_view order);
    Cursor(const Cursor&) = delete;
    Cursor& operator=(const Cursor&) = delete;

    [[nodiscard]] bool before(const SortKey& key) const { return !given_ || last_ < key; }

  private:
    std::string bytes_;
    SortKey last_;
    bool given_ = false;
};

/// The items behind a cursor, sorted by key, at most `limit`. `next` is empty on the last page.
template <typename Item, typename KeyOf>
[[nodiscard]] std::vector<Item> page_of(std::vector<Item> items, KeyOf key_of, const Cursor& cursor,
                                        std::string_view order, std::size_t limit, std::string& next) {
    std::erase_if(items, [&](const Item& item) { return !cursor.before(key_of(item)); });
    const auto size = std::min(limit, items.size());
    std::partial_sort(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(size), items.end(),
                      [&](const Item& a, const Item& b) { return key_of(a) < key_of(b); });
    next.clear();
    if (size < items.size() && size > 0) next = write_cursor(order, key_of(items[size - 1]));
    items.erase(items.begin() + static_cast<std::ptrdiff_t>(size), items.end());
    return items;
}

}  // namespace chancery
