// The Reconciliation Service API, version 0.2, as OpenRefine speaks it: a table's names are sent in batches, and each
// gets candidates with scores.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "query/entities.hpp"
#include "resolve/name_key.hpp"
#include "serve/api.hpp"
#include "serve/arguments.hpp"
#include "serve/form.hpp"

namespace chancery {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t most_queries = 50;  // of a batch
constexpr std::uint32_t most_candidates = 25;

HttpAnswer json_answer(const Json& body) {
    return {.body = body.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n"};
}

Json type_of(EntityType type) {
    return {{"id", name_of(type)}, {"name", name_of(type)}};
}

Json manifest(const HttpRequest& request) {
    const auto base = "http://" + std::string(request.header("host").value_or("localhost"));
    Json types = Json::array();
    for (const auto name : entity_type_names) types.push_back({{"id", name}, {"name", name}});
    const auto service = [&](std::string_view path) {
        return Json{{"service_url", base}, {"service_path", "/api/v1/reconcile/suggest/" + std::string(path)}};
    };
    return {{"versions", {"0.2"}},
            {"name", "Chancery: entities of a news graph"},
            {"identifierSpace", base + "/api/v1/entities/"},
            {"schemaSpace", base + "/api/v1/schema"},
            {"defaultTypes", types},
            {"view", {{"url", base + "/entity/{{id}}"}}},
            {"preview", {{"url", base + "/api/v1/reconcile/preview?id={{id}}"}, {"width", 420}, {"height", 220}}},
            {"suggest", {{"entity", service("entity")}, {"type", service("type")}, {"property", service("property")}}},
            {"batchSize", 25}};
}

/// What a cell holds: a text, a number, or an entity that was matched before.
std::string cell_of(const Json& value) {
    if (value.is_string()) return value.get<std::string>();
    if (value.is_number_integer()) return std::to_string(value.get<std::int64_t>());
    if (value.is_object() && value.contains("id")) return cell_of(value["id"]);
    return {};
}

/// 1 when a property agrees, -1 when it contradicts, 0 when nothing is known of it.
int agrees(const NodeRow& node, const std::string& property, const std::string& wanted) {
    std::string have;
    if (property == "country") have = node.country;
    if (const auto id = node.ids.find(property); id != node.ids.end()) have = id->second;
    if (have.empty() || wanted.empty()) return 0;
    const bool same = have == wanted || "country_" + have == wanted;
    return same ? 1 : -1;
}

/// The same words in another order: "Noor, Halima".
bool turned_round(std::string_view one, std::string_view other) {
    auto a = key_words(name_key(one)), b = key_words(name_key(other));
    std::sort(a.begin(), a.end());
    std::sort(b.begin(), b.end());
    return a == b;
}

int score_of(const NodeRow& node, const EntityHit& hit, std::string_view asked, const Json& properties) {
    constexpr std::array<int, 5> by_match = {95, 75, 70, 85, 45};
    int score = by_match[static_cast<std::size_t>(hit.match)];
    if (hit.match == NameMatch::words && turned_round(asked, hit.name == 0 ? node.label : node.aliases[hit.name - 1]))
        score = 90;
    if (properties.is_array())
        for (const auto& each : properties)
            if (each.is_object() && each.contains("pid") && each["pid"].is_string() && each.contains("v")) {
                const auto& value = each["v"].is_array() && !each["v"].empty() ? each["v"][0] : each["v"];
                const int agreed = agrees(node, each["pid"].get<std::string>(), cell_of(value));
                score += agreed > 0 ? 5 : agreed * 30;
            }
    return std::clamp(score, 0, 100);
}

std::vector<EntityType> wanted_types(const Json& query) {
    std::vector<EntityType> types;
    const auto add = [&](const Json& one) {
        if (!one.is_string()) return;
        if (const auto type = entity_type(one.get<std::string>())) types.push_back(*type);
        if (one == "person") types.push_back(EntityType::official);  // officials are persons
    };
    if (query.contains("type") && query["type"].is_array())
        for (const auto& one : query["type"]) add(one);
    else if (query.contains("type"))
        add(query["type"]);
    return types;
}

Json candidates(const Snapshot& graph, const Json& query, const Deadline& deadline) {
    Json result = Json::array();
    if (!query.is_object() || !query.contains("query") || !query["query"].is_string()) return {{"result", result}};
    EntityQuery search;
    search.words = query["query"].get<std::string>().substr(0, 200);
    if (search.words.empty()) return {{"result", result}};
    search.types = wanted_types(query);
    search.limit = 2 * most_candidates;
    search.deadline = deadline;
    std::vector<std::pair<int, const NodeRow*>> found;
    const auto properties = query.contains("properties") ? query["properties"] : Json();
    for (const auto& hit : find_entities(graph, search).hits) {
        const auto& node = graph.rows().nodes[hit.node];
        found.emplace_back(score_of(node, hit, search.words, properties), &node);
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::size_t limit = 5;
    if (query.contains("limit") && query["limit"].is_number_unsigned())
        limit = std::min<std::size_t>(query["limit"].get<std::size_t>(), most_candidates);
    const bool sure = !found.empty() && found[0].first >= 85 && (found.size() == 1 || found[1].first < found[0].first);
    for (std::size_t i = 0; i < std::min(limit, found.size()); ++i) {
        const auto& [score, node] = found[i];
        result.push_back({{"id", node->id},
                          {"name", node->label},
                          {"type", {type_of(node->type)}},
                          {"score", score},
                          {"match", sure && i == 0}});
        if (!node->country.empty()) result.back()["description"] = node->country;
    }
    return {{"result", result}};
}

HttpAnswer reconcile(const Snapshot& graph, const HttpRequest& request, const std::optional<std::string>& queries) {
    if (!queries) return json_answer(manifest(request));
    const auto batch = Json::parse(*queries, nullptr, false);
    if (!batch.is_object())
        throw HttpProblem(400, "Bad queries", "queries is a JSON object like {\"q0\":{\"query\":\"Halima Noor\"}}.");
    if (batch.size() > most_queries)
        throw HttpProblem(400, "Too many queries", "Send at most " + std::to_string(most_queries) + " at a time.");
    auto answers = Json::object();
    for (const auto& [name, query] : batch.items()) {
        deadline_of(request).check();
        answers[name] = candidates(graph, query, deadline_of(request));
    }
    return json_answer(answers);
}

HttpAnswer suggest_entities(const Snapshot& graph, const HttpRequest& request) {
    EntityQuery search;
    search.words = text_of(request, "prefix");
    search.types = types_of(request, "type");
    search.limit = number_of(request, "limit", 10, 50);
    search.deadline = deadline_of(request);
    Json result = Json::array();
    if (!search.words.empty())
        for (const auto& hit : find_entities(graph, search).hits) {
            const auto& node = graph.rows().nodes[hit.node];
            result.push_back({{"id", node.id},
                              {"name", node.label},
                              {"notable", {type_of(node.type)}},
                              {"description", std::to_string(node.mentions) + " mentions"}});
        }
    return json_answer({{"result", result}});
}

/// Fixed names that begin with what was typed.
HttpAnswer suggest_names(std::span<const std::string_view> names, const HttpRequest& request) {
    Json result = Json::array();
    for (const auto name : names)
        if (name.starts_with(text_of(request, "prefix"))) result.push_back({{"id", name}, {"name", name}});
    return json_answer({{"result", result}});
}

}  // namespace

std::vector<Route> reconcile_routes(const Backend& backend) {
    const std::string text = R"({"type":"string","maxLength":200})";
    const RouteParameter prefix{"prefix", false, text, "What was typed"};
    const RouteParameter limit{"limit", false, limit_schema(10, 50), "Suggestions"};
    static constexpr std::array<std::string_view, 2> properties = {"country", "iso2"};
    const auto batch = [](const Snapshot& graph, const HttpRequest& request) {
        const auto queries = request.value("queries");
        return reconcile(graph, request, queries ? std::optional<std::string>(*queries) : std::nullopt);
    };
    const auto form = [](const Snapshot& graph, const HttpRequest& request) {
        return reconcile(graph, request, form_value(request.body, "queries"));
    };
    return {{.method = "GET",
             .pattern = "/api/v1/reconcile",
             .handler = asking(backend, batch),
             .summary = "OpenRefine: what this service is; with queries, candidates for a batch of names",
             .parameters = {{"queries", false, R"({"type":"string","maxLength":8000})", "A batch as JSON"}},
             .response_schema = schema_ref("Reconciliation")},
            {.method = "POST",
             .pattern = "/api/v1/reconcile",
             .handler = asking(backend, form),
             .summary = "OpenRefine: candidates for a batch of names",
             .consumes = {"application/x-www-form-urlencoded"},
             .response_schema = schema_ref("Reconciliation")},
            {.method = "GET",
             .pattern = "/api/v1/reconcile/suggest/entity",
             .handler = asking(backend, suggest_entities),
             .summary = "OpenRefine: entities for what was typed",
             .parameters = {prefix, limit, {"type", false, enum_schema(entity_type_names), "Of these types", true}},
             .response_schema = schema_ref("Suggestions")},
            {.method = "GET",
             .pattern = "/api/v1/reconcile/suggest/type",
             .handler = [](const HttpRequest& request) { return suggest_names(entity_type_names, request); },
             .summary = "OpenRefine: types",
             .parameters = {prefix},
             .response_schema = schema_ref("Suggestions")},
            {.method = "GET",
             .pattern = "/api/v1/reconcile/suggest/property",
             .handler = [](const HttpRequest& request) { return suggest_names(properties, request); },
             .summary = "OpenRefine: properties that tell namesakes apart",
             .parameters = {prefix},
             .response_schema = schema_ref("Suggestions")}};
}

}  // namespace chancery
