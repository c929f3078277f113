#pragma once
#include <iosfwd>

#include "graph/view.hpp"

namespace chancery {

/// Writes the graph as docs/formats/cytoscape.md describes.
void write_cytoscape(const GraphView& view, std::ostream& out);

}  // namespace chancery
