#pragma once
#include <iosfwd>

#include "graph/view.hpp"

namespace chancery {

/// The two tables that docs/formats/neo4j.md describes.
void write_neo4j_nodes(const GraphView& view, std::ostream& out);
void write_neo4j_relationships(const GraphView& view, std::ostream& out);

/// The type of a relationship in a property graph: ACCUSED, and ACCUSED_DENIED (or _ALLEGED, _PLANNED, _DISPUTED) for
/// what is not an undisputed assertion, so that no picture and no query takes a claim for a fact.
[[nodiscard]] std::string relationship_type(const EdgeRow& edge);

}  // namespace chancery
