#pragma once
#include <iosfwd>

#include "graph/view.hpp"

namespace chancery {

/// Writes what docs/formats/cypher.md describes.
void write_cypher(const GraphView& view, std::ostream& out);

}  // namespace chancery
