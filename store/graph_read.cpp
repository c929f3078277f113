#include <algorithm>
#include <utility>

#include "store/facts_sql.hpp"
#include "store/graph_sql.hpp"
#include "store/graph_tables.hpp"
#include "store/lists.hpp"

namespace chancery {

namespace {

Status status_of(const Database& db, const std::string& name) {
    const auto known = status(name);
    if (!known) db.damaged("the graph has the unknown status '" + name + "'");
    return *known;
}

/// Keys of the file and places in a list, sorted by key.
using Places = std::vector<std::pair<std::int64_t, std::uint32_t>>;

std::uint32_t place_of(const Database& db, const Places& places, std::int64_t key) {
    const auto it = std::lower_bound(places.begin(), places.end(), std::pair{key, 0U});
    if (it == places.end() || it->first != key) db.damaged("a part of the graph is not there");
    return it->second;
}

}  // namespace

ArticleRow read_article_row(const Query& row) {
    ArticleRow a;
    std::string names, urls;
    row.read(a.id, a.sha256, a.title, a.published, a.source, a.language, names, urls, a.words, a.syndicated);
    a.names = split_list(names);
    a.urls = split_list(urls);
    return a;
}

std::int64_t read_node_row(Database& db, const Query& row, NodeRow& n) {
    std::int64_t key = 0;
    std::string type, aliases, ids, articles;
    row.read(key, n.id, type, n.label, n.named, aliases, n.country, n.cameo_actor, ids, n.mentions, articles,
             n.first_seen, n.last_seen);
    const auto known = entity_type(type);
    if (!known) db.damaged("a node has the unknown type '" + type + "'");
    n.type = *known;
    n.aliases = split_list(aliases);
    n.ids = split_map(ids);
    n.articles = split_list(articles);
    return key;
}

EdgeKeys read_edge_row(Database& db, const Query& row, EdgeRow& e) {
    EdgeKeys keys;
    std::string held;
    row.read(keys.edge, e.id, keys.source, e.relation, keys.target, e.kind, e.label, held, e.statuses[0], e.statuses[1],
             e.statuses[2], e.statuses[3], e.former, e.symmetric, e.weight, e.sources, e.confidence, e.cameo, e.plover,
             e.first_date, e.last_date);
    e.status = status_of(db, held);
    return keys;
}

std::int64_t read_evidence_row(Database& db, const Query& row, EvidenceRow& e) {
    std::int64_t edge = 0;
    std::string held;
    row.read(edge, e.article, e.sentence.begin, e.sentence.end, e.text, e.subject.begin, e.subject.end, e.trigger.begin,
             e.trigger.end, e.object.begin, e.object.end, held, e.speaker_node, e.speaker_text, e.date, e.place, e.rule,
             e.construction, e.confidence);
    e.status = status_of(db, held);
    return edge;
}

GraphRows read_graph_tables(Database& db) {
    GraphRows rows;
    rows.versions = split_map(state_of(db, "versions"));
    for (auto row = db.ask(sql::graph_articles); row.next();) rows.articles.push_back(read_article_row(row));
    Places nodes, edges;
    for (auto row = db.ask(sql::nodes); row.next();) {
        const auto key = read_node_row(db, row, rows.nodes.emplace_back());
        nodes.emplace_back(key, rows.nodes.size() - 1);
    }
    std::sort(nodes.begin(), nodes.end());
    for (auto row = db.ask(sql::edges); row.next();) {
        auto& edge = rows.edges.emplace_back();
        const auto keys = read_edge_row(db, row, edge);
        edges.emplace_back(keys.edge, rows.edges.size() - 1);
        edge.source = place_of(db, nodes, keys.source);
        edge.target = place_of(db, nodes, keys.target);
    }
    for (auto row = db.ask(sql::evidence); row.next();) {
        EvidenceRow evidence;
        const auto edge = place_of(db, edges, read_evidence_row(db, row, evidence));
        rows.edges[edge].evidence.push_back(std::move(evidence));
    }
    for (const auto& edge : rows.edges)
        if (edge.evidence.empty()) db.damaged("an edge has no evidence");
    // nodes stand by id, so that their places sort as their ids do
    std::sort(rows.edges.begin(), rows.edges.end(), [](const EdgeRow& a, const EdgeRow& b) {
        return std::tie(a.source, a.relation, a.target) < std::tie(b.source, b.relation, b.target);
    });
    return rows;
}

}  // namespace chancery
