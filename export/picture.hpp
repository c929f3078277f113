#pragma once
#include <iosfwd>

#include "graph/view.hpp"

namespace chancery {

/// Pictures, drawn by Graphviz's library. They throw Error when the graph is too large to be read or Graphviz fails.
void write_svg(const GraphView& view, std::ostream& out);
void write_png(const GraphView& view, std::ostream& out);
void write_pdf(const GraphView& view, std::ostream& out);

}  // namespace chancery
