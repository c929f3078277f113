#pragma once
#include <cstdint>
#include <vector>

#include "graph/projection.hpp"

namespace chancery {

/// A community for every vertex, by the Leiden algorithm for weighted modularity: each community hangs together.
/// Numbered from 0 by size, then by their first vertex. No chance in it: the same graph gives the same answer.
[[nodiscard]] std::vector<std::uint32_t> communities(const Projection& graph);

/// Weighted modularity (resolution 1) of a partition; 0 without edges.
[[nodiscard]] double modularity(const Projection& graph, const std::vector<std::uint32_t>& community);

/// Numbers groups from 0 by size, largest first, then by their first vertex.
[[nodiscard]] std::vector<std::uint32_t> numbered_by_size(const std::vector<std::uint32_t>& group);

}  // namespace chancery
