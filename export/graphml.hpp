#pragma once
#include <iosfwd>

#include "graph/view.hpp"

namespace chancery {

/// Writes the graph as docs/formats/graphml.md describes.
void write_graphml(const GraphView& view, std::ostream& out);

}  // namespace chancery
