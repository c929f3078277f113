// bench_measures [NODES EDGES]: every measure of --measures on a made graph, and the same by igraph, in one run.
// igraph (GPL) is linked into this program only.
#include <igraph/igraph.h>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>

#include "graph/communities.hpp"
#include "graph/force_layout.hpp"
#include "graph/measures.hpp"
#include "graph/paths.hpp"
#include "graph/projection.hpp"

namespace {

using namespace chancery;  // main only

double seconds() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

template <typename Work>
double timed(const char* name, Work work) {
    const auto begun = seconds();
    work();
    const auto took = seconds() - begun;
    std::printf("  %-32s %7.2f s\n", name, took);
    return took;
}

/// Hubs, communities, parallel edges, weights.
GraphRows made(std::uint32_t nodes, std::uint32_t edges) {
    std::mt19937_64 random(1);
    GraphRows rows;
    rows.nodes.resize(nodes);
    for (std::uint32_t n = 0; n < nodes; ++n) rows.nodes[n].id = "n" + std::to_string(10000000 + n);
    rows.edges.resize(edges);
    for (auto& edge : rows.edges) {
        const auto u = static_cast<double>(random() >> 11U) / 9007199254740992.0;
        edge.source = static_cast<std::uint32_t>(nodes * u * u);
        auto target = static_cast<std::uint32_t>(random() % nodes);
        if (random() % 10 < 7) target = target - target % 200 + edge.source % 200;
        edge.target = target < nodes ? target : edge.source;
        edge.weight = 1 + static_cast<std::uint32_t>(random() % 3);
    }
    return rows;
}

double by_igraph(const GraphRows& rows, const Projection& flat, std::uint32_t pivots) {
    igraph_vector_int_t ends;
    igraph_vector_t weights;
    igraph_t directed, graph;
    igraph_vector_int_init(&ends, 0);
    igraph_vector_init(&weights, 0);
    for (const auto e : flat.edges) {
        igraph_vector_int_push_back(&ends, flat.vertex[rows.edges[e].source]);
        igraph_vector_int_push_back(&ends, flat.vertex[rows.edges[e].target]);
        igraph_vector_push_back(&weights, rows.edges[e].weight);
    }
    double total = timed("two graphs", [&] {
        igraph_create(&directed, &ends, flat.size(), true);
        igraph_vector_int_t once;
        igraph_vector_int_init(&once, 0);
        for (std::uint32_t v = 0; v < flat.size(); ++v)
            for (const auto& arc : flat.around(v))
                if (v < arc.target) {
                    igraph_vector_int_push_back(&once, v);
                    igraph_vector_int_push_back(&once, arc.target);
                }
        igraph_create(&graph, &once, flat.size(), false);
        igraph_vector_int_destroy(&once);
    });
    igraph_vector_t flat_weights, result;
    igraph_vector_int_t whole;
    igraph_vector_init(&flat_weights, 0);
    for (std::uint32_t v = 0; v < flat.size(); ++v)
        for (const auto& arc : flat.around(v))
            if (v < arc.target) igraph_vector_push_back(&flat_weights, arc.weight);
    igraph_vector_init(&result, 0);
    igraph_vector_int_init(&whole, 0);
    total += timed("degrees", [&] {
        for (const auto mode : {IGRAPH_ALL, IGRAPH_IN, IGRAPH_OUT})
            igraph_degree(&directed, &whole, igraph_vss_all(), mode, false);
        igraph_strength(&directed, &result, igraph_vss_all(), IGRAPH_ALL, false, &weights);
    });
    total += timed("pagerank", [&] {
        igraph_real_t value = 0;
        igraph_pagerank(&directed, IGRAPH_PAGERANK_ALGO_PRPACK, &result, &value, igraph_vss_all(), true, 0.85, &weights,
                        nullptr);
    });
    total += timed("coreness", [&] { igraph_coreness(&graph, &whole, IGRAPH_ALL); });
    total += timed("components", [&] { igraph_connected_components(&graph, &whole, nullptr, nullptr, IGRAPH_WEAK); });
    total += timed("multilevel communities", [&] {
        igraph_vector_t steps;
        igraph_vector_init(&steps, 0);
        igraph_community_multilevel(&graph, &flat_weights, 1, &whole, nullptr, &steps);
        igraph_real_t modularity = 0;
        igraph_modularity(&graph, &whole, &flat_weights, 1, false, &modularity);
        std::printf("  modularity %.4f\n", modularity);
        igraph_vector_destroy(&steps);
    });
    igraph_vs_t sources;
    igraph_vs_range(&sources, 0, pivots == 0 ? flat.size() : pivots);
    total += timed("betweenness from as many nodes", [&] {
        igraph_betweenness_subset(&graph, &result, igraph_vss_all(), false, sources, igraph_vss_all(), nullptr);
    });
    total += timed("closeness of as many nodes",
                   [&] { igraph_harmonic_centrality(&graph, &result, sources, IGRAPH_ALL, nullptr, true); });
    return total;
}

}  // namespace

int main(int argc, char** argv) {
    const auto nodes = static_cast<std::uint32_t>(argc > 2 ? std::atol(argv[1]) : 100000);
    const auto edges = static_cast<std::uint32_t>(argc > 2 ? std::atol(argv[2]) : 1000000);
    auto rows = made(nodes, edges);
    const MeasureOptions options;
    const auto pivots = nodes > options.exact_nodes ? options.pivots : 0;
    std::printf("%u nodes, %u edges, paths from %u nodes\nchancery\n", nodes, edges, pivots == 0 ? nodes : pivots);
    const auto graph = project(GraphView(rows), false);
    timed("of it the projection", [&] { static_cast<void>(project(GraphView(rows), false)); });
    timed("of it betweenness and closeness", [&] { static_cast<void>(path_measures(graph, pivots)); });
    timed("of it communities", [&] { std::printf("  modularity %.4f\n", modularity(graph, communities(graph))); });
    const auto ours = timed("all measures", [&] { add_measures(rows, options); });
    timed("layout (no part of it)", [&] { add_layout(rows); });
    std::printf("igraph\n");
    const auto theirs = by_igraph(rows, graph, pivots);
    std::printf("chancery %.2f s, igraph %.2f s: %.2f of its time\n", ours, theirs, ours / theirs);
    return 0;
}
