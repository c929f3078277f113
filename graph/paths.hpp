#pragma once
#include <vector>

#include "graph/projection.hpp"

namespace chancery {

/// What shortest paths say of every vertex.
struct PathMeasures {
    std::vector<double> betweenness;  ///< share of the pairs of other vertices whose shortest paths lead through it
    std::vector<double> closeness;    ///< mean of 1/distance to the others; none reached counts 0
};

/// From every vertex when `pivots` is 0, else estimated from so many vertices drawn with a fixed seed. Paths are
/// counted in edges, without weights. The same numbers for any number of threads.
[[nodiscard]] PathMeasures path_measures(const Projection& graph, std::uint32_t pivots);

}  // namespace chancery
