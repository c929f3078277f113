#pragma once
#include <string_view>
#include <vector>

#include "serve/backend.hpp"
#include "serve/http.hpp"

namespace chancery {

/// Every question that the server answers: the API below /api/v1 and the pages for people. docs/http.md tells of each.
/// `others` are routes that stand elsewhere: /openapi.json and /docs tell of them, too. `version` is the program's.
[[nodiscard]] std::vector<Route> api_routes(const Backend& backend, const std::vector<Route>& others,
                                            std::string_view version);

}  // namespace chancery
