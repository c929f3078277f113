#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chancery {

/// How often each value occurs among everything that fits, not only on the page. An item with two values counts twice.
struct Facet {
    std::string name;
    std::vector<std::pair<std::string, std::uint64_t>> values;  ///< most frequent first, then by value
    bool more = false;                                          ///< the rarest values are left out
};

/// Counts into a facet of at most `most` values.
[[nodiscard]] Facet facet_of(std::string_view name, const std::map<std::string_view, std::uint64_t>& counts,
                             std::size_t most = 100);

}  // namespace chancery
