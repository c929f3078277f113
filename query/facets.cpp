#include "query/facets.hpp"

#include <algorithm>

namespace chancery {

Facet facet_of(std::string_view name, const std::map<std::string_view, std::uint64_t>& counts, std::size_t most) {
    Facet facet{std::string(name), {}, counts.size() > most};
    for (const auto& [value, count] : counts) facet.values.emplace_back(value, count);
    std::stable_sort(facet.values.begin(), facet.values.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    if (facet.more) facet.values.resize(most);
    return facet;
}

}  // namespace chancery
