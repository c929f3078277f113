#pragma once
#include "graph/filter.hpp"
#include "query/deadline.hpp"
#include "query/snapshot.hpp"

namespace chancery {

/// What passes the filter, as filtered() would give it from the whole graph, but copied from the neighbourhood alone
/// when there is one; of the articles those that a piece of evidence names. Throws Error when `around` names no node or
/// several.
[[nodiscard]] GraphRows subgraph(const Snapshot& graph, GraphFilter filter, const Deadline& deadline = {});

}  // namespace chancery
