#pragma once
#include <iosfwd>

#include "graph/view.hpp"

namespace chancery {

struct TableLook {
    bool colour = false;
    std::size_t width = 100;     ///< of the terminal, in columns
    std::size_t most_edges = 0;  ///< 0 for all
};

/// The graph for people: entities by type, then who did what to whom, then counts. Nothing in it can steer a terminal.
void write_table(const GraphView& view, const TableLook& look, std::ostream& out);

}  // namespace chancery
