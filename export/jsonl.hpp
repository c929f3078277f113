#pragma once
#include <iosfwd>

#include "graph/view.hpp"

namespace chancery {

/// JSON Lines: an assertion a line, with both its ends and all its evidence (docs/formats/jsonl.md).
void write_jsonl(const GraphView& view, std::ostream& out);

}  // namespace chancery
