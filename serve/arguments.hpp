#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/filter.hpp"
#include "query/deadline.hpp"
#include "query/snapshot.hpp"
#include "serve/http.hpp"

namespace chancery {

/// What a request asks for, by name. What is not there is empty, or `fallback`; numbers beyond `most` are `most`. The
/// schemas of the parameters have been checked before; what they cannot say throws HttpProblem 400.

[[nodiscard]] std::string text_of(const HttpRequest& request, std::string_view name);
/// All values of a name, each once.
[[nodiscard]] std::vector<std::string> texts_of(const HttpRequest& request, std::string_view name);
[[nodiscard]] std::uint32_t number_of(const HttpRequest& request, std::string_view name, std::uint32_t fallback,
                                      std::uint32_t most);
[[nodiscard]] bool flag_of(const HttpRequest& request, std::string_view name);
[[nodiscard]] std::vector<EntityType> types_of(const HttpRequest& request, std::string_view name);
[[nodiscard]] std::vector<Status> statuses_of(const HttpRequest& request, std::string_view name);
/// A year, month or day.
[[nodiscard]] std::string day_of(const HttpRequest& request, std::string_view name);
/// A number from 0 to 1.
[[nodiscard]] std::uint16_t per_mille_of(const HttpRequest& request, std::string_view name);
[[nodiscard]] Deadline deadline_of(const HttpRequest& request);

/// The place in `names` of a parameter's value.
[[nodiscard]] std::optional<std::size_t> choice_of(const HttpRequest& request, std::string_view name,
                                                   std::span<const std::string_view> names);

/// The node that a parameter names by id, label or alias; nothing when it is not given. Throws HttpProblem 404.
[[nodiscard]] std::optional<std::uint32_t> node_of(const Snapshot& graph, const HttpRequest& request,
                                                   std::string_view name);

/// The filter that the parameters of filter_parameters() describe.
[[nodiscard]] GraphFilter filter_of(const HttpRequest& request);
[[nodiscard]] std::vector<RouteParameter> filter_parameters();

/// "a b/c" as "a%20b%2Fc".
[[nodiscard]] std::string percent_encoded(std::string_view text);

/// The same question from a cursor on, as path and query; empty for no cursor.
[[nodiscard]] std::string next_link(const HttpRequest& request, std::string_view cursor);

/// Which of `types` the request's Accept header likes best; of equals the first. REQUIRES: one is acceptable.
[[nodiscard]] std::size_t preferred_type(const HttpRequest& request, std::span<const std::string> types);

/// Schemas of parameters.
[[nodiscard]] std::string enum_schema(std::span<const std::string_view> values, std::string_view fallback = {});
[[nodiscard]] std::string limit_schema(std::uint32_t fallback, std::uint32_t most);

}  // namespace chancery
