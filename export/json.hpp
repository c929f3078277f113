#pragma once
#include <iosfwd>

#include "graph/view.hpp"

namespace chancery {

/// Writes the graph as docs/formats/json.md describes.
void write_json(const GraphView& view, std::ostream& out);

}  // namespace chancery
