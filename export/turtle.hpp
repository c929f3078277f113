#pragma once
#include <iosfwd>

#include "graph/view.hpp"

namespace chancery {

/// Writes what docs/formats/turtle.md describes.
void write_turtle(const GraphView& view, std::ostream& out);

}  // namespace chancery
