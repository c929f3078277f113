#include "serve/api.hpp"

#include "query/deadline.hpp"
#include "serve/arguments.hpp"

namespace chancery {

std::function<HttpAnswer(const HttpRequest&)> asking(
    const Backend& backend, std::function<HttpAnswer(const Snapshot&, const HttpRequest&)> answer) {
    return [snapshot = backend.snapshot, answer = std::move(answer)](const HttpRequest& request) {
        const auto graph = snapshot();
        if (!graph) return problem(503, "Not ready", "The graph is still being read. Try again in a second.");
        try {
            return answer(*graph, request);
        } catch (const OutOfTime& error) {
            return problem(503, "Out of time", error.what());
        } catch (const Error& error) {
            return problem(400, "Bad request", error.what());
        }
    };
}

HttpAnswer graph_answer(const Snapshot& graph, std::string body, std::string_view type, std::string_view form) {
    HttpAnswer answer;
    answer.type = type;
    answer.body = std::move(body);
    answer.etag = "\"" + graph.tag();
    if (!form.empty()) answer.etag.append(".").append(form);
    answer.etag += "\"";
    return answer;
}

bool wants_lines(const HttpRequest& request) {
    return preferred_type(request, list_types()) == 1;
}

std::uint32_t limit_of(const HttpRequest& request) {
    return number_of(request, "limit", wants_lines(request) ? most_in_json : 50,
                     wants_lines(request) ? most_in_lines : most_in_json);
}

HttpAnswer list_answer(const Snapshot& graph, const HttpRequest& request, const ListAnswer& list) {
    const auto next = next_link(request, list.cursor);
    auto answer = wants_lines(request) ? graph_answer(graph, list.lines(), lines_type, "lines")
                                       : graph_answer(graph, list.json(next));
    answer.headers.emplace_back("Vary", "Accept");
    if (!next.empty()) answer.headers.emplace_back("Link", "<" + next + ">; rel=\"next\"");
    return answer;
}

std::vector<std::string> list_types() {
    return {std::string(json_type), std::string(lines_type)};
}

void add_paging(std::vector<RouteParameter>& parameters) {
    parameters.push_back(
        {"cursor", false, R"({"type":"string","maxLength":2000})", "Where a page before this one ended"});
    parameters.push_back({"limit", false, limit_schema(50, most_in_lines),
                          "Items of a page: 50, or 1000 as NDJSON; more than 1000 only as NDJSON"});
}

std::string schema_ref(std::string_view name) {
    return R"({"$ref":"#/components/schemas/)" + std::string(name) + "\"}";
}

}  // namespace chancery
