#include "query/stats.hpp"

#include "graph/summary.hpp"

namespace chancery {

namespace {

void count_articles(const GraphRows& rows, GraphStats& stats) {
    for (const auto& article : rows.articles) {
        ++stats.articles;
        stats.words += article.words;
        if (!article.source.empty()) ++stats.sources[article.source];
        if (!article.language.empty()) ++stats.languages[article.language];
        widen(stats.first_published, stats.last_published, article.published, article.published);
    }
}

void count_nodes(const GraphRows& rows, GraphStats& stats) {
    for (const auto& node : rows.nodes) {
        ++stats.entities;
        ++stats.types[static_cast<std::size_t>(node.type)];
        if (!node.country.empty()) ++stats.countries[node.country];
    }
}

}  // namespace

GraphStats count(const Snapshot& graph) {
    const auto& rows = graph.rows();
    GraphStats stats;
    count_articles(rows, stats);
    count_nodes(rows, stats);
    std::map<std::string_view, RelationUse> uses;
    for (const auto& edge : rows.edges) {
        ++stats.relations;
        stats.evidence += edge.evidence.size();
        ++stats.statuses[static_cast<std::size_t>(edge.status)];
        if (edge.label.ends_with(" (disputed)")) ++stats.disputed;
        ++stats.kinds[edge.kind];
        widen(stats.first_date, stats.last_date, edge.first_date, edge.last_date);
        auto& use = uses[edge.relation];
        if (use.edges++ == 0) {
            use.relation = edge.relation;
            use.kind = edge.kind;
            use.label = bare_label(edge);
            use.symmetric = edge.symmetric;
        }
        ++use.statuses[static_cast<std::size_t>(edge.status)];
        ++use.between[{name_of(rows.nodes[edge.source].type), name_of(rows.nodes[edge.target].type)}];
    }
    for (auto& [name, use] : uses) stats.uses.push_back(std::move(use));
    return stats;
}

}  // namespace chancery
