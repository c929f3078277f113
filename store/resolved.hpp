#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "graph/rows.hpp"
#include "resolve/decisions.hpp"
#include "store/sqlite.hpp"

namespace chancery {

/// The graph that follows from what a store holds.
struct Resolved {
    GraphRows rows;
    /// For each node, by what it is known from one graph to the next: digests of the signatures it was resolved from,
    /// without what a later decision or a second article of the same name may change. Sorted.
    std::vector<std::vector<std::int64_t>> signs;
    std::vector<std::string> idle;  ///< decisions that fitted nothing
};

/// Joins the copies, applies the decisions, resolves and merges, as `extract` does with what it has read. Reads only.
/// REQUIRES: a transaction, so that it sees one moment.
[[nodiscard]] Resolved resolve_store(Database& database);

/// The decisions that hold in the store.
[[nodiscard]] std::vector<Decision> stored_decisions(Database& database);

/// A value of the table `state`; empty when it is not there.
[[nodiscard]] std::string state_of(Database& database, const char* name);

/// Whether the tables of the graph hold what resolve_store() would give.
[[nodiscard]] bool graph_is_current(Database& database);

}  // namespace chancery
