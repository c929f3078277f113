#pragma once
#include <iosfwd>

#include "graph/view.hpp"

namespace chancery {

/// The two tables that docs/formats/csv.md describes.
void write_csv_nodes(const GraphView& view, std::ostream& out);
void write_csv_edges(const GraphView& view, std::ostream& out);

}  // namespace chancery
