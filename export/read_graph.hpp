#pragma once
#include <string>
#include <string_view>

#include "graph/rows.hpp"

namespace chancery {

/// A saved graph, whichever of the formats that lose nothing it is in: XML is GraphML, all else JSON; compressed or
/// not. Throws Error "WHERE: ...".
[[nodiscard]] GraphRows read_graph(std::string_view saved, const std::string& where);

}  // namespace chancery
