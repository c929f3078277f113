#pragma once
#include <iosfwd>

#include "graph/view.hpp"

namespace chancery {

/// Writes the graph as docs/formats/gexf.md describes.
void write_gexf(const GraphView& view, std::ostream& out);

}  // namespace chancery
