#pragma once
#include <iosfwd>
#include <string>
#include <string_view>

#include "graph/view.hpp"

namespace chancery {

struct TableLook {
    bool colour = false;
    std::size_t width = 100;     ///< of the terminal, in columns
    std::size_t most_edges = 0;  ///< 0 for all
};

/// The graph for people: entities by type, then who did what to whom, then counts. Nothing in it can steer a terminal.
void write_table(const GraphView& view, const TableLook& look, std::ostream& out);

/// A text cut or filled to so many columns: no control characters, no line ends.
[[nodiscard]] std::string cell(std::string_view text, std::size_t width);

/// Columns a text takes on a terminal, about.
[[nodiscard]] std::size_t columns(std::string_view text);

}  // namespace chancery
