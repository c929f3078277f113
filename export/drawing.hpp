#pragma once
#include <string>
#include <string_view>

#include "graph/view.hpp"

namespace chancery {

/// A picture as Graphviz is to draw it: the DOT text and the layout program.
struct DrawingPlan {
    std::string dot;
    std::string_view engine;  ///< "dot", "sfdp", "fdp"
};

/// Throws Error when the graph is too large for a picture that can be read; the message says what to do.
[[nodiscard]] DrawingPlan plan_drawing(const GraphView& view);

}  // namespace chancery
