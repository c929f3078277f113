#include "tests/catch.hpp"

#include "query/snapshot.hpp"
#include "record/error.hpp"
#include "tests/query/town.hpp"

using namespace chancery;

namespace {

std::vector<std::string> ids(const Snapshot& graph, std::string_view words) {
    std::vector<std::string> out;
    for (const auto& hit : graph.names().find(words))
        out.push_back(graph.rows().nodes[hit.node].id + " " +
                      std::string(name_match_names[static_cast<std::size_t>(hit.match)]));
    return out;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("a name is found by its words, cut short, in any order, and by its aliases", "[query]") {
    const Snapshot graph(harbour_town());
    CHECK(ids(graph, "Halima Noor") == Ids{"person_halima-noor exact"});
    CHECK(ids(graph, "noor") == Ids{"person_halima-noor exact"});
    CHECK(ids(graph, "halima n") == Ids{"person_halima-noor prefix"});
    CHECK(ids(graph, "Noor, Halima") == Ids{"person_halima-noor words"});
    CHECK(ids(graph, "kingdom of norw") == Ids{"country_NO prefix"});
    CHECK(ids(graph, "nor") == Ids{"country_NO prefix", "person_halima-noor variant", "place_north-dock prefix"});
}

TEST_CASE("a name is found by another spelling, and by a slip of the pen when nothing else fits", "[query]") {
    const Snapshot graph(harbour_town());
    CHECK(ids(graph, "Gusein Safarov") == Ids{"person_huseyn-safarov variant"});
    CHECK(ids(graph, "Hussein") == Ids{"person_huseyn-safarov variant"});
    CHECK(ids(graph, "Harbor Council") == Ids{"institution_harbour-council variant"});
    CHECK(ids(graph, "Harbour Counsil") == Ids{"institution_harbour-council similar"});
    CHECK(ids(graph, "Saffarow") == Ids{"person_huseyn-safarov variant"});
    CHECK(ids(graph, "Хусейн Сафаров") == Ids{"person_huseyn-safarov variant"});
}

TEST_CASE("words that are not in a name, or are none, find nothing", "[query]") {
    const Snapshot graph(harbour_town());
    CHECK(ids(graph, "Noor Safarov").empty());
    CHECK(ids(graph, "zzzzqqqq").empty());
    CHECK(ids(graph, "  ").empty());
    CHECK(ids(graph, "").empty());
    CHECK(ids(Snapshot(GraphRows{}), "noor").empty());
}

TEST_CASE("who is meant is told by id, label or alias; an error names who is near", "[query]") {
    auto rows = harbour_town();
    rows.nodes.push_back(rows.nodes[4]);
    rows.nodes.back().id = "person_maren-holt-abcdef";
    const Snapshot graph(std::move(rows));
    CHECK(graph.rows().nodes[require_node(graph, "Noor")].id == "person_halima-noor");
    CHECK(graph.rows().nodes[require_node(graph, "kingdom of norway")].id == "country_NO");
    CHECK(graph.rows().nodes[require_node(graph, "person_maren-holt")].id == "person_maren-holt");
    CHECK_THROWS_WITH(require_node(graph, "Maren Holt"),
                      Catch::Contains("names several") && Catch::Contains("person_maren-holt-abcdef"));
    CHECK_THROWS_WITH(require_node(graph, "Halima Nor"),
                      Catch::Contains("is no entity") && Catch::Contains("person_halima-noor (Halima Noor)"));
}

TEST_CASE("a snapshot finds everything by id, whatever the order of the rows", "[query]") {
    auto rows = harbour_town();
    std::swap(rows.nodes[0], rows.nodes[5]);
    for (auto& edge : rows.edges)
        for (auto* end : {&edge.source, &edge.target}) *end = *end == 0 ? 5 : *end == 5 ? 0 : *end;
    const Snapshot graph(std::move(rows));
    for (std::uint32_t n = 0; n < graph.rows().nodes.size(); ++n) CHECK(graph.node(graph.rows().nodes[n].id) == n);
    for (std::uint32_t e = 0; e < graph.rows().edges.size(); ++e) CHECK(graph.edge(graph.rows().edges[e].id) == e);
    CHECK(graph.view().target(graph.rows().edges[*graph.edge("e_ff")]).id == "country_NO");
    CHECK_FALSE(graph.node("person_nobody"));
    CHECK_FALSE(graph.edge("e_zz"));
    CHECK(graph.article("a2") == 1U);
    CHECK(graph.article(graph.rows().articles[2].sha256) == 2U);
    CHECK(graph.links(*graph.node("person_halima-noor")).size() == 3);
    CHECK(graph.weight(*graph.node("person_halima-noor")) == 5);
}
