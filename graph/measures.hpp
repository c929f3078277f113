#pragma once
#include <cstdint>

#include "graph/rows.hpp"

namespace chancery {

struct MeasureOptions {
    bool all = false;                   ///< denied and planned edges count, too
    std::uint32_t exact_nodes = 20000;  ///< shortest paths from every node up to so many
    std::uint32_t pivots = 256;         ///< and from so many nodes above
};

/// Adds the columns of docs/measures.md to every node and says in `rows.versions["measures"]` how they were counted.
void add_measures(GraphRows& rows, const MeasureOptions& options);

}  // namespace chancery
