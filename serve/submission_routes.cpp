#include "query/snapshot.hpp"
#include "serve/api.hpp"
#include "serve/arguments.hpp"
#include "serve/graph_forms.hpp"
#include "serve/json_text.hpp"

namespace chancery {

namespace {

Submission submission_of(const HttpRequest& request) {
    Submission sent;
    sent.body = request.body;
    sent.html = request.header("content-type").value_or("").starts_with("text/html");
    sent.id = text_of(request, "id");
    sent.title = text_of(request, "title");
    sent.source = text_of(request, "source");
    sent.url = text_of(request, "url");
    sent.published = text_of(request, "published");
    const auto day = day_of(request, "published");
    if (!day.empty() && day.size() != 10)
        throw HttpProblem(400, "Bad parameter", "Parameter published: is a day like 2031-03-04.");
    if (sent.body.find_first_not_of(" \t\r\n") == std::string::npos)
        throw HttpProblem(400, "No article", "The body is empty. Send an article as text/plain or text/html.");
    return sent;
}

HttpAnswer extract(const Backend& backend, const HttpRequest& request) {
    if (!backend.extract)
        return problem(409, "Not served", "This server was started without models, and reads no articles.");
    const auto& form = form_of_type(graph_types()[preferred_type(request, graph_types())]);
    GraphRows rows;
    try {
        rows = backend.extract(submission_of(request));
    } catch (const Error& error) {
        return problem(400, "Cannot be read", error.what());
    }
    HttpAnswer answer;
    answer.type = form.mime;
    answer.body = written(rows, form);
    answer.headers.emplace_back("Vary", "Accept");
    return answer;
}

HttpAnswer add(const Backend& backend, const HttpRequest& request) {
    if (!backend.add)
        return problem(
            409, "Not a store",
            "This server answers from a file that does not grow. Start it with a store: chancery serve STORE.");
    AddedArticle added;
    try {
        added = backend.add(submission_of(request));
    } catch (const Error& error) {
        return problem(400, "Cannot be added", error.what());
    }
    HttpAnswer answer{.status = added.fresh ? 201 : 200};
    answer.headers.emplace_back("Location", "/api/v1/articles/" + percent_encoded(added.id));
    answer.body = written_json([&](JsonSink& w) {
                      w.open('{');
                      w.pair("id", added.id);
                      w.pair("sha256", added.sha256);
                      w.flag("added", added.fresh);
                      w.close('}');
                  }) +
                  "\n";
    return answer;
}

}  // namespace

std::vector<Route> submission_routes(const Backend& backend) {
    const std::string text = R"({"type":"string","maxLength":500})";
    const std::vector<RouteParameter> parameters = {
        {"id", false, text, "The article's id; made of its hash when not given"},
        {"title", false, text, "Its headline, when the text has none"},
        {"published", false, R"({"type":"string","maxLength":10})", "The day it was published, like 2031-03-04"},
        {"source", false, text, "Its news source"},
        {"url", false, R"({"type":"string","maxLength":2000})", "Its address"}};
    return {{.method = "POST",
             .pattern = "/api/v1/extract",
             .handler = [backend](const HttpRequest& request) { return extract(backend, request); },
             .summary = "The graph of one article; nothing is kept",
             .parameters = parameters,
             .consumes = {"text/plain", "text/html"},
             .produces = graph_types(),
             .statuses = {409},
             .response_schema = schema_ref("NodeLink")},
            {.method = "POST",
             .pattern = "/api/v1/articles",
             .handler = [backend](const HttpRequest& request) { return add(backend, request); },
             .summary = "Adds an article to the store",
             .parameters = parameters,
             .consumes = {"text/plain", "text/html"},
             .statuses = {201, 409},
             .needs_token = true,
             .response_schema = schema_ref("Added")}};
}

}  // namespace chancery
