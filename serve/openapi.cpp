#include "serve/openapi.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "serve/html.hpp"

namespace chancery {

namespace {

using Json = nlohmann::ordered_json;

struct StatusText {
    int status;
    std::string_view text;
    bool everywhere = true;  ///< every route may answer it
};

constexpr std::array<StatusText, 19> problems = {{
    {400, "A parameter or the body is wrong"},
    {401, "A token is needed"},
    {403, "Not from this page, or not without a token"},
    {404, "There is no such thing", false},
    {405, "The path does not know this method"},
    {406, "Accept leaves nothing"},
    {408, "The request did not come in time"},
    {409, "This server cannot do that", false},
    {411, "The body has no length"},
    {413, "The body is too large"},
    {414, "The URL is too long"},
    {415, "The body is of another type"},
    {417, "Expect is not known"},
    {421, "The server does not go by this host name"},
    {431, "The headers are too large"},
    {500, "The server failed; its log says why"},
    {501, "The encoding of the body is not known"},
    {503, "Not ready, too busy, or out of time; try again"},
    {505, "Only HTTP/1.1 is spoken"},
}};

Json problem_answer(std::string_view text) {
    return {{"description", text},
            {"content", {{"application/problem+json", {{"schema", {{"$ref", "#/components/schemas/Problem"}}}}}}}};
}

bool is_json(std::string_view type) {
    return type == "application/json";
}

Json content_of(const Route& route) {
    Json content = Json::object();
    for (const auto& type : route.produces) {
        Json schema = {{"type", "string"}};
        if (is_json(type)) schema = route.response_schema.empty() ? Json::object() : Json::parse(route.response_schema);
        content[type] = {{"schema", schema}};
    }
    return content;
}

Json responses_of(const Route& route) {
    Json out = Json::object();
    out["200"] = {{"description", "The answer"}, {"content", content_of(route)}};
    if (route.method == "GET") out["304"] = {{"description", "What If-None-Match names is still right"}};
    for (const int status : route.statuses) {
        if (status == 201) out["201"] = {{"description", "It is there now"}, {"content", content_of(route)}};
        if (status == 308)
            out["308"] = {{"description", "It has another id now"},
                          {"headers", {{"Location", {{"schema", {{"type", "string"}}}}}}}};
    }
    for (const auto& each : problems) {
        const bool here = each.everywhere ||
                          std::find(route.statuses.begin(), route.statuses.end(), each.status) != route.statuses.end();
        if (here)
            out[std::to_string(each.status)] = {{"$ref", "#/components/responses/" + std::to_string(each.status)}};
    }
    return out;
}

Json parameter_of(const RouteParameter& parameter) {
    auto schema = Json::parse(parameter.schema);
    if (parameter.repeatable && schema.value("type", "") != "array") schema = {{"type", "array"}, {"items", schema}};
    return {{"name", parameter.name},
            {"in", parameter.in_path ? "path" : "query"},
            {"required", parameter.in_path},
            {"description", parameter.description},
            {"schema", schema}};
}

std::string operation_id(const Route& route) {
    std::string id = route.method == "GET" ? "get" : "post";
    for (const char c : route.pattern) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (plain)
            id.push_back(c);
        else if (id.back() != '_')
            id.push_back('_');
    }
    return id;
}

Json body_of(const Route& route) {
    Json content = Json::object();
    for (const auto& type : route.consumes) {
        Json schema = {{"type", "string"}};
        if (type == "application/x-www-form-urlencoded")
            schema = {{"type", "object"}, {"properties", {{"queries", {{"type", "string"}}}}}};
        content[type] = {{"schema", schema}};
    }
    return {{"required", true}, {"content", content}};
}

Json operation_of(const Route& route) {
    Json out = {{"operationId", operation_id(route)}, {"summary", route.summary}, {"parameters", Json::array()}};
    for (const auto& parameter : route.parameters) out["parameters"].push_back(parameter_of(parameter));
    if (!route.consumes.empty()) out["requestBody"] = body_of(route);
    out["responses"] = responses_of(route);
    out["security"] = Json::array();
    if (!route.needs_token) out["security"].push_back(Json::object());
    out["security"].push_back({{"token", Json::array()}});
    return out;
}

void write_parameters(Html& page, const Route& route) {
    if (route.parameters.empty()) return;
    page.markup("<table><tr><th>parameter</th><th>what</th><th>schema</th></tr>\n");
    for (const auto& parameter : route.parameters) {
        page.markup("<tr><td><code>").text(parameter.name).markup("</code>");
        if (parameter.in_path) page.markup(" in the path");
        if (parameter.repeatable) page.markup(", repeatable");
        page.markup("</td><td>").text(parameter.description).markup("</td><td><code>").text(parameter.schema);
        page.markup("</code></td></tr>\n");
    }
    page.markup("</table>\n");
}

}  // namespace

std::string openapi_document(std::span<const Route> routes, std::string_view version) {
    Json document = {{"openapi", "3.1.0"},
                     {"info",
                      {{"title", "Chancery"},
                       {"version", version},
                       {"description",
                        "Questions to a knowledge graph made from news articles. A claim is not a fact: every relation "
                        "carries its status, and its label names it."},
                       {"license", {{"name", "Apache 2.0"}, {"identifier", "Apache-2.0"}}}}},
                     {"paths", Json::object()}};
    for (const auto& route : routes)
        document["paths"][route.pattern][route.method == "GET" ? "get" : "post"] = operation_of(route);
    auto& components = document["components"];
    components["schemas"] = Json::parse(openapi_schemas());
    for (const auto& each : problems) components["responses"][std::to_string(each.status)] = problem_answer(each.text);
    components["securitySchemes"] = {{"token", {{"type", "http"}, {"scheme", "bearer"}}}};
    return document.dump(1) + "\n";
}

std::string docs_page(std::span<const Route> routes, std::string_view version) {
    Html page("The API - Chancery");
    page.markup("<h1>The API</h1>\n<p>Chancery ").text(version);
    page.markup(". For programs: <a href=\"/openapi.json\">/openapi.json</a> (OpenAPI 3.1).</p>\n");
    for (const auto& route : routes) {
        page.markup("<section><h3><code>")
            .text(route.method)
            .markup(" ")
            .text(route.pattern)
            .markup("</code></h3>\n<p>");
        page.text(route.summary).markup(route.needs_token ? " Needs a token." : "").markup("</p>\n<p><small>");
        for (const auto& type : route.consumes) page.text(type).markup(" ");
        page.markup(route.consumes.empty() ? "gives " : "in; gives ");
        for (const auto& type : route.produces) page.text(type).markup(" ");
        page.markup("</small></p>\n");
        write_parameters(page, route);
        page.markup("</section>\n");
    }
    return page.done();
}

}  // namespace chancery
