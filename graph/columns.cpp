#include "graph/columns.hpp"

#include <algorithm>
#include <array>

namespace chancery {

bool whole_column(std::string_view name) {
    constexpr std::array<std::string_view, 9> whole = {"community",  "component",       "core", "degree", "in_degree",
                                                       "out_degree", "weighted_degree", "x",    "y"};
    return std::find(whole.begin(), whole.end(), name) != whole.end();
}

void set_column(GraphRows& rows, std::string_view name, std::span<const double> values) {
    const auto place =
        std::lower_bound(rows.columns.begin(), rows.columns.end(), name,
                         [](const NodeColumn& column, std::string_view key) { return column.name < key; });
    const auto at = place - rows.columns.begin();
    const bool known = place != rows.columns.end() && place->name == name;
    if (!known) rows.columns.insert(place, {std::string(name), whole_column(name)});
    for (std::size_t n = 0; n < rows.nodes.size(); ++n) {
        auto& row = rows.nodes[n].values;
        if (known)
            row[static_cast<std::size_t>(at)] = values[n];
        else
            row.insert(row.begin() + at, values[n]);
    }
}

}  // namespace chancery
