#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "query/deadline.hpp"
#include "query/snapshot.hpp"

namespace chancery {

enum class PathCost : std::uint8_t {
    hops,      ///< each step costs one
    evidence,  ///< each step costs one divided by the pieces of evidence between its ends
};

struct PathQuery {
    std::uint32_t from = 0, to = 0;  ///< nodes
    std::uint32_t count = 3;
    std::uint32_t most_hops = 6;  ///< at most 8
    PathCost cost = PathCost::hops;
    std::vector<Status> statuses = {Status::asserted, Status::alleged};  ///< edges to walk; empty for all
    std::vector<std::string> relations;                                  ///< empty for all
    Deadline deadline;
};

struct Path {
    std::vector<std::uint32_t> nodes;               ///< from, ..., to
    std::vector<std::vector<std::uint32_t>> edges;  ///< those of each step, heaviest first, then by place
    double cost = 0;
};

struct Paths {
    std::vector<Path> paths;
    bool complete = true;  ///< false when the search was given up: there may be more paths, though no shorter ones
};

/// The shortest paths between two nodes that pass no node twice; edges are walked in both directions. Sorted by cost,
/// then by the ids on the way. Throws OutOfTime before the first path is found.
[[nodiscard]] Paths find_paths(const Snapshot& graph, const PathQuery& query);

}  // namespace chancery
