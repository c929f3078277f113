#pragma once
#include <cstdint>
#include <optional>

#include "query/relations.hpp"
#include "serve/http.hpp"

namespace chancery {

/// What the parameters of a request ask of relations; those that its route does not take are not there. Throws
/// HttpProblem 404 when they name no entity.
[[nodiscard]] RelationQuery relation_query(const Snapshot& graph, const HttpRequest& request);

/// A page of relations as the request wants it, JSON or lines; `seen_from`: the node whose relations they are.
[[nodiscard]] HttpAnswer relation_list(const Snapshot& graph, const HttpRequest& request, const RelationQuery& query,
                                       std::optional<std::uint32_t> seen_from = {});

}  // namespace chancery
