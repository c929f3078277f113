#pragma once
#include <string>
#include <string_view>

#include "graph/rows.hpp"

namespace chancery {

/// Reads GraphML that write_graphml() wrote; GraphML of other programs is refused. Throws Error "WHERE: ...".
[[nodiscard]] GraphRows read_graphml(std::string_view bytes, const std::string& where);

}  // namespace chancery
