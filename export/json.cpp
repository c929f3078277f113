// Node-link JSON: the form that keeps everything. One node, edge, article a line, so that two graphs can be compared
// with diff.
#include "export/json.hpp"

#include <ostream>

#include "export/json_rows.hpp"
#include "export/node_ids.hpp"

namespace chancery {

void write_json_article(JsonSink& w, const ArticleRow& article) {
    w.open('{');
    w.pair("id", article.id);
    if (article.names.size() > 1) w.list("names", article.names);
    w.pair("sha256", article.sha256);
    w.pair("title", article.title);
    w.list("urls", article.urls);
    w.nullable("published", article.published);
    w.nullable("source", article.source);
    w.pair("language", article.language);
    w.number("words", article.words);
    if (!article.syndicated.empty()) w.pair("syndicated", article.syndicated);
    w.close('}');
}

void write_evidence_members(JsonSink& w, const EvidenceRow& e) {
    w.pair("article", e.article);
    w.span("sentence", e.sentence);
    w.pair("text", e.text);
    w.key("marks");
    w.open('{');
    w.span("subject", e.subject);
    w.span("trigger", e.trigger);
    w.span("object", e.object);
    w.close('}');
    w.pair("status", name_of(e.status));
    w.key("attributed_to");
    if (e.speaker_text.empty()) {
        w.null();
    } else {
        w.open('{');
        w.nullable("node", e.speaker_node);
        w.pair("text", e.speaker_text);
        w.close('}');
    }
    w.nullable("date", e.date);
    w.nullable("place", e.place);
    w.pair("rule", e.rule);
    w.pair("construction", e.construction);
    w.per_mille("confidence", e.confidence);
}

void write_evidence(JsonSink& w, const EdgeRow& edge) {
    w.open('[');
    for (const auto& each : edge.evidence) {
        w.item();
        w.open('{');
        write_evidence_members(w, each);
        w.close('}');
    }
    w.close(']');
}

void write_json_node_members(JsonSink& w, const GraphView& view, const NodeRow& node, bool articles) {
    w.pair("id", node.id);
    w.pair("type", name_of(node.type));
    w.pair("label", node.label);
    w.flag("named", node.named);
    w.list("aliases", node.aliases);
    w.nullable("country", node.country);
    w.nullable("cameo_actor", node.cameo_actor);
    w.map("ids", node.ids);
    w.number("mentions", node.mentions);
    if (articles) w.list("articles", node.articles);
    w.nullable("first_seen", node.first_seen);
    w.nullable("last_seen", node.last_seen);
    if (!view.columns().empty() && !node.values.empty()) {
        w.key("measures");
        w.open('{');
        for (std::size_t c = 0; c < node.values.size() && c < view.columns().size(); ++c)
            w.value(view.columns()[c].name, node.values[c], view.columns()[c].whole);
        w.close('}');
    }
}

namespace {

/// `end(name, node)` writes the id of an end.
template <typename End>
void write_edge_members(JsonSink& w, const EdgeRow& edge, End end) {
    w.pair("id", edge.id);
    end("source", edge.source);
    w.pair("relation", edge.relation);
    end("target", edge.target);
    w.pair("kind", edge.kind);
    w.pair("label", edge.label);
    w.pair("status", name_of(edge.status));
    w.key("statuses");
    w.open('{');
    for (std::size_t s = 0; s < edge.statuses.size(); ++s)
        if (edge.statuses[s] > 0) w.number(status_names[s], edge.statuses[s]);
    w.close('}');
    w.flag("former", edge.former);
    w.flag("symmetric", edge.symmetric);
    w.number("weight", edge.weight);
    w.number("sources", edge.sources);
    w.per_mille("confidence", edge.confidence);
    w.nullable("cameo", edge.cameo);
    w.nullable("plover", edge.plover);
    w.nullable("first_date", edge.first_date);
    w.nullable("last_date", edge.last_date);
}

}  // namespace

void write_json_edge_members(JsonSink& w, const GraphView& view, const EdgeRow& edge) {
    write_edge_members(w, edge,
                       [&](std::string_view name, std::uint32_t node) { w.pair(name, view.nodes()[node].id); });
}

namespace {

void write_node(JsonSink& w, const GraphView& view, const NodeRow& node) {
    w.open('{');
    write_json_node_members(w, view, node);
    w.close('}');
}

void write_edge(JsonSink& w, const NodeIds& ids, const EdgeRow& edge) {
    w.open('{');
    write_edge_members(w, edge, [&](std::string_view name, std::uint32_t node) { w.ready(name, ids.of(node)); });
    w.key("evidence");
    write_evidence(w, edge);
    w.close('}');
}

/// The rows of a list, a line each.
template <typename Row, typename Write>
void write_rows(Sink& sink, std::string_view name, std::span<const Row> rows, Write write) {
    sink.raw(",\n\"");
    sink.raw(name);
    sink.raw("\": [");
    bool first = true;
    for (const auto& row : rows) {
        sink.raw(first ? std::string_view("\n") : std::string_view(",\n"));
        first = false;
        write(row);
    }
    sink.raw(first ? std::string_view("]") : std::string_view("\n]"));
}

}  // namespace

void write_json(const GraphView& view, std::ostream& out) {
    Sink sink(out);
    JsonSink w(sink);
    const NodeIds ids(view, json_text);
    sink.raw('{');
    w.map("chancery", view.versions());
    write_rows(sink, "articles", view.articles(), [&](const ArticleRow& row) { write_json_article(w, row); });
    write_rows(sink, "nodes", view.nodes(), [&](const NodeRow& row) { write_node(w, view, row); });
    sink.raw(",\n\"edges\": [");
    ids.write_edges(sink, view, [&](Sink& part) {
        return [&, json = JsonSink(part)](const EdgeRow& row) mutable {
            part.raw(&row == view.edges().data() ? std::string_view("\n") : std::string_view(",\n"));
            write_edge(json, ids, row);
        };
    });
    sink.raw(view.edges().empty() ? std::string_view("]\n}\n") : std::string_view("\n]\n}\n"));
}

}  // namespace chancery
