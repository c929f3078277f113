#pragma once
#include <cstdint>
#include <optional>

#include "graph/rows.hpp"
#include "store/resolved.hpp"
#include "store/sqlite.hpp"

namespace chancery {

/// Makes the tables hold this graph, by changing what differs; where nodes went is noted. True when a row changed.
/// REQUIRES: a writing transaction.
bool write_graph_tables(Database& database, const Resolved& resolved);

/// The whole graph as its tables have it. REQUIRES: a transaction.
[[nodiscard]] GraphRows read_graph_tables(Database& database);

/// The row of a query over nodes, edges, evidence or articles, whose columns stand as in graph_sql.hpp.
[[nodiscard]] ArticleRow read_article_row(const Query& row);
std::int64_t read_node_row(Database& database, const Query& row, NodeRow& node);  ///< its key
struct EdgeKeys {
    std::int64_t edge = 0, source = 0, target = 0;
};
EdgeKeys read_edge_row(Database& database, const Query& row, EdgeRow& edge);                  ///< without its ends
std::int64_t read_evidence_row(Database& database, const Query& row, EvidenceRow& evidence);  ///< the edge's key

}  // namespace chancery
