#pragma once
#include <iosfwd>

#include "graph/view.hpp"

namespace chancery {

/// Writes the graph as docs/formats/graphology.md describes.
void write_graphology(const GraphView& view, std::ostream& out);

}  // namespace chancery
