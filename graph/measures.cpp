#include "graph/measures.hpp"

#include <algorithm>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/core_numbers.hpp>
#include <cmath>
#include <numeric>

#include "graph/columns.hpp"
#include "graph/communities.hpp"
#include "graph/paths.hpp"
#include "graph/projection.hpp"

namespace chancery {

namespace {

using Values = std::vector<double>;

void add_degrees(GraphRows& rows, const Projection& graph) {
    Values degree(rows.nodes.size()), in(degree), out(degree), weighted(degree);
    for (const auto e : graph.edges) {
        const auto& edge = rows.edges[e];
        for (const auto end : {edge.source, edge.target}) {
            ++degree[end];
            weighted[end] += std::max(1U, edge.weight);
            if (edge.symmetric || end == edge.source) ++out[end];
            if (edge.symmetric || end == edge.target) ++in[end];
        }
    }
    set_column(rows, "degree", degree);
    set_column(rows, "in_degree", in);
    set_column(rows, "out_degree", out);
    set_column(rows, "weighted_degree", weighted);
}

/// The share of a walk that follows edges by weight and starts anew with 15 % at every step; a node without a way out
/// hands its share to all. Symmetric edges lead both ways.
Values pagerank(const GraphRows& rows, const Projection& graph) {
    const std::size_t n = graph.size();
    std::vector<std::size_t> offsets(n + 1, 0);
    Values strength(n, 0);
    const auto each_way = [&](const auto& visit) {
        for (const auto e : graph.edges) {
            const auto& edge = rows.edges[e];
            const auto s = graph.vertex[edge.source], t = graph.vertex[edge.target];
            const double weight = std::max(1U, edge.weight);
            visit(s, t, weight);
            if (edge.symmetric) visit(t, s, weight);
        }
    };
    each_way([&](std::uint32_t s, std::uint32_t t, double weight) {
        strength[s] += weight;
        ++offsets[t + 1];
    });
    std::partial_sum(offsets.begin(), offsets.end(), offsets.begin());
    std::vector<Projection::Arc> incoming(offsets.back());
    auto next = offsets;
    each_way([&](std::uint32_t s, std::uint32_t t, double weight) { incoming[next[t]++] = {s, weight}; });
    for (std::size_t v = 0; v < n; ++v)  // sums in the order of ids, not of rows
        std::sort(incoming.begin() + static_cast<std::ptrdiff_t>(offsets[v]),
                  incoming.begin() + static_cast<std::ptrdiff_t>(offsets[v + 1]), [](const auto& a, const auto& b) {
                      return a.target != b.target ? a.target < b.target : a.weight < b.weight;
                  });

    Values rank(n, 1.0 / static_cast<double>(n)), flow(n), fresh(n);
    for (int round = 0; round < 1000; ++round) {
        double lost = 0, change = 0;
        for (std::size_t v = 0; v < n; ++v) {
            flow[v] = strength[v] > 0 ? rank[v] / strength[v] : 0;
            if (strength[v] == 0) lost += rank[v];
        }
        const auto base = (0.15 + 0.85 * lost) / static_cast<double>(n);
        for (std::size_t v = 0; v < n; ++v) {
            double sum = 0;
            for (auto at = offsets[v]; at < offsets[v + 1]; ++at)
                sum += flow[incoming[at].target] * incoming[at].weight;
            fresh[v] = base + 0.85 * sum;
            change += std::abs(fresh[v] - rank[v]);
        }
        rank.swap(fresh);
        if (change < 1e-12) break;
    }
    return rank;
}

/// Boost's algorithm counts incoming edges; on the frozen graph with both directions those are all.
Values cores(const Projection& graph) {
    using Csr = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                                   boost::no_property, std::uint32_t, std::uint32_t>;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> arcs;
    arcs.reserve(graph.arcs.size());
    for (std::uint32_t v = 0; v < graph.size(); ++v)
        for (const auto& arc : graph.around(v)) arcs.emplace_back(v, arc.target);
    const Csr frozen(boost::edges_are_sorted, arcs.begin(), arcs.end(), graph.size());
    std::vector<std::uint32_t> core(graph.size());
    if (!core.empty())
        boost::core_numbers(frozen, boost::make_iterator_property_map(core.begin(), get(boost::vertex_index, frozen)));
    return {core.begin(), core.end()};
}

std::vector<std::uint32_t> components(const Projection& graph) {
    std::vector<std::uint32_t> parent(graph.size());
    std::iota(parent.begin(), parent.end(), 0U);
    const auto root = [&](std::uint32_t v) {
        while (parent[v] != v) v = parent[v] = parent[parent[v]];
        return v;
    };
    for (std::uint32_t v = 0; v < graph.size(); ++v)
        for (const auto& arc : graph.around(v)) {
            const auto a = root(v), b = root(arc.target);
            parent[std::max(a, b)] = std::min(a, b);
        }
    for (std::uint32_t v = 0; v < graph.size(); ++v) parent[v] = root(v);
    return numbered_by_size(parent);
}

Values doubles(const std::vector<std::uint32_t>& values) {
    return {values.begin(), values.end()};
}

}  // namespace

void add_measures(GraphRows& rows, const MeasureOptions& options) {
    const auto graph = project(GraphView(rows), options.all);
    const auto add = [&](const char* name, const Values& values) {
        set_column(rows, name, graph.in_row_order(values));
    };
    const bool sampled = graph.size() > options.exact_nodes;
    const auto paths = path_measures(graph, sampled ? options.pivots : 0);
    add_degrees(rows, graph);
    add("pagerank", pagerank(rows, graph));
    add("betweenness", paths.betweenness);
    add("closeness", paths.closeness);
    add("core", cores(graph));
    add("component", doubles(components(graph)));
    add("community", doubles(communities(graph)));
    rows.versions["measures"] = std::string(options.all ? "all edges" : "asserted and alleged edges") +
                                "; betweenness and closeness " +
                                (sampled ? "estimated from " + std::to_string(options.pivots) + " nodes" : "exact");
}

}  // namespace chancery
