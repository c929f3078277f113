#include <algorithm>
#include <set>

#include "export/json_rows.hpp"
#include "serve/json_answers.hpp"
#include "serve/json_text.hpp"

namespace chancery {

namespace {

constexpr std::size_t most_shown = 3;  // edges of a step

void write_step(JsonSink& w, const Snapshot& graph, const std::vector<std::uint32_t>& edges) {
    w.open('{');
    w.number("relation_count", edges.size());
    w.key("relations");
    w.open('[');
    for (std::size_t i = 0; i < std::min(edges.size(), most_shown); ++i) {
        const auto& edge = graph.rows().edges[edges[i]];
        const auto& quote = best_evidence(edge);
        w.item();
        w.open('{');
        write_json_edge_members(w, graph.view(), edge);
        w.pair("source_label", graph.view().source(edge).label);
        w.pair("target_label", graph.view().target(edge).label);
        w.pair("quote", quote.text);
        w.pair("quote_article", quote.article);
        w.close('}');
    }
    w.close(']');
    w.close('}');
}

void write_path(JsonSink& w, const Snapshot& graph, const Path& path) {
    w.open('{');
    w.number("hops", path.edges.size());
    w.value("cost", path.cost, false);
    w.key("entities");
    w.open('[');
    for (const auto node : path.nodes) {
        w.item();
        write_card(w, graph.rows().nodes[node]);
    }
    w.close(']');
    w.key("steps");
    w.open('[');
    for (const auto& edges : path.edges) {
        w.item();
        write_step(w, graph, edges);
    }
    w.close(']');
    w.close('}');
}

template <typename Map>
void write_counts(JsonSink& w, std::string_view name, const Map& counts) {
    w.key(name);
    w.open('{');
    for (const auto& [key, count] : counts) w.value(key, static_cast<double>(count), true);
    w.close('}');
}

template <typename Names, typename Counts>
void write_counts(JsonSink& w, std::string_view name, const Names& names, const Counts& counts) {
    w.key(name);
    w.open('{');
    for (std::size_t i = 0; i < names.size(); ++i)
        if (counts[i] > 0) w.number(names[i], counts[i]);
    w.close('}');
}

void write_use(JsonSink& w, const RelationUse& use) {
    w.open('{');
    w.pair("relation", use.relation);
    w.pair("label", use.label);
    w.pair("kind", use.kind);
    w.flag("symmetric", use.symmetric);
    w.number("count", use.edges);
    write_counts(w, "statuses", status_names, use.statuses);
    w.key("between");
    w.open('[');
    for (const auto& [types, count] : use.between) {
        w.item();
        w.open('{');
        w.pair("source", types.first);
        w.pair("target", types.second);
        w.number("count", count);
        w.close('}');
    }
    w.close(']');
    w.close('}');
}

template <typename Names>
void write_names(JsonSink& w, std::string_view name, const Names& names) {
    w.key(name);
    w.open('[');
    for (const auto& each : names) {
        w.item();
        w.text(each);
    }
    w.close(']');
}

void write_doubt(JsonSink& w, const Snapshot& graph, const Doubt& doubt) {
    const auto& one = graph.rows().nodes[doubt.first];
    const auto& other = graph.rows().nodes[doubt.second];
    w.open('{');
    w.pair("reason", doubt.reason);
    w.key("first");
    write_card(w, one);
    w.key("second");
    write_card(w, other);
    w.pair("decision", "merge\t" + address_of(one) + "\t" + address_of(other));
    w.close('}');
}

}  // namespace

std::string paths_json(const Snapshot& graph, const PathQuery& query, const Paths& found) {
    return written_json([&](JsonSink& w) {
               w.open('{');
               w.pair("generation", graph.tag());
               w.key("from");
               write_card(w, graph.rows().nodes[query.from]);
               w.key("to");
               write_card(w, graph.rows().nodes[query.to]);
               w.pair("by", query.cost == PathCost::hops ? "hops" : "evidence");
               w.number("max_hops", query.most_hops);
               w.flag("complete", found.complete);
               w.key("paths");
               w.open('[');
               for (const auto& path : found.paths) {
                   w.item();
                   write_path(w, graph, path);
               }
               w.close(']');
               w.close('}');
           }) +
           "\n";
}

std::string stats_json(const Snapshot& graph, const GraphStats& stats) {
    return written_json([&](JsonSink& w) {
               w.open('{');
               w.pair("generation", graph.tag());
               w.map("chancery", graph.rows().versions);
               w.number("articles", stats.articles);
               w.number("words", stats.words);
               w.number("entities", stats.entities);
               w.number("relations", stats.relations);
               w.number("evidence", stats.evidence);
               write_counts(w, "types", entity_type_names, stats.types);
               write_counts(w, "statuses", status_names, stats.statuses);
               w.number("disputed", stats.disputed);
               write_counts(w, "kinds", stats.kinds);
               write_counts(w, "countries", stats.countries);
               write_counts(w, "sources", stats.sources);
               write_counts(w, "languages", stats.languages);
               w.nullable("first_published", stats.first_published);
               w.nullable("last_published", stats.last_published);
               w.nullable("first_date", stats.first_date);
               w.nullable("last_date", stats.last_date);
               w.close('}');
           }) +
           "\n";
}

std::string schema_json(const Snapshot& graph, const GraphStats& stats) {
    std::set<std::string> kinds;
    for (const auto& [kind, count] : stats.kinds) kinds.insert(kind);
    std::vector<std::string> columns;
    for (const auto& column : graph.rows().columns) columns.push_back(column.name);
    return written_json([&](JsonSink& w) {
               w.open('{');
               w.pair("generation", graph.tag());
               write_names(w, "types", entity_type_names);
               write_names(w, "statuses", status_names);
               write_names(w, "kinds", kinds);
               write_names(w, "measures", columns);
               w.key("relations");
               w.open('[');
               for (const auto& use : stats.uses) {
                   w.item();
                   write_use(w, use);
               }
               w.close(']');
               w.close('}');
           }) +
           "\n";
}

std::string duplicates_json(const Snapshot& graph, std::span<const Doubt> doubts, std::size_t total,
                            std::string_view next) {
    return written_json([&](JsonSink& w) {
               w.open('{');
               write_frame(w, graph, total, next);
               w.key("duplicates");
               w.open('[');
               for (const auto& doubt : doubts) {
                   w.item();
                   write_doubt(w, graph, doubt);
               }
               w.close(']');
               w.close('}');
           }) +
           "\n";
}

std::string duplicates_lines(const Snapshot& graph, std::span<const Doubt> doubts) {
    std::string lines;
    for (const auto& doubt : doubts) lines += written_json([&](JsonSink& w) { write_doubt(w, graph, doubt); }) + "\n";
    return lines;
}

}  // namespace chancery
