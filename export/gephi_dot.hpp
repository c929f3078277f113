#pragma once
#include <iosfwd>

#include "graph/view.hpp"

namespace chancery {

/// Writes the graph as docs/formats/gephi_dot.md describes.
void write_gephi_dot(const GraphView& view, std::ostream& out);

}  // namespace chancery
