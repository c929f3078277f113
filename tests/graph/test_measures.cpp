#include <algorithm>
#include <cmath>
#include <random>

#include "graph/columns.hpp"
#include "graph/communities.hpp"
#include "graph/force_layout.hpp"
#include "graph/measures.hpp"
#include "graph/paths.hpp"
#include "tests/catch.hpp"

namespace chancery {

namespace {

struct Link {
    std::uint32_t source, target;
    std::uint32_t weight = 1;
    Status status = Status::asserted;
    bool symmetric = false;
};

GraphRows graph_of_links(std::uint32_t nodes, const std::vector<Link>& links) {
    GraphRows rows;
    for (std::uint32_t n = 0; n < nodes; ++n) {
        NodeRow node;
        node.id = "group_" + std::to_string(1000 + n);
        rows.nodes.push_back(node);
    }
    for (const auto& link : links) {
        EdgeRow edge;
        edge.id = "e_" + std::to_string(rows.edges.size());
        edge.source = link.source;
        edge.target = link.target;
        edge.weight = link.weight;
        edge.status = link.status;
        edge.symmetric = link.symmetric;
        rows.edges.push_back(edge);
    }
    return rows;
}

std::vector<double> column(const GraphRows& rows, const std::string& name) {
    for (std::size_t c = 0; c < rows.columns.size(); ++c) {
        if (rows.columns[c].name != name) continue;
        std::vector<double> values;
        for (const auto& node : rows.nodes) values.push_back(node.values.at(c));
        return values;
    }
    FAIL("no column " << name);
    return {};
}

using Values = std::vector<double>;

/// Rings of `size` nodes, each chained to the next by one edge.
GraphRows rings(std::uint32_t count, std::uint32_t size) {
    std::vector<Link> links;
    for (std::uint32_t r = 0; r < count; ++r) {
        for (std::uint32_t a = 0; a < size; ++a)
            for (std::uint32_t b = a + 1; b < size; ++b) links.push_back({r * size + a, r * size + b});
        if (r > 0) links.push_back({(r - 1) * size, r * size});
    }
    return graph_of_links(count * size, links);
}

}  // namespace

TEST_CASE("columns stand sorted and are replaced, not doubled") {
    auto rows = graph_of_links(2, {});
    set_column(rows, "pagerank", Values{0.5, 0.25});
    set_column(rows, "degree", Values{1, 2});
    set_column(rows, "pagerank", Values{0.75, 0.125});
    CHECK(rows.columns == std::vector<NodeColumn>{{"degree", true}, {"pagerank", false}});
    CHECK(rows.nodes[1].values == Values{2, 0.125});
}

TEST_CASE("degrees count relations, both ways where symmetric; loops, denials and plans are left out") {
    auto rows = graph_of_links(4, {{0, 1, 3},
                                   {0, 1, 2},
                                   {1, 2, 1, Status::alleged, true},
                                   {2, 2, 5},
                                   {2, 3, 1, Status::denied},
                                   {3, 0, 1, Status::planned}});
    auto all = rows;
    add_measures(rows, {});
    CHECK(column(rows, "degree") == Values{2, 3, 1, 0});
    CHECK(column(rows, "weighted_degree") == Values{5, 6, 1, 0});
    CHECK(column(rows, "in_degree") == Values{0, 3, 1, 0});
    CHECK(column(rows, "out_degree") == Values{2, 1, 1, 0});
    CHECK(column(rows, "component") == Values{0, 0, 0, 1});
    CHECK(column(rows, "core") == Values{1, 1, 1, 0});
    CHECK(column(rows, "betweenness") == Values{0, 1.0 / 3, 0, 0});
    CHECK(rows.versions["measures"] == "asserted and alleged edges; betweenness and closeness exact");
    add_measures(all, {true});
    CHECK(column(all, "degree") == Values{3, 3, 2, 2});
    CHECK(column(all, "core") == Values{2, 2, 2, 2});
}

TEST_CASE("PageRank sums to one, with and without a way out") {
    auto rows = graph_of_links(5, {{0, 1}, {2, 1}, {3, 1, 4}, {1, 4}});
    add_measures(rows, {});
    const auto rank = column(rows, "pagerank");
    double sum = 0;
    for (const auto value : rank) sum += value;
    CHECK(std::abs(sum - 1) < 1e-9);
    CHECK(std::max_element(rank.begin(), rank.end()) - rank.begin() == 4);
}

TEST_CASE("cliques in a chain are the communities, numbered by size") {
    const auto rows = rings(6, 5);
    const auto graph = project(GraphView(rows), false);
    const auto community = communities(graph);
    for (std::uint32_t v = 0; v < graph.size(); ++v) CHECK(community[v] == community[v - v % 5]);
    CHECK(*std::max_element(community.begin(), community.end()) == 5);
    CHECK(modularity(graph, community) > 0.7);
    CHECK(numbered_by_size({5, 3, 3, 3, 1, 1}) == std::vector<std::uint32_t>{2, 0, 0, 0, 1, 1});
}

TEST_CASE("no order of rows changes a measure or a coordinate") {
    std::mt19937 random(5);
    std::vector<Link> links;
    for (int e = 0; e < 300; ++e)
        links.push_back({static_cast<std::uint32_t>(random() % 90), static_cast<std::uint32_t>(random() % 90),
                         1 + static_cast<std::uint32_t>(random() % 3)});
    auto rows = graph_of_links(90, links);
    auto turned = rows;
    std::reverse(turned.nodes.begin(), turned.nodes.end());
    std::reverse(turned.edges.begin(), turned.edges.end());
    for (auto& edge : turned.edges) {
        edge.source = 89 - edge.source;
        edge.target = 89 - edge.target;
    }
    for (auto* each : {&rows, &turned}) {
        add_measures(*each, {});
        add_layout(*each);
    }
    std::reverse(turned.nodes.begin(), turned.nodes.end());
    CHECK(rows.columns == turned.columns);
    for (std::size_t n = 0; n < rows.nodes.size(); ++n) CHECK(rows.nodes[n].values == turned.nodes[n].values);
}

TEST_CASE("sampled paths come near the exact ones and say so") {
    std::mt19937 random(6);
    std::vector<Link> links;
    for (std::uint32_t e = 0; e < 3000; ++e)
        links.push_back({static_cast<std::uint32_t>(random() % 800),
                         static_cast<std::uint32_t>((random() % 800) * (random() % 800) / 800)});
    auto rows = graph_of_links(800, links);
    const auto graph = project(GraphView(rows), false);
    const auto exact = path_measures(graph, 0), sampled = path_measures(graph, 200);
    double error = 0, sum = 0;
    for (std::uint32_t v = 0; v < graph.size(); ++v) {
        error += std::abs(exact.betweenness[v] - sampled.betweenness[v]);
        sum += exact.betweenness[v];
        CHECK(std::abs(exact.closeness[v] - sampled.closeness[v]) < 0.05);
    }
    CHECK(error < 0.25 * sum);
    add_measures(rows, {false, 100, 50});
    CHECK(rows.versions["measures"] == "asserted and alleged edges; betweenness and closeness estimated from 50 nodes");
}

TEST_CASE("the layout keeps linked nodes closer than others, and works for none, one and equal places") {
    for (const std::uint32_t n : {0U, 1U, 2U}) {
        auto rows = graph_of_links(n, {});
        add_layout(rows);
        CHECK(rows.columns.size() == 2);
    }
    auto rows = rings(5, 8);
    add_layout(rows);
    const auto x = column(rows, "x"), y = column(rows, "y");
    double near = 0, far = 0, nears = 0, fars = 0;
    for (std::size_t a = 0; a < x.size(); ++a)
        for (std::size_t b = 0; b < a; ++b) {
            const auto distance = std::hypot(x[a] - x[b], y[a] - y[b]);
            (a / 8 == b / 8 ? near : far) += distance;
            (a / 8 == b / 8 ? nears : fars) += 1;
        }
    CHECK(2 * near / nears < far / fars);
}

}  // namespace chancery
