#include <algorithm>

#include "query/paths.hpp"
#include "serve/api.hpp"
#include "serve/arguments.hpp"
#include "serve/json_answers.hpp"
#include "serve/passage.hpp"
#include "serve/relation_list.hpp"

namespace chancery {

RelationQuery relation_query(const Snapshot& graph, const HttpRequest& request) {
    RelationQuery query;
    query.subject = node_of(graph, request, "subject");
    query.object = node_of(graph, request, "object");
    query.entity = node_of(graph, request, "entity");
    query.subject_types = types_of(request, "subject_type");
    query.object_types = types_of(request, "object_type");
    query.relations = texts_of(request, "relation");
    query.kinds = texts_of(request, "kind");
    query.sources = texts_of(request, "source");
    query.statuses = statuses_of(request, "status");
    query.since = day_of(request, "since");
    query.until = day_of(request, "until");
    query.words = text_of(request, "text");
    query.min_weight = number_of(request, "min_weight", 0, 0xffffffff);
    query.min_confidence = per_mille_of(request, "min_confidence");
    if (const auto order = choice_of(request, "sort", relation_order_names))
        query.order = static_cast<RelationOrder>(*order);
    query.facets = texts_of(request, "facet");
    query.cursor = text_of(request, "cursor");
    query.limit = limit_of(request);
    query.deadline = deadline_of(request);
    return query;
}

HttpAnswer relation_list(const Snapshot& graph, const HttpRequest& request, const RelationQuery& query,
                         std::optional<std::uint32_t> seen_from) {
    const auto page = find_relations(graph, query);
    const RelationLook look{number_of(request, "evidence", 1, 50), seen_from};
    return list_answer(graph, request,
                       {page.next, [&](auto next) { return relations_json(graph, page, next, look); },
                        [&] { return relations_lines(graph, page, look); }});
}

namespace {

HttpAnswer relations(const Snapshot& graph, const HttpRequest& request) {
    return relation_list(graph, request, relation_query(graph, request));
}

HttpAnswer relation(const Backend& backend, const Snapshot& graph, const HttpRequest& request) {
    const auto found = graph.edge(request.parameters.at(0));
    if (!found)
        return problem(404, "No such relation",
                       "No relation has this id. Search for it: /api/v1/relations?subject=ID.");
    const auto& edge = graph.rows().edges[*found];
    const auto first = number_of(request, "from", 0, 1000000000);
    const auto most = number_of(request, "limit", 100, most_in_json);
    std::vector<Passage> passages;
    if (backend.text)
        for (std::size_t i = first; i < std::min<std::size_t>(edge.evidence.size(), std::size_t{first} + most); ++i)
            passages.push_back(passage_of(backend.text, edge.evidence[i]));
    std::string next;
    if (edge.evidence.size() > std::size_t{first} + most)
        next = "/api/v1/relations/" + percent_encoded(edge.id) + "?from=" + std::to_string(first + most) +
               "&limit=" + std::to_string(most);
    auto answer = graph_answer(graph, relation_json(graph, edge, first, most, next, passages));
    if (!next.empty()) answer.headers.emplace_back("Link", "<" + next + ">; rel=\"next\"");
    return answer;
}

HttpAnswer paths(const Snapshot& graph, const HttpRequest& request) {
    PathQuery query;
    const auto from = node_of(graph, request, "from"), to = node_of(graph, request, "to");
    if (!from || !to)
        throw HttpProblem(400, "Bad parameter", "Give the entities that a path is to join, as from and to.");
    query.from = *from;
    query.to = *to;
    query.count = number_of(request, "k", 3, 50);
    query.most_hops = number_of(request, "max_hops", 6, 8);
    if (request.value("by") == "evidence") query.cost = PathCost::evidence;
    query.relations = texts_of(request, "relation");
    if (const auto statuses = statuses_of(request, "status"); !statuses.empty()) query.statuses = statuses;
    query.deadline = deadline_of(request);
    return graph_answer(graph, paths_json(graph, query, find_paths(graph, query)));
}

std::vector<RouteParameter> relation_parameters() {
    const std::string text = R"({"type":"string","maxLength":200})", date = R"({"type":"string","maxLength":10})";
    const std::string name = R"({"type":"string","minLength":1,"maxLength":500})";
    std::vector<RouteParameter> parameters = {
        {"subject", false, name, "From this entity, by id, label or alias"},
        {"object", false, name, "To this entity"},
        {"entity", false, name, "From or to this entity"},
        {"subject_type", false, enum_schema(entity_type_names), "From entities of these types", true},
        {"object_type", false, enum_schema(entity_type_names), "To entities of these types", true},
        {"relation", false, text, "Of these names, like summoned", true},
        {"kind", false, text, "Of these kinds, like event", true},
        {"status", false, enum_schema(status_names), "Of these statuses", true},
        {"since", false, date, "With evidence from this day, month, year or later"},
        {"until", false, date, "With evidence from this day, month, year or before"},
        {"source", false, text, "With evidence by these news sources", true},
        {"text", false, text, "With all these words in one quote"},
        {"min_weight", false, R"({"type":"integer","minimum":0,"maximum":1000000000})",
         "With so many pieces of evidence"},
        {"min_confidence", false, R"({"type":"number","minimum":0,"maximum":1})", "Of this confidence or more"},
        {"sort", false, enum_schema(relation_order_names, "weight"), "Largest or latest first"},
        {"facet", false, enum_schema(relation_facet_names), "Count what fits by this, too", true},
        {"evidence", false, R"({"type":"integer","minimum":0,"maximum":50,"default":1})",
         "Pieces of evidence with each relation, the best first"}};
    add_paging(parameters);
    return parameters;
}

}  // namespace

std::vector<Route> relation_routes(const Backend& backend) {
    const std::string name = R"({"type":"string","minLength":1,"maxLength":500})";
    return {
        {.method = "GET",
         .pattern = "/api/v1/relations",
         .handler = asking(backend, relations),
         .summary = "Relations by ends, name, status, time, source, confidence and words",
         .parameters = relation_parameters(),
         .produces = list_types(),
         .statuses = {404},
         .response_schema = schema_ref("RelationList")},
        {.method = "GET",
         .pattern = "/api/v1/relations/{id}",
         .handler =
             asking(backend, [backend](const Snapshot& graph,
                                       const HttpRequest& request) { return relation(backend, graph, request); }),
         .summary = "A relation with its evidence: quotes, marks, and the passage where the text is at hand",
         .parameters = {{"id", true, name, "A relation's id"},
                        {"from", false, R"({"type":"integer","minimum":0,"maximum":1000000000,"default":0})",
                         "Skip so many pieces of evidence"},
                        {"limit", false, limit_schema(100, most_in_json), "Pieces of evidence"}},
         .statuses = {404},
         .response_schema = schema_ref("RelationWithEvidence")},
        {.method = "GET",
         .pattern = "/api/v1/paths",
         .handler = asking(backend, paths),
         .summary = "The shortest paths between two entities",
         .parameters = {{"from", false, name, "An entity, by id, label or alias"},
                        {"to", false, name, "Another"},
                        {"k", false, R"({"type":"integer","minimum":1,"maximum":50,"default":3})", "Paths"},
                        {"by", false, R"({"type":"string","enum":["hops","evidence"],"default":"hops"})",
                         "What makes a path short: few steps, or much evidence on each"},
                        {"max_hops", false, R"({"type":"integer","minimum":1,"maximum":8,"default":6})",
                         "Steps at most"},
                        {"relation", false, R"({"type":"string","maxLength":200})", "Walk only these relations", true},
                        {"status", false, enum_schema(status_names),
                         "Walk only relations of these statuses; asserted and alleged when not given", true}},
         .statuses = {404},
         .response_schema = schema_ref("PathList")}};
}

}  // namespace chancery
