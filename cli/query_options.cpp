#include "cli/query_options.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <nlohmann/json.hpp>

#include "serve/api.hpp"

namespace chancery {

namespace {

/// "min_weight" as "--min-weight".
std::string option_name(const RouteParameter& parameter) {
    auto name = "--" + parameter.name;
    std::replace(name.begin(), name.end(), '_', '-');
    return name;
}

void add_checks(CLI::Option& option, const nlohmann::json& schema) {
    const auto type = schema.value("type", "string");
    option.type_name(type == "integer" ? "N" : type == "number" ? "X" : "TEXT");
    if (schema.contains("enum")) {
        option.type_name("NAME");
        option.check(CLI::IsMember(schema["enum"].get<std::vector<std::string>>()));
    }
    if (type == "integer" || type == "number")
        option.check(CLI::Range(schema.value("minimum", 0.0), schema.value("maximum", 1e9)));
    if (schema.contains("default") && schema["default"].is_string())
        option.default_str(schema["default"].get<std::string>());
    else if (schema.contains("default"))
        option.default_str(schema["default"].dump());
}

void add_parameter(CLI::App& command, const RouteParameter& parameter, bool positional, QueryCommand& into) {
    const auto schema = nlohmann::json::parse(parameter.schema);
    if (schema.value("type", "") == "boolean") {
        command.add_flag_callback(
            option_name(parameter), [&into, name = parameter.name] { into.words.emplace_back(name, "true"); },
            parameter.description);
        return;
    }
    std::string name = option_name(parameter);
    if (positional) {
        name = parameter.name == "q" ? "WORDS" : parameter.name == "id" ? "ENTITY" : parameter.name;
        std::transform(name.begin(), name.end(), name.begin(),
                       [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    }
    auto* option = command.add_option_function<std::vector<std::string>>(
        name,
        [&into, key = parameter.name](const std::vector<std::string>& values) {
            for (const auto& value : values) into.words.emplace_back(key, value);
        },
        parameter.description);
    add_checks(*option, schema);
    option->allow_extra_args(false);
    if (parameter.repeatable)
        option->delimiter(',');
    else
        option->expected(1);
    if (positional) option->required(parameter.name != "q");
}

void add_question(CLI::App& query, const Question& question, const std::vector<Route>& routes, QueryCommand& into) {
    auto& command = *query.add_subcommand(std::string(question.name), std::string(question.help));
    const auto route = std::find_if(routes.begin(), routes.end(), [&](const Route& one) {
        return one.pattern == question.pattern && one.method == "GET";
    });
    for (const auto& parameter : route->parameters) {
        const bool positional = std::find(question.positional.begin(), question.positional.end(), parameter.name) !=
                                question.positional.end();
        add_parameter(command, parameter, positional, into);
    }
    command.add_flag("--json", into.json, "The answer of the HTTP API");
    if (route->produces.size() > 1) command.add_flag("--ndjson", into.lines, "One item a line, without the frame");
    command.callback([&into, name = std::string(question.name)] { into.question = name; });
}

}  // namespace

std::span<const Question> questions() {
    static const std::vector<Question> all = {
        {"entities", "/api/v1/entities", "Entities by name, type, country and what is said of them", {"q"}},
        {"relations", "/api/v1/relations", "Relations by ends, name, status, time, source, confidence and words"},
        {"neighbours", "/api/v1/entities/{id}/relations", "The relations of an entity, by id, label or alias", {"id"}},
        {"path", "/api/v1/paths", "The shortest paths between two entities", {"from", "to"}},
        {"articles", "/api/v1/articles", "Articles by title, source and day", {"q"}},
        {"stats", "/api/v1/stats", "The graph in numbers"},
        {"schema", "/api/v1/schema", "Types and relations as this graph has them"},
        {"duplicates", "/api/v1/duplicates", "Pairs of nodes that may be one thing, as lines for --decisions"}};
    return all;
}

std::vector<Route> question_routes(const Backend& backend) {
    std::vector<Route> routes;
    for (const auto rows : {entity_routes, relation_routes, article_routes, report_routes})
        for (auto& route : rows(backend)) routes.push_back(std::move(route));
    return routes;
}

void add_query(CLI::App& app, QueryCommand& into) {
    auto& command = *app.add_subcommand("query", "Questions to a saved graph");
    command
        .add_option("GRAPH", into.graph, "A store, or a graph that chancery wrote as JSON or GraphML, also .gz or .zst")
        ->required()
        ->type_name("GRAPH.json");
    command.require_subcommand(1);
    const auto routes = question_routes({});
    for (const auto& question : questions()) add_question(command, question, routes, into);
    command.footer(
        "Examples:\n  chancery query graph.json entities noor\n  chancery query graph.json neighbours country_NO "
        "--direction "
        "out\n  chancery query graph.json relations --status denied --json\n  chancery query graph.json duplicates > "
        "decisions.tsv");
}

}  // namespace chancery
