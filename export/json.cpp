// Node-link JSON: the form that keeps everything. One node, edge, article a line, so that two graphs can be compared
// with diff.
#include "export/json.hpp"

#include <ostream>

#include "export/json_writer.hpp"
#include "export/text.hpp"

namespace chancery {

namespace {

void write_article(JsonWriter& w, const ArticleRow& article) {
    w.raw("{");
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
    w.raw("}");
}

void write_node(JsonWriter& w, const GraphView& view, const NodeRow& node) {
    w.raw("{");
    w.pair("id", node.id);
    w.pair("type", name_of(node.type));
    w.pair("label", node.label);
    w.flag("named", node.named);
    w.list("aliases", node.aliases);
    w.nullable("country", node.country);
    w.nullable("cameo_actor", node.cameo_actor);
    w.map("ids", node.ids);
    w.number("mentions", node.mentions);
    w.list("articles", node.articles);
    w.nullable("first_seen", node.first_seen);
    w.nullable("last_seen", node.last_seen);
    if (!view.columns().empty() && !node.values.empty()) {
        w.key("measures");
        w.raw("{");
        for (std::size_t c = 0; c < node.values.size() && c < view.columns().size(); ++c) {
            w.key(view.columns()[c].name);
            w.raw(number(node.values[c], view.columns()[c].whole));
        }
        w.raw("}");
    }
    w.raw("}");
}

void write_edge(JsonWriter& w, const GraphView& view, const EdgeRow& edge) {
    w.raw("{");
    w.pair("id", edge.id);
    w.pair("source", view.source(edge).id);
    w.pair("relation", edge.relation);
    w.pair("target", view.target(edge).id);
    w.pair("kind", edge.kind);
    w.pair("label", edge.label);
    w.pair("status", name_of(edge.status));
    w.key("statuses");
    w.raw("{");
    for (std::size_t s = 0; s < edge.statuses.size(); ++s)
        if (edge.statuses[s] > 0) w.number(status_names[s], edge.statuses[s]);
    w.raw("}");
    w.flag("former", edge.former);
    w.flag("symmetric", edge.symmetric);
    w.number("weight", edge.weight);
    w.number("sources", edge.sources);
    w.key("confidence");
    w.raw(decimal(edge.confidence));
    w.nullable("cameo", edge.cameo);
    w.nullable("plover", edge.plover);
    w.nullable("first_date", edge.first_date);
    w.nullable("last_date", edge.last_date);
    w.key("evidence");
    w.raw("[");
    for (std::size_t i = 0; i < edge.evidence.size(); ++i) {
        if (i > 0) w.raw(", ");
        w.raw("{");
        write_evidence_members(w, edge.evidence[i]);
        w.raw("}");
    }
    w.raw("]}");
}

template <typename Rows, typename Write>
void write_rows(JsonWriter& w, std::string_view name, const Rows& rows, Write write) {
    w.raw(",\n\"" + std::string(name) + "\": [");
    bool first = true;
    for (const auto& row : rows) {
        w.raw(first ? "\n" : ",\n");
        first = false;
        w.flush();
        write(row);
    }
    w.raw(first ? "]" : "\n]");
    w.flush();
}

}  // namespace

void write_json(const GraphView& view, std::ostream& out) {
    JsonWriter w(out);
    w.raw("{");
    w.map("chancery", view.versions());
    write_rows(w, "articles", view.articles(), [&](const ArticleRow& row) { write_article(w, row); });
    write_rows(w, "nodes", view.nodes(), [&](const NodeRow& row) { write_node(w, view, row); });
    write_rows(w, "edges", view.edges(), [&](const EdgeRow& row) { write_edge(w, view, row); });
    w.raw("\n}\n");
    w.flush();
}

}  // namespace chancery
