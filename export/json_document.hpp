#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "graph/rows.hpp"

namespace chancery {

/// The rows of a graph from a parsed node-link document. Throws Error "WHERE: ..." when it is none.
[[nodiscard]] GraphRows rows_of(const nlohmann::json& document, const std::string& where);

}  // namespace chancery
