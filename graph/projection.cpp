#include "graph/projection.hpp"

#include <algorithm>
#include <numeric>

namespace chancery {

namespace {

/// Sorts the arcs of every vertex by target and makes parallel ones one.
void merge_parallel(Projection& graph) {
    std::size_t kept = 0, begin = 0;
    for (std::uint32_t v = 0; v < graph.size(); ++v) {
        const auto end = graph.offsets[v + 1];
        std::sort(graph.arcs.begin() + static_cast<std::ptrdiff_t>(begin),
                  graph.arcs.begin() + static_cast<std::ptrdiff_t>(end),
                  [](const auto& a, const auto& b) { return a.target < b.target; });
        const auto first = kept;
        for (auto at = begin; at < end; ++at) {
            const auto arc = graph.arcs[at];
            if (kept > first && graph.arcs[kept - 1].target == arc.target)
                graph.arcs[kept - 1].weight += arc.weight;
            else
                graph.arcs[kept++] = arc;
        }
        graph.offsets[v] = first;
        begin = end;
    }
    graph.offsets.back() = kept;
    graph.arcs.resize(kept);
}

}  // namespace

std::vector<double> Projection::in_row_order(const std::vector<double>& of_vertices) const {
    std::vector<double> values(rows.size());
    for (std::size_t v = 0; v < rows.size(); ++v) values[rows[v]] = of_vertices[v];
    return values;
}

Projection project(const GraphView& view, bool all) {
    Projection graph;
    const auto nodes = view.nodes();
    graph.rows.resize(nodes.size());
    std::iota(graph.rows.begin(), graph.rows.end(), 0U);
    std::sort(graph.rows.begin(), graph.rows.end(),
              [&](std::uint32_t a, std::uint32_t b) { return nodes[a].id < nodes[b].id; });
    graph.vertex.resize(nodes.size());
    for (std::uint32_t v = 0; v < graph.size(); ++v) graph.vertex[graph.rows[v]] = v;
    graph.offsets.assign(nodes.size() + 1, 0);
    for (std::uint32_t e = 0; e < view.edges().size(); ++e) {
        const auto& edge = view.edges()[e];
        if (edge.source == edge.target) continue;
        if (!all && (edge.status == Status::denied || edge.status == Status::planned)) continue;
        graph.edges.push_back(e);
        ++graph.offsets[graph.vertex[edge.source] + 1];
        ++graph.offsets[graph.vertex[edge.target] + 1];
    }
    std::partial_sum(graph.offsets.begin(), graph.offsets.end(), graph.offsets.begin());
    graph.arcs.resize(graph.edges.size() * 2);
    auto next = graph.offsets;
    for (const auto e : graph.edges) {
        const auto& edge = view.edges()[e];
        const auto s = graph.vertex[edge.source], t = graph.vertex[edge.target];
        const auto weight = std::max(1.0, static_cast<double>(edge.weight));
        graph.arcs[next[s]++] = {t, weight};
        graph.arcs[next[t]++] = {s, weight};
    }
    merge_parallel(graph);
    return graph;
}

}  // namespace chancery
