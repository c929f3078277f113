#pragma once
#include <string>
#include <string_view>

#include "graph/rows.hpp"

namespace chancery {

/// Reads node-link JSON as write_json makes it; keys it does not know are ignored. `where` names the file in errors.
/// Throws Error "WHERE: ..." on bad JSON, a missing or mistyped key, or an edge whose end is no node.
[[nodiscard]] GraphRows read_json(std::string_view bytes, const std::string& where);

}  // namespace chancery
