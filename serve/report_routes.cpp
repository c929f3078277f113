#include <algorithm>
#include <mutex>

#include "serve/api.hpp"
#include "serve/arguments.hpp"
#include "serve/json_answers.hpp"

namespace chancery {

namespace {

/// What is worked out once for each graph, on the first request that asks.
template <typename Value>
class OncePerGraph {
  public:
    explicit OncePerGraph(std::function<Value(const Snapshot&)> make) : make_(std::move(make)) {}

    std::shared_ptr<const Value> of(const Snapshot& graph) {
        const std::scoped_lock lock(guard_);
        if (!value_ || tag_ != graph.tag() || graph_ != &graph) {
            value_ = std::make_shared<const Value>(make_(graph));
            tag_ = graph.tag();
            graph_ = &graph;
        }
        return value_;
    }

  private:
    std::function<Value(const Snapshot&)> make_;
    std::mutex guard_;
    std::shared_ptr<const Value> value_;
    std::string tag_;
    const Snapshot* graph_ = nullptr;
};

HttpAnswer duplicates(const Snapshot& graph, const std::vector<Doubt>& all, const HttpRequest& request) {
    const auto from = std::min<std::size_t>(number_of(request, "from", 0, 1000000000), all.size());
    const auto limit = limit_of(request);
    const auto size = std::min<std::size_t>(limit, all.size() - from);
    const std::span page(all.data() + from, size);
    std::string next;
    if (from + size < all.size())
        next = "/api/v1/duplicates?from=" + std::to_string(from + size) + "&limit=" + std::to_string(limit);
    auto answer = wants_lines(request) ? graph_answer(graph, duplicates_lines(graph, page), lines_type, "lines")
                                       : graph_answer(graph, duplicates_json(graph, page, all.size(), next));
    answer.headers.emplace_back("Vary", "Accept");
    if (!next.empty()) answer.headers.emplace_back("Link", "<" + next + ">; rel=\"next\"");
    return answer;
}

}  // namespace

std::vector<Route> report_routes(const Backend& backend) {
    const auto stats = std::make_shared<OncePerGraph<GraphStats>>([](const Snapshot& graph) { return count(graph); });
    const auto doubts = std::make_shared<OncePerGraph<std::vector<Doubt>>>(
        [](const Snapshot& graph) { return find_duplicates(graph.rows()); });
    return {{.method = "GET",
             .pattern = "/api/v1/stats",
             .handler = asking(backend,
                               [stats](const Snapshot& graph, const HttpRequest&) {
                                   return graph_answer(graph, stats_json(graph, *stats->of(graph)));
                               }),
             .summary = "The graph in numbers",
             .response_schema = schema_ref("Stats")},
            {.method = "GET",
             .pattern = "/api/v1/schema",
             .handler = asking(backend,
                               [stats](const Snapshot& graph, const HttpRequest&) {
                                   return graph_answer(graph, schema_json(graph, *stats->of(graph)));
                               }),
             .summary = "Types, statuses and relations as this graph has them",
             .response_schema = schema_ref("Schema")},
            {.method = "GET",
             .pattern = "/api/v1/duplicates",
             .handler = asking(backend,
                               [doubts](const Snapshot& graph, const HttpRequest& request) {
                                   return duplicates(graph, *doubts->of(graph), request);
                               }),
             .summary = "Pairs of entities that may be one, each with a line for a decisions file",
             .parameters = {{"from", false, R"({"type":"integer","minimum":0,"maximum":1000000000,"default":0})",
                             "Skip so many pairs"},
                            {"limit", false, limit_schema(50, most_in_lines), "Pairs"}},
             .produces = list_types(),
             .response_schema = schema_ref("DuplicateList")}};
}

}  // namespace chancery
