#include "serve/routes.hpp"

#include <memory>

#include "serve/api.hpp"
#include "serve/openapi.hpp"

namespace chancery {

namespace {

/// A route whose answer is made once.
Route fixed(std::string pattern, std::string summary, std::string type, std::string produces) {
    Route route;
    route.method = "GET";
    route.pattern = std::move(pattern);
    route.summary = std::move(summary);
    route.produces = {std::move(produces)};
    route.handler = [type = std::move(type)](const HttpRequest&) { return HttpAnswer{.type = type}; };
    return route;
}

void answer_with(Route& route, std::string body) {
    route.handler = [bytes = std::make_shared<const std::string>(std::move(body)),
                     type = route.handler({}).type](const HttpRequest&) {
        HttpAnswer answer;
        answer.type = type;
        answer.shared = bytes;
        return answer;
    };
}

}  // namespace

std::vector<Route> api_routes(const Backend& backend, const std::vector<Route>& others, std::string_view version) {
    std::vector<Route> routes;
    for (const auto rows : {page_routes, entity_routes, relation_routes, article_routes, graph_routes, report_routes,
                            submission_routes, reconcile_routes})
        for (auto& route : rows(backend)) routes.push_back(std::move(route));
    const auto own = routes.size();
    routes.push_back(fixed("/openapi.json", "This description", "application/json", "application/json"));
    routes.push_back(fixed("/docs", "This description as a page", "text/html; charset=utf-8", "text/html"));
    auto all = routes;
    all.insert(all.end(), others.begin(), others.end());
    answer_with(routes[own], openapi_document(all, version));
    answer_with(routes[own + 1], docs_page(all, version));
    return routes;
}

}  // namespace chancery
