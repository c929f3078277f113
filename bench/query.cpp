// How fast a snapshot answers: bench_query [ENTITIES] [EDGES]. Names are made of syllables by a fixed seed.
#include <algorithm>
#include <chrono>
#include <functional>
#include <iomanip>
#include <iostream>
#include <random>

#include "query/entities.hpp"
#include "query/paths.hpp"
#include "query/relations.hpp"
#include "query/snapshot.hpp"
#include "query/subgraph.hpp"
#include "serve/json_answers.hpp"

using namespace chancery;

namespace {

using Clock = std::chrono::steady_clock;

std::mt19937 engine(7);

std::uint32_t draw() {
    return static_cast<std::uint32_t>(engine());
}

std::string word() {
    static constexpr const char* syllables[] = {"ka",  "lo", "mir", "sa",  "ben", "to",  "vra", "ne", "dil", "ho",
                                                "ras", "ti", "gu",  "sen", "ya",  "kov", "el",  "ma", "nor", "zhu"};
    std::string out;
    for (auto n = 2 + draw() % 3; n > 0; --n) out += syllables[draw() % 20];
    out[0] = static_cast<char>(out[0] - 32);
    return out;
}

/// A number with few large and many small values.
std::uint32_t skewed(std::uint32_t most) {
    const double share = static_cast<double>(draw()) / 4294967296.0;
    return static_cast<std::uint32_t>(share * share * share * most);
}

GraphRows make(std::uint32_t entities, std::uint32_t edges) {
    GraphRows rows;
    for (std::uint32_t a = 0; a < edges / 10 + 1; ++a) {
        ArticleRow article;
        article.id = "a" + std::to_string(a);
        article.names = {article.id};
        article.source = "Paper " + std::to_string(a % 40);
        article.published = "20" + std::to_string(31 + a % 5) + "-0" + std::to_string(1 + a % 9) + "-11";
        rows.articles.push_back(article);
    }
    static constexpr const char* bodies[] = {"Ministry of", "Bank of", "Council of", "Party of"};
    for (std::uint32_t n = 0; n < entities; ++n) {
        NodeRow node;
        const bool body = n % 4 == 0;
        node.type = body ? EntityType::institution : n % 4 == 1 ? EntityType::official : EntityType::person;
        node.label = body ? bodies[draw() % 4] + (" " + word()) : word() + " " + word();
        if (n % 3 == 0) node.aliases = {word() + " " + word()};
        node.id = std::string(family_of(node.type)) + "_" + std::to_string(n);
        node.mentions = 1 + skewed(100);
        node.articles = {rows.articles[draw() % rows.articles.size()].id};
        rows.nodes.push_back(node);
    }
    for (std::uint32_t e = 0; e < edges; ++e) {
        EdgeRow edge;
        edge.id = "e_" + std::to_string(e);
        edge.source = skewed(entities - 1);
        edge.target = draw() % entities;
        edge.relation = "relation_" + std::to_string(skewed(77));
        edge.kind = "event";
        edge.label = edge.relation;
        edge.weight = 1 + skewed(5);
        edge.statuses[0] = edge.weight;
        edge.confidence = 800;
        EvidenceRow piece;
        piece.article = rows.articles[draw() % rows.articles.size()].id;
        piece.text = "A sentence of some length that says what " + rows.nodes[edge.source].label + " did.";
        edge.evidence = {piece};
        rows.edges.push_back(edge);
    }
    return rows;
}

void measure(std::string_view what, int times, const std::function<void()>& work) {
    std::vector<double> micros;
    for (int i = 0; i < times; ++i) {
        const auto start = Clock::now();
        work();
        micros.push_back(std::chrono::duration<double, std::micro>(Clock::now() - start).count());
    }
    std::sort(micros.begin(), micros.end());
    const auto at = [&](double share) {
        return micros[static_cast<std::size_t>(share * static_cast<double>(micros.size() - 1))];
    };
    std::cout << std::left << std::setw(44) << what << std::right << std::fixed << std::setprecision(1) << std::setw(10)
              << at(0.5) << std::setw(11) << at(0.99) << std::setw(11) << micros.back() << '\n';
}

void measure_names(const Snapshot& graph) {
    const auto& nodes = graph.rows().nodes;
    const auto name = [&] { return nodes[draw() % nodes.size()].label; };
    measure("a whole name", 2000, [&] { static_cast<void>(graph.names().find(name())); });
    measure("a last name", 2000, [&] {
        const auto label = name();
        static_cast<void>(graph.names().find(label.substr(label.rfind(' ') + 1)));
    });
    measure("three letters", 2000, [&] { static_cast<void>(graph.names().find(name().substr(0, 3))); });
    measure("one letter", 200, [&] { static_cast<void>(graph.names().find(name().substr(0, 1))); });
    measure("a slip of the pen", 2000, [&] {
        auto label = name();
        label[label.size() / 2] = 'w';
        static_cast<void>(graph.names().find(label + "x"));
    });
    EntityQuery page;
    measure("page of a search: last name", 2000, [&] {
        const auto label = name();
        page.words = label.substr(label.rfind(' ') + 1);
        static_cast<void>(find_entities(graph, page));
    });
    page.words.clear();
    page.facets = {"type", "country", "source"};
    measure("page of all entities with three facets", 50, [&] { static_cast<void>(find_entities(graph, page)); });
}

void measure_graph(const Snapshot& graph) {
    const auto nodes = static_cast<std::uint32_t>(graph.rows().nodes.size());
    measure("JSON of an entity", 20000, [&] { static_cast<void>(entity_json(graph, draw() % nodes)); });
    RelationQuery relations;
    measure("page of an entity's relations", 2000, [&] {
        relations.entity = draw() % nodes;
        static_cast<void>(find_relations(graph, relations));
    });
    relations.entity.reset();
    relations.statuses = {Status::asserted};
    relations.facets = {"relation"};
    measure("page of all relations with a facet", 20, [&] { static_cast<void>(find_relations(graph, relations)); });
    relations.words = "sentence length";
    measure("relations by words of their quotes", 10, [&] { static_cast<void>(find_relations(graph, relations)); });
    PathQuery paths;
    paths.count = 5;
    for (const auto cost : {PathCost::hops, PathCost::evidence}) {
        paths.cost = cost;
        measure(cost == PathCost::hops ? "5 paths by hops" : "5 paths by evidence", 50, [&] {
            paths.from = draw() % nodes;
            paths.to = draw() % nodes;
            static_cast<void>(find_paths(graph, paths));
        });
    }
    GraphFilter around;
    measure("neighbourhood of one hop", 50, [&] {
        around.around = graph.rows().nodes[draw() % nodes].id;
        static_cast<void>(subgraph(graph, around));
    });
}

}  // namespace

int main(int argc, char** argv) {
    const auto entities = static_cast<std::uint32_t>(argc > 1 ? std::stoul(argv[1]) : 100000);
    const auto edges = static_cast<std::uint32_t>(argc > 2 ? std::stoul(argv[2]) : 300000);
    auto rows = make(entities, edges);
    const auto start = Clock::now();
    const Snapshot graph(std::move(rows), "bench");
    const std::chrono::duration<double> built = Clock::now() - start;
    std::cout << entities << " entities, " << edges << " edges: built in " << built.count() << " s, indices take "
              << graph.index_bytes() / 1'000'000 << " MB\n\n"
              << std::left << std::setw(44) << "microseconds"
              << "    median        p99        max\n";
    measure_names(graph);
    measure_graph(graph);
    return 0;
}
