#pragma once
#include <iosfwd>

#include "graph/view.hpp"

namespace chancery {

/// Writes what docs/formats/nquads.md describes.
void write_nquads(const GraphView& view, std::ostream& out);

}  // namespace chancery
