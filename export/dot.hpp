#pragma once
#include <iosfwd>

#include "graph/view.hpp"

namespace chancery {

/// Writes the graph as docs/formats/dot.md describes.
void write_dot(const GraphView& view, std::ostream& out);

}  // namespace chancery
