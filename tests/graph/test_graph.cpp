#include <algorithm>
#include <random>

#include "graph/build.hpp"
#include "graph/network.hpp"
#include "tests/catch.hpp"

namespace chancery {

namespace {

const RelationCatalog& catalog() {
    static const auto loaded = RelationCatalog::read(CHANCERY_SOURCE_DIR "/models/relations.tsv");
    return loaded;
}

Entity entity(EntityType type, const std::string& label, const std::string& country = "") {
    Entity e;
    e.type = type;
    e.label = label;
    e.mentions = 1;
    e.signature = {std::string(family_of(type)), label, country, {}, ""};
    return e;
}

Assertion assertion(std::uint32_t subject, const char* relation, std::uint32_t object, Status status,
                    std::uint32_t at) {
    Assertion a;
    a.subject = subject;
    a.object = object;
    a.relation = catalog().require(relation, "test");
    a.status = status;
    a.sentence = {at, at + 10};
    a.sentence_text = "0123456789";
    a.rule = relation;
    return a;
}

ArticleFacts article(const std::string& id, const std::string& day) {
    ArticleFacts facts;
    facts.id = id;
    facts.names = {id};
    facts.sha256 = id;
    facts.published = day;
    facts.entities = {entity(EntityType::country, "Norway", "NO"), entity(EntityType::person, "Maren Holt"),
                      entity(EntityType::country, "Georgia", "GE")};
    return facts;
}

GraphRows build(const std::vector<ArticleFacts>& facts) {
    std::vector<Signature> signatures;
    for (const auto& f : facts)
        for (const auto& e : f.entities) signatures.push_back(e.signature);
    return build_graph(facts, resolve(signatures), catalog(), {});
}

std::string shown(const GraphRows& rows) {
    std::string out;
    for (const auto& n : rows.nodes) out += n.id + " " + n.label + " " + std::to_string(n.mentions) + "\n";
    for (const auto& e : rows.edges)
        out += e.id + " " + rows.nodes[e.source].id + " " + e.relation + " " + rows.nodes[e.target].id + " " + e.label +
               " " + std::to_string(e.weight) + "\n";
    return out;
}

}  // namespace

TEST_CASE("evidence for one edge is counted, the strongest status shown, a denial makes it disputed") {
    auto a = article("a", "2031-03-04"), b = article("b", "2031-03-02");
    a.assertions = {assertion(0, "accused", 2, Status::alleged, 0), assertion(0, "accused", 2, Status::denied, 20)};
    b.assertions = {assertion(0, "accused", 2, Status::planned, 0)};
    const auto rows = build({a, b});
    REQUIRE(rows.edges.size() == 1);
    const auto& edge = rows.edges[0];
    CHECK(edge.weight == 3);
    CHECK(edge.status == Status::alleged);
    CHECK(edge.label == "accused (disputed)");
    CHECK(edge.first_date == "2031-03-02");
    CHECK(edge.last_date == "2031-03-04");
    CHECK(edge.sources == 2);
    CHECK(edge.cameo == "112");
    const auto only_claim = build({b});
    CHECK(only_claim.edges[0].label == "accused (planned)");
}

TEST_CASE("syndicated copies count once, as evidence and as a source, and all are kept") {
    auto a = article("a", "2031-03-04"), b = article("b", "2031-03-05"), c = article("c", "2031-03-06");
    a.assertions = {assertion(0, "accused", 2, Status::asserted, 0)};
    b.assertions = {assertion(0, "accused", 2, Status::asserted, 0), assertion(0, "accused", 2, Status::alleged, 20)};
    c.assertions = {assertion(0, "accused", 2, Status::asserted, 0)};
    for (std::uint32_t h = 0; h < 40; ++h) {
        a.fingerprint.push_back(h);
        b.fingerprint.push_back(h < 35 ? h : h + 100);
        c.fingerprint.push_back(h + 1000);
    }
    const auto rows = build({c, a, b});
    REQUIRE(rows.edges.size() == 1);
    CHECK(rows.edges[0].evidence.size() == 4);
    CHECK(rows.edges[0].weight == 3);
    CHECK(rows.edges[0].sources == 2);
    CHECK(rows.articles[0].syndicated == "a");
    CHECK(rows.articles[1].syndicated == "a");
    CHECK(rows.articles[2].syndicated.empty());
}

TEST_CASE("a symmetric relation is one edge from the smaller id, with its marks turned") {
    auto a = article("a", "");
    a.assertions = {assertion(0, "met_with", 2, Status::asserted, 0),
                    assertion(2, "met_with", 0, Status::asserted, 40)};
    a.assertions[0].subject_mark = {1, 2};
    a.assertions[0].object_mark = {3, 4};
    const auto rows = build({a});
    REQUIRE(rows.edges.size() == 1);
    CHECK(rows.nodes[rows.edges[0].source].id == "country_GE");
    CHECK(rows.edges[0].weight == 2);
    CHECK(rows.edges[0].evidence[0].subject == Span{3, 4});
}

TEST_CASE("the order of articles leaves no trace") {
    std::vector<ArticleFacts> facts;
    for (const char* id : {"a", "b", "c", "d"}) {
        facts.push_back(article(id, "2031-01-01"));
        facts.back().assertions = {assertion(0, "accused", 2, Status::asserted, 0),
                                   assertion(1, "visited", 2, Status::alleged, 20)};
    }
    const auto expected = shown(build(facts));
    std::mt19937 random(1);
    for (int round = 0; round < 20; ++round) {
        std::shuffle(facts.begin(), facts.end(), random);
        CHECK(shown(build(facts)) == expected);
    }
}

TEST_CASE("private persons go, and everything that touches them") {
    auto a = article("a", "");
    a.entities.push_back(entity(EntityType::official, "Sven Lund"));
    a.assertions = {assertion(1, "visited", 2, Status::asserted, 0), assertion(3, "visited", 2, Status::asserted, 20)};
    const auto rows = without_private_persons(build({a}));
    CHECK(rows.nodes.size() == 3);
    REQUIRE(rows.edges.size() == 1);
    CHECK(rows.nodes[rows.edges[0].source].label == "Sven Lund");
    CHECK(rows.nodes[rows.edges[0].target].id == "country_GE");
}

TEST_CASE("parts and neighbourhoods of a network") {
    auto a = article("a", "");
    a.assertions = {assertion(0, "accused", 2, Status::asserted, 0)};
    const auto rows = build({a});  // country_GE, country_NO, person_maren-holt
    const Network network{GraphView(rows)};
    CHECK(network.components() == std::vector<std::uint32_t>{0, 0, 1});
    CHECK(network.around(0, 1) == std::vector<std::uint32_t>{0, 1});
    CHECK(network.around(2, 5) == std::vector<std::uint32_t>{2});
    CHECK(network.degrees() == std::vector<std::uint32_t>{1, 1, 0});
}

}  // namespace chancery
