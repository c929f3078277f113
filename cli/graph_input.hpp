#pragma once
#include <string>

#include "graph/rows.hpp"

namespace chancery {

/// The graph of a file, told by content: a store, or a graph that chancery wrote as JSON or GraphML, compressed or not.
/// Of a store it is up to date, and kept there when it may be written. Throws Error "PATH: ...".
[[nodiscard]] GraphRows load_graph(const std::string& path);

}  // namespace chancery
