#include "query/subgraph.hpp"

#include <algorithm>
#include <set>

namespace chancery {

namespace {

constexpr std::uint32_t gone = 0xffffffff;

template <typename Value>
bool wanted(const std::vector<Value>& list, const Value& value) {
    return list.empty() || std::find(list.begin(), list.end(), value) != list.end();
}

/// Nodes at most so many edges away, sorted.
std::vector<std::uint32_t> ball(const Snapshot& graph, std::uint32_t centre, std::uint32_t hops,
                                const Deadline& deadline) {
    std::vector<bool> seen(graph.rows().nodes.size());
    std::vector<std::uint32_t> all = {centre};
    seen[centre] = true;
    for (std::size_t begin = 0, end = 1; hops > 0 && begin < end; --hops, begin = end, end = all.size()) {
        deadline.check();
        for (std::size_t i = begin; i < end; ++i)
            for (const auto& link : graph.links(all[i])) {
                if (seen[link.other]) continue;
                seen[link.other] = true;
                all.push_back(link.other);
            }
    }
    std::sort(all.begin(), all.end());
    return all;
}

/// The edges between the chosen nodes that no later step can bring back.
GraphRows copy(const Snapshot& graph, const std::vector<std::uint32_t>& nodes, const GraphFilter& filter,
               const Deadline& deadline) {
    const auto& all = graph.rows();
    GraphRows rows{all.versions, {}, {}, {}, all.columns};
    std::vector<std::uint32_t> place(all.nodes.size(), gone);
    for (const auto n : nodes) {
        place[n] = static_cast<std::uint32_t>(rows.nodes.size());
        rows.nodes.push_back(all.nodes[n]);
    }
    std::vector<std::uint32_t> edges;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (i % 1024 == 1023) deadline.check();
        for (const auto& link : graph.links(nodes[i])) {
            const auto& edge = all.edges[link.edge];
            if (edge.source == nodes[i] && place[edge.target] != gone && wanted(filter.relations, edge.relation) &&
                wanted(filter.kinds, edge.kind))
                edges.push_back(link.edge);
        }
    }
    std::sort(edges.begin(), edges.end());
    for (const auto e : edges) {
        rows.edges.push_back(all.edges[e]);
        rows.edges.back().source = place[rows.edges.back().source];
        rows.edges.back().target = place[rows.edges.back().target];
    }
    deadline.check();
    return rows;
}

void add_articles(const Snapshot& graph, GraphRows& rows) {
    std::set<std::uint32_t> named;
    for (const auto& edge : rows.edges)
        for (const auto& evidence : edge.evidence)
            if (const auto a = graph.article(evidence.article)) named.insert(*a);
    rows.articles.clear();
    for (const auto a : named) rows.articles.push_back(graph.rows().articles[a]);
}

}  // namespace

GraphRows subgraph(const Snapshot& graph, GraphFilter filter, const Deadline& deadline) {
    std::vector<std::uint32_t> nodes;
    if (!filter.around.empty()) {
        const auto centre = require_node(graph, filter.around);
        filter.around = graph.rows().nodes[centre].id;
        nodes = ball(graph, centre, filter.hops, deadline);
    } else {
        nodes.resize(graph.rows().nodes.size());
        for (std::uint32_t n = 0; n < nodes.size(); ++n) nodes[n] = n;
    }
    auto rows = copy(graph, nodes, filter, deadline);
    add_articles(graph, rows);
    rows = filtered(std::move(rows), filter);
    add_articles(graph, rows);
    deadline.check();
    return rows;
}

}  // namespace chancery
