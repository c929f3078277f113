#pragma once
#include <iosfwd>

#include "graph/view.hpp"

namespace chancery {

/// Writes what docs/formats/ftm.md describes.
void write_ftm(const GraphView& view, std::ostream& out);

}  // namespace chancery
