#include "query/entities.hpp"
#include "serve/api.hpp"
#include "serve/arguments.hpp"
#include "serve/json_answers.hpp"
#include "serve/json_text.hpp"
#include "serve/relation_list.hpp"

namespace chancery {

namespace {

EntityQuery entity_query(const HttpRequest& request) {
    EntityQuery query;
    query.words = text_of(request, "q");
    query.types = types_of(request, "type");
    query.countries = texts_of(request, "country");
    query.relations = texts_of(request, "relation");
    query.statuses = statuses_of(request, "status");
    query.sources = texts_of(request, "source");
    if (const auto order = choice_of(request, "sort", entity_order_names))
        query.order = static_cast<EntityOrder>(*order);
    query.facets = texts_of(request, "facet");
    query.cursor = text_of(request, "cursor");
    query.limit = limit_of(request);
    query.deadline = deadline_of(request);
    return query;
}

HttpAnswer entities(const Snapshot& graph, const HttpRequest& request) {
    const auto query = entity_query(request);
    const auto page = find_entities(graph, query);
    const bool matches = !query.words.empty();
    return list_answer(graph, request,
                       {page.next, [&](auto next) { return entities_json(graph, page, next, matches); },
                        [&] { return entities_lines(graph, page, matches); }});
}

HttpAnswer moved_to(const std::string& id) {
    HttpAnswer answer{.status = 308,
                      .body = written_json([&](JsonSink& w) {
                                  w.open('{');
                                  w.pair("id", id);
                                  w.close('}');
                              }) +
                              "\n"};
    answer.headers.emplace_back("Location", "/api/v1/entities/" + percent_encoded(id));
    return answer;
}

/// An id that is no node of the graph any more, or never was.
HttpAnswer absent(const Backend& backend, const Snapshot& graph, const std::string& id) {
    if (backend.moved)
        if (const auto now = backend.moved(id)) return moved_to(*now);
    std::string detail = "'" + id + "': is no entity of this graph. Search for it: /api/v1/entities?q=WORDS.";
    const auto words = id.substr(std::min(id.find('_') + 1, id.size()));
    EntityQuery query;
    query.words = words;
    query.limit = 3;
    const auto near = find_entities(graph, query);
    for (std::size_t i = 0; i < near.hits.size(); ++i)
        detail += (i == 0 ? " Near to it: " : ", ") + graph.rows().nodes[near.hits[i].node].id;
    return problem(404, "No such entity", detail);
}

HttpAnswer entity(const Backend& backend, const HttpRequest& request) {
    const auto& id = request.parameters.at(0);
    const auto graph = backend.snapshot();
    if (graph) {
        if (const auto node = graph->node(id)) return graph_answer(*graph, entity_json(*graph, *node));
        return absent(backend, *graph, id);
    }
    if (backend.node)
        if (auto rows = backend.node(id)) {
            const Snapshot part(std::move(*rows));
            if (const auto node = part.node(id)) return {.body = entity_json(part, *node)};
        }
    return problem(503, "Not ready", "The graph is still being read. Try again in a second.");
}

HttpAnswer entity_relations(const Backend& backend, const Snapshot& graph, const HttpRequest& request) {
    const auto node = graph.node(request.parameters.at(0));
    if (!node) {
        auto answer = absent(backend, graph, request.parameters.at(0));
        for (auto& [name, value] : answer.headers)
            if (name == "Location") value += "/relations";
        return answer;
    }
    auto query = relation_query(graph, request);
    const auto direction = request.value("direction").value_or("both");
    (direction == "out" ? query.subject : direction == "in" ? query.object : query.entity) = *node;
    return relation_list(graph, request, query, *node);
}

RouteParameter id_parameter() {
    return {"id", true, R"({"type":"string","minLength":1,"maxLength":500})", "An entity's id"};
}

}  // namespace

std::vector<Route> entity_routes(const Backend& backend) {
    const std::string text = R"({"type":"string","maxLength":200})";
    std::vector<RouteParameter> searching = {
        {"q", false, text, "Words of a name, in any spelling and order; the last may be cut short"},
        {"type", false, enum_schema(entity_type_names), "Of these types", true},
        {"country", false, R"({"type":"string","maxLength":10})", "Of these countries, as ISO 3166 codes", true},
        {"relation", false, text, "With a relation of these names", true},
        {"status", false, enum_schema(status_names), "With a relation of these statuses", true},
        {"source", false, text, "Mentioned by these news sources", true},
        {"sort", false, enum_schema(entity_order_names), "By match when q is given, else by weight"},
        {"facet", false, enum_schema(entity_facet_names), "Count what fits by this, too", true}};
    add_paging(searching);
    std::vector<RouteParameter> linking = {
        id_parameter(),
        {"direction", false, R"({"type":"string","enum":["out","in","both"],"default":"both"})",
         "From the entity, to it, or both"},
        {"relation", false, text, "Only these relations", true},
        {"kind", false, text, "Only these kinds", true},
        {"status", false, enum_schema(status_names), "Only these statuses", true},
        {"sort", false, enum_schema(relation_order_names, "weight"), "Largest or latest first"},
        {"facet", false, enum_schema(relation_facet_names), "Count what fits by this, too", true},
        {"evidence", false, R"({"type":"integer","minimum":0,"maximum":50,"default":1})",
         "Pieces of evidence with each relation, the best first"}};
    add_paging(linking);
    return {{.method = "GET",
             .pattern = "/api/v1/entities",
             .handler = asking(backend, entities),
             .summary = "Entities by name, type, country and what is said of them",
             .parameters = searching,
             .produces = list_types(),
             .response_schema = schema_ref("EntityList")},
            {.method = "GET",
             .pattern = "/api/v1/entities/{id}",
             .handler = [backend](const HttpRequest& request) { return entity(backend, request); },
             .summary = "An entity",
             .parameters = {id_parameter()},
             .statuses = {308, 404},
             .response_schema = schema_ref("Entity")},
            {.method = "GET",
             .pattern = "/api/v1/entities/{id}/relations",
             .handler = asking(backend,
                               [backend](const Snapshot& graph, const HttpRequest& request) {
                                   return entity_relations(backend, graph, request);
                               }),
             .summary = "The relations of an entity",
             .parameters = linking,
             .produces = list_types(),
             .statuses = {308, 404},
             .response_schema = schema_ref("RelationList")}};
}

}  // namespace chancery
