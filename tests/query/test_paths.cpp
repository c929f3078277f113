#include "tests/catch.hpp"

#include <algorithm>
#include <random>

#include "query/paths.hpp"
#include "query/subgraph.hpp"
#include "record/error.hpp"
#include "tests/query/town.hpp"

using namespace chancery;

namespace {

using Walk = std::vector<std::uint32_t>;

/// A graph of random edges, some heavy, some denied.
GraphRows random_town(unsigned seed, std::uint32_t nodes, std::uint32_t edges) {
    Town town;
    town.article("a1", "Tidings", "2031-02-01");
    for (std::uint32_t n = 0; n < nodes; ++n)
        town.node("person_" + std::string(1, static_cast<char>('a' + n)), EntityType::person, "Ann");
    std::mt19937 draw(seed);
    for (std::uint32_t e = 0; e < edges; ++e) {
        const auto a = static_cast<std::uint32_t>(draw() % nodes), b = static_cast<std::uint32_t>(draw() % nodes);
        std::vector<Town::Saying> sayings(draw() % 3 + 1,
                                          {"a1", "They met.", draw() % 7 == 0 ? Status::denied : Status::asserted});
        town.edge("e_" + std::to_string(1000 + e), a, "met", b, sayings);
    }
    return town.rows();
}

/// Cost of a step by the definition, or 0 when there is none.
std::uint64_t step(const Snapshot& graph, const PathQuery& query, std::uint32_t a, std::uint32_t b) {
    std::uint64_t weight = 0;
    for (const auto& edge : graph.rows().edges) {
        const bool between = (edge.source == a && edge.target == b) || (edge.source == b && edge.target == a);
        if (between && edge.status != Status::denied && edge.status != Status::planned) weight += edge.weight;
    }
    if (weight == 0) return 0;
    return query.cost == PathCost::hops ? 1'000'000 : 1'000'000 / weight;
}

/// Every path there is, by trying all.
void all_walks(const Snapshot& graph, const PathQuery& query, Walk& walk, std::uint64_t cost,
               std::vector<std::pair<std::uint64_t, Walk>>& found) {
    if (walk.back() == query.to) {
        found.emplace_back(cost, walk);
        return;
    }
    if (walk.size() > query.most_hops) return;
    for (std::uint32_t n = 0; n < graph.rows().nodes.size(); ++n) {
        const auto more = step(graph, query, walk.back(), n);
        if (more == 0 || std::find(walk.begin(), walk.end(), n) != walk.end()) continue;
        walk.push_back(n);
        all_walks(graph, query, walk, cost + more, found);
        walk.pop_back();
    }
}

}  // namespace

TEST_CASE("the paths found are the first of all there are, by cost and then by ids", "[query]") {
    for (unsigned seed = 0; seed < 60; ++seed) {
        const Snapshot graph(random_town(seed, 8, 6 + seed % 12));
        PathQuery query;
        query.to = 7;
        query.count = 6;
        query.most_hops = 2 + seed % 5;
        query.cost = seed % 2 == 0 ? PathCost::hops : PathCost::evidence;
        std::vector<std::pair<std::uint64_t, Walk>> wanted;
        Walk start = {0};
        all_walks(graph, query, start, 0, wanted);
        std::sort(wanted.begin(), wanted.end());
        if (wanted.size() > query.count) wanted.resize(query.count);
        const auto found = find_paths(graph, query);
        REQUIRE(found.paths.size() == wanted.size());
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            CHECK(found.paths[i].nodes == wanted[i].second);
            CHECK(found.paths[i].cost == Approx(static_cast<double>(wanted[i].first) / 1e6));
        }
        CHECK(found.complete);
    }
}

TEST_CASE("a denied or planned relation is no way unless it is asked for", "[query]") {
    const Snapshot graph(harbour_town());
    PathQuery query;
    query.from = *graph.node("person_huseyn-safarov");
    query.to = *graph.node("country_NO");
    query.count = 5;
    const auto sure = find_paths(graph, query);
    REQUIRE(sure.paths.size() == 1);  // Safarov, Noor (alleged), Holt, Norway
    CHECK(sure.paths[0].nodes.size() == 4);
    query.statuses = {};
    CHECK(find_paths(graph, query).paths.at(0).nodes.size() == 2);
    query.statuses = {Status::asserted};
    CHECK(find_paths(graph, query).paths.empty());
    query.to = query.from;
    CHECK(find_paths(graph, query).paths.empty());
}

TEST_CASE("a search beyond its deadline ends", "[query]") {
    const Snapshot graph(random_town(1, 26, 300));
    PathQuery query;
    query.to = 25;
    query.count = 50;
    query.most_hops = 8;
    query.deadline.at = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    CHECK(find_paths(graph, query).paths.size() == 50);
}

TEST_CASE("a neighbourhood is what the filter gives from the whole graph", "[query]") {
    for (unsigned seed = 0; seed < 30; ++seed) {
        const Snapshot graph(random_town(seed, 20, 25));
        GraphFilter filter;
        filter.around = "person_c";
        filter.hops = seed % 4;
        if (seed % 3 == 0) filter.statuses = {Status::asserted};
        if (seed % 5 == 0) filter.top = 4;
        if (seed % 7 == 0) filter.per_mention = true;
        const auto wanted = filtered(graph.rows(), filter);
        const auto found = subgraph(graph, filter);
        REQUIRE(found.nodes.size() == wanted.nodes.size());
        REQUIRE(found.edges.size() == wanted.edges.size());
        for (std::size_t n = 0; n < found.nodes.size(); ++n) CHECK(found.nodes[n].id == wanted.nodes[n].id);
        for (std::size_t e = 0; e < found.edges.size(); ++e) {
            CHECK(found.edges[e].id == wanted.edges[e].id);
            CHECK(found.edges[e].source == wanted.edges[e].source);
            CHECK(found.edges[e].label == wanted.edges[e].label);
        }
    }
}

TEST_CASE("a part holds the articles that its evidence names, and a centre nobody knows is refused", "[query]") {
    const Snapshot graph(harbour_town());
    GraphFilter filter;
    filter.around = "North Dock";
    const auto part = subgraph(graph, filter);
    CHECK(part.nodes.size() == 2);
    REQUIRE(part.articles.size() == 1);
    CHECK(part.articles[0].id == "a3");
    filter.around = "Atlantis";
    CHECK_THROWS_AS(subgraph(graph, filter), Error);
    CHECK(subgraph(graph, {}).edges.size() == 6);
}
