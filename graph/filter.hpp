#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "graph/rows.hpp"

namespace chancery {

/// What to keep of a graph. An empty list or text and a zero ask for nothing. docs/filters.md tells what each means.
struct GraphFilter {
    std::vector<EntityType> types;
    std::vector<std::string> relations, kinds, sources;
    std::vector<Status> statuses;
    std::string since, until;  ///< a year, month or day
    std::uint32_t min_weight = 0;
    std::uint16_t min_confidence = 0;  ///< per mille
    std::string around;                ///< a node's id, label or alias
    std::uint32_t hops = 1;            ///< from `around`
    std::uint32_t top = 0;             ///< nodes
    bool no_private_persons = false;
    bool per_mention = false;  ///< an edge for every piece of evidence
};

/// What passes the filter; both ends of every edge are kept. Evidence is sifted first and the edges are counted anew,
/// then edges and nodes, then the neighbourhood, then the top. Throws Error when `around` names no node or several.
[[nodiscard]] GraphRows filtered(GraphRows rows, const GraphFilter& filter);

}  // namespace chancery
