#pragma once
#include <iosfwd>

#include "graph/view.hpp"

namespace chancery {

/// Writes the events of a graph as the table that docs/formats/events.md describes: one row for a day, pair of actors,
/// code and status, with all articles that say so.
void write_events(const GraphView& view, std::ostream& out);

}  // namespace chancery
