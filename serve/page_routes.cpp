// Pages for people: server-rendered, without script. Every word of an article or a request is escaped by Html::text.
#include <algorithm>

#include "export/text.hpp"
#include "query/entities.hpp"
#include "query/relations.hpp"
#include "serve/api.hpp"
#include "serve/arguments.hpp"
#include "serve/graph_forms.hpp"
#include "serve/html.hpp"
#include "serve/passage.hpp"

namespace chancery {

namespace {

constexpr std::string_view html_type = "text/html; charset=utf-8";

void write_person(Html& page, const NodeRow& node) {
    page.link("/entity/", node.id, node.label).markup(" <small>").text(name_of(node.type));
    if (!node.country.empty()) page.markup(", ").text(node.country);
    page.markup("</small>");
}

void write_more(Html& page, const std::string& next) {
    if (!next.empty()) page.markup("<p><a rel=\"next\" href=\"").text(next).markup("\">More</a></p>\n");
}

void write_search(Html& page, std::string_view words) {
    page.markup("<form action=\"/\" method=\"get\" role=\"search\"><input name=\"q\" aria-label=\"Name\" value=\"");
    page.text(words).markup("\" autofocus> <button>Search</button></form>\n");
}

HttpAnswer front(const Snapshot& graph, const HttpRequest& request) {
    EntityQuery query;
    query.words = text_of(request, "q");
    query.cursor = text_of(request, "cursor");
    query.deadline = deadline_of(request);
    const auto found = find_entities(graph, query);
    const auto& rows = graph.rows();
    Html page(query.words.empty() ? "Chancery" : query.words + " - Chancery");
    page.markup("<h1>Chancery</h1>\n<p>").number(rows.nodes.size()).markup(" entities and ");
    page.number(rows.edges.size()).markup(" relations from ").number(rows.articles.size()).markup(" articles.</p>\n");
    write_search(page, query.words);
    page.markup("<h2>").number(found.total).markup(query.words.empty() ? " entities</h2>\n" : " found</h2>\n");
    page.markup("<ol class=\"entities\">\n");
    for (const auto& hit : found.hits) {
        const auto& node = rows.nodes[hit.node];
        page.markup("<li>");
        write_person(page, node);
        if (hit.name > 0) page.markup(" <small>also ").text(node.aliases[hit.name - 1]).markup("</small>");
        page.markup("</li>\n");
    }
    page.markup("</ol>\n");
    write_more(page, next_link(request, found.next));
    page.markup("<h2>The whole graph</h2>\n<p>");
    for (const auto& form : graph_forms())
        if (!form.picture)
            page.markup("<a href=\"/api/v1/graph").text(form.suffix).markup("\">").text(form.suffix).markup("</a> ");
    page.markup("</p>\n");
    return graph_answer(graph, page.done(), html_type);
}

void write_evidence_line(Html& page, const Snapshot& graph, const EvidenceRow& evidence) {
    page.markup("<blockquote>");
    write_quote(page, evidence);
    page.markup("<footer><b class=\"").text(name_of(evidence.status)).markup("\">").text(name_of(evidence.status));
    page.markup("</b>");
    if (!evidence.speaker_text.empty()) page.markup(", says ").text(evidence.speaker_text);
    if (!evidence.date.empty()) page.markup(", ").text(evidence.date);
    if (!evidence.place.empty()) page.markup(", ").text(evidence.place);
    page.markup(". ");
    if (const auto a = graph.article(evidence.article)) {
        const auto& article = graph.rows().articles[*a];
        page.text(article.title.empty() ? article.id : article.title);
        if (!article.source.empty()) page.markup(", ").text(article.source);
        if (!article.published.empty()) page.markup(", ").text(article.published);
    } else {
        page.text(evidence.article);
    }
    page.markup(" <small>confidence ").text(decimal(evidence.confidence)).markup("</small></footer></blockquote>\n");
}

void write_statement(Html& page, const Snapshot& graph, const EdgeRow& edge) {
    write_person(page, graph.view().source(edge));
    page.markup(" <a class=\"")
        .text(name_of(edge.status))
        .markup("\" href=\"/relation/")
        .text(percent_encoded(edge.id));
    page.markup("\">").text(edge.label).markup("</a> ");
    write_person(page, graph.view().target(edge));
    if (edge.former) page.markup(" <small>former</small>");
}

void write_exports(Html& page, const std::string& id) {
    page.markup("<p>Its neighbourhood as ");
    for (const auto& form : graph_forms())
        page.markup("<a href=\"/api/v1/subgraph")
            .text(form.suffix)
            .markup("?around=")
            .text(percent_encoded(id))
            .markup("\">")
            .text(form.suffix)
            .markup("</a> ");
    page.markup("</p>\n");
}

HttpAnswer entity(const Backend& backend, const Snapshot& graph, const HttpRequest& request) {
    const auto& id = request.parameters.at(0);
    const auto found = graph.node(id);
    if (!found) {
        const auto now = backend.moved ? backend.moved(id) : std::nullopt;
        if (!now) throw HttpProblem(404, "No such entity", "No entity has this id. Search for it at /.");
        HttpAnswer answer{.status = 308, .type = std::string(html_type)};
        answer.headers.emplace_back("Location", "/entity/" + percent_encoded(*now));
        return answer;
    }
    const auto& node = graph.rows().nodes[*found];
    RelationQuery query;
    query.entity = *found;
    query.cursor = text_of(request, "cursor");
    query.deadline = deadline_of(request);
    const auto relations = find_relations(graph, query);
    Html page(node.label + " - Chancery");
    write_search(page, "");
    page.markup("<h1>").text(node.label).markup("</h1>\n<p>").text(name_of(node.type));
    if (!node.country.empty()) page.markup(", ").text(node.country);
    page.markup("; ").number(node.mentions).markup(" mentions in ").number(node.articles.size()).markup(" articles");
    page.markup(" <code>").text(node.id).markup("</code></p>\n");
    if (!node.aliases.empty()) {
        page.markup("<p>Also:");
        for (const auto& alias : node.aliases) page.markup(" <span class=\"alias\">").text(alias).markup("</span>");
        page.markup("</p>\n");
    }
    page.markup("<h2>").number(relations.total).markup(" relations</h2>\n");
    for (const auto& edge : relations.edges) {
        page.markup("<section><h3>");
        write_statement(page, graph, edge);
        page.markup("</h3>\n");
        write_evidence_line(page, graph, best_evidence(edge));
        page.markup("</section>\n");
    }
    write_more(page, next_link(request, relations.next));
    write_exports(page, node.id);
    return graph_answer(graph, page.done(), html_type);
}

HttpAnswer relation(const Backend& backend, const Snapshot& graph, const HttpRequest& request) {
    constexpr std::size_t most = 100;
    const auto found = graph.edge(request.parameters.at(0));
    if (!found) throw HttpProblem(404, "No such relation", "No relation has this id. Search for its ends at /.");
    const auto& edge = graph.rows().edges[*found];
    Html page(graph.view().source(edge).label + " " + edge.label + " " + graph.view().target(edge).label +
              " - Chancery");
    page.markup("<h1>");
    write_statement(page, graph, edge);
    page.markup("</h1>\n<p>").number(edge.evidence.size()).markup(" pieces of evidence; confidence ");
    page.text(decimal(edge.confidence)).markup("</p>\n");
    for (std::size_t i = 0; i < std::min(most, edge.evidence.size()); ++i) {
        write_evidence_line(page, graph, edge.evidence[i]);
        const auto passage = backend.text ? passage_of(backend.text, edge.evidence[i]) : Passage{};
        if (!passage.text.empty())
            page.markup("<details><summary>In the article</summary><pre>")
                .text(passage.text)
                .markup("</pre></details>\n");
    }
    if (edge.evidence.size() > most)
        page.markup("<p>All of it: <a href=\"/api/v1/relations/")
            .text(percent_encoded(edge.id))
            .markup("\">JSON</a></p>\n");
    return graph_answer(graph, page.done(), html_type);
}

/// The small card that OpenRefine shows beside a candidate.
HttpAnswer preview(const Snapshot& graph, const HttpRequest& request) {
    const auto found = graph.node(text_of(request, "id"));
    if (!found) throw HttpProblem(404, "No such entity", "No entity has this id.");
    const auto& node = graph.rows().nodes[*found];
    Html page(node.label);
    page.markup("<h1>").text(node.label).markup("</h1>\n<p>").text(name_of(node.type));
    if (!node.country.empty()) page.markup(", ").text(node.country);
    page.markup("; ").number(node.mentions).markup(" mentions</p>\n<p>");
    for (std::size_t i = 0; i < std::min<std::size_t>(node.aliases.size(), 8); ++i)
        page.markup("<span class=\"alias\">").text(node.aliases[i]).markup("</span> ");
    page.markup("</p>\n");
    return graph_answer(graph, page.done(), html_type);
}

constexpr std::string_view style =
    "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:0 "
    "1rem;color:#1c1c1c;background:#fff}\n"
    "nav{padding:.7rem 0;border-bottom:1px solid #ccc}nav a{margin-right:1rem}\n"
    "input{font:inherit;padding:.3rem;width:min(30rem,70%)}button{font:inherit;padding:.3rem .8rem}\n"
    "h3{font-size:1rem;margin:1rem 0 0}small{color:#555}code,pre{font-size:.85rem;white-space:pre-wrap}\n"
    "blockquote{margin:.3rem 0 1rem 1rem;border-left:3px solid "
    "#ccc;padding-left:.8rem}footer{font-size:.85rem;color:#444}\n"
    "mark{background:#fff2b3}mark.trigger{background:#cfe8ff}.alias{margin-right:.8rem}\n"
    ".alleged{color:#8a5a00;text-decoration-style:dashed}.denied,.planned{color:#8a1c1c;text-decoration-style:dotted}\n"
    "table{border-collapse:collapse}td,th{border:1px solid #ccc;padding:.2rem "
    ".5rem;text-align:left;vertical-align:top}\n"
    "@media(prefers-color-scheme:dark){body{background:#161616;color:#e6e6e6}a{color:#8ab4f8}small,footer{color:#aaa}"
    "mark{background:#5c4d00;color:#fff}mark.trigger{background:#123e63}.alleged{color:#e0a93b}"
    ".denied,.planned{color:#ef8a8a}}\n";

}  // namespace

std::vector<Route> page_routes(const Backend& backend) {
    const std::string text = R"({"type":"string","maxLength":200})",
                      name = R"({"type":"string","minLength":1,"maxLength":500})";
    const RouteParameter cursor{"cursor", false, R"({"type":"string","maxLength":2000})",
                                "Where a page before this one ended"};
    const std::vector<std::string> html = {"text/html"};
    const auto with_backend = [&](HttpAnswer (*answer)(const Backend&, const Snapshot&, const HttpRequest&)) {
        return asking(backend, [backend, answer](const Snapshot& graph, const HttpRequest& request) {
            return answer(backend, graph, request);
        });
    };
    return {{.method = "GET",
             .pattern = "/",
             .handler = asking(backend, front),
             .summary = "A page to search",
             .parameters = {{"q", false, text, "Words of a name"}, cursor},
             .produces = html},
            {.method = "GET",
             .pattern = "/entity/{id}",
             .handler = with_backend(entity),
             .summary = "A page: an entity, its relations and their quotes",
             .parameters = {{"id", true, name, "An entity's id"}, cursor},
             .produces = html,
             .statuses = {308, 404}},
            {.method = "GET",
             .pattern = "/relation/{id}",
             .handler = with_backend(relation),
             .summary = "A page: a relation and its evidence",
             .parameters = {{"id", true, name, "A relation's id"}},
             .produces = html,
             .statuses = {404}},
            {.method = "GET",
             .pattern = "/api/v1/reconcile/preview",
             .handler = asking(backend, preview),
             .summary = "OpenRefine: a small card of an entity",
             .parameters = {{"id", false, name, "An entity's id"}},
             .produces = html,
             .statuses = {404}},
            {.method = "GET",
             .pattern = "/style.css",
             .handler =
                 [](const HttpRequest&) {
                     HttpAnswer answer;
                     answer.type = "text/css; charset=utf-8";
                     answer.body = style;
                     answer.headers.emplace_back("Cache-Control", "max-age=3600");
                     return answer;
                 },
             .summary = "How the pages look",
             .produces = {"text/css"}}};
}

}  // namespace chancery
