#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "serve/backend.hpp"
#include "serve/http.hpp"

namespace chancery {

/// The rows of the routes table by subject; routes.cpp puts them together.

[[nodiscard]] std::vector<Route> entity_routes(const Backend& backend);
[[nodiscard]] std::vector<Route> relation_routes(const Backend& backend);
[[nodiscard]] std::vector<Route> article_routes(const Backend& backend);
[[nodiscard]] std::vector<Route> graph_routes(const Backend& backend);
[[nodiscard]] std::vector<Route> report_routes(const Backend& backend);
[[nodiscard]] std::vector<Route> submission_routes(const Backend& backend);
[[nodiscard]] std::vector<Route> reconcile_routes(const Backend& backend);
[[nodiscard]] std::vector<Route> page_routes(const Backend& backend);

inline constexpr std::string_view json_type = "application/json";
inline constexpr std::string_view lines_type = "application/x-ndjson";
inline constexpr std::uint32_t most_in_json = 1000;     ///< items of a page
inline constexpr std::uint32_t most_in_lines = 100000;  ///< the same as NDJSON

/// A handler that asks the graph. While there is none it answers 503; OutOfTime becomes 503 and Error 400.
[[nodiscard]] std::function<HttpAnswer(const HttpRequest&)> asking(
    const Backend& backend, std::function<HttpAnswer(const Snapshot&, const HttpRequest&)> answer);

/// An answer that is the same as long as the graph is. `form` tells apart what Accept chooses between.
[[nodiscard]] HttpAnswer graph_answer(const Snapshot& graph, std::string body, std::string_view type = json_type,
                                      std::string_view form = {});

/// A page of a list: JSON, or NDJSON when Accept prefers it. Each gets the link to the next page.
struct ListAnswer {
    std::string cursor;
    std::function<std::string(std::string_view next)> json;
    std::function<std::string()> lines;
};

/// Whether the list is to be NDJSON.
[[nodiscard]] bool wants_lines(const HttpRequest& request);
/// Items asked for.
[[nodiscard]] std::uint32_t limit_of(const HttpRequest& request);
[[nodiscard]] HttpAnswer list_answer(const Snapshot& graph, const HttpRequest& request, const ListAnswer& list);
[[nodiscard]] std::vector<std::string> list_types();

/// The parameters that every list has: cursor and limit.
void add_paging(std::vector<RouteParameter>& parameters);

/// {"$ref": ...} of a schema in openapi_schemas().
[[nodiscard]] std::string schema_ref(std::string_view name);

}  // namespace chancery
