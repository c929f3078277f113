#include "tests/catch.hpp"

#include "query/articles.hpp"
#include "query/entities.hpp"
#include "query/page.hpp"
#include "query/relations.hpp"
#include "query/stats.hpp"
#include "record/error.hpp"
#include "tests/query/town.hpp"

using namespace chancery;

namespace {

std::vector<std::string> all_pages(const Snapshot& graph, EntityQuery query) {
    std::vector<std::string> out;
    for (int pages = 0; pages < 20; ++pages) {
        const auto page = find_entities(graph, query);
        for (const auto& hit : page.hits) out.push_back(graph.rows().nodes[hit.node].id);
        if (page.next.empty()) return out;
        query.cursor = page.next;
    }
    return {"no end"};
}

std::vector<std::string> relation_ids(const RelationPage& page) {
    std::vector<std::string> out;
    for (const auto& edge : page.edges) out.push_back(edge.id);
    return out;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("pages of every order, put together, are the whole list once", "[query]") {
    const Snapshot graph(harbour_town());
    for (const auto order :
         {EntityOrder::weight, EntityOrder::mentions, EntityOrder::degree, EntityOrder::label, EntityOrder::id}) {
        EntityQuery query;
        query.order = order;
        const auto whole = all_pages(graph, query);
        CHECK(whole.size() == 6);
        for (query.limit = 1; query.limit < 7; ++query.limit) CHECK(all_pages(graph, query) == whole);
    }
}

TEST_CASE("a cursor goes on behind its item although the graph has changed", "[query]") {
    EntityQuery query;
    query.order = EntityOrder::id;
    query.limit = 2;
    query.cursor = find_entities(Snapshot(harbour_town()), query).next;
    auto rows = harbour_town();
    rows.edges.clear();
    rows.nodes.erase(rows.nodes.begin() + 1);
    const auto page = find_entities(Snapshot(std::move(rows)), query);
    CHECK(page.total == 5);
    CHECK(page.hits.size() == 2);
    CHECK(page.hits.front().node == 1);
}

TEST_CASE("a cursor that is none, or of another order, is refused with words", "[query]") {
    const Snapshot graph(harbour_town());
    EntityQuery query;
    query.limit = 1;
    const auto cursor = find_entities(graph, query).next;
    for (const auto& bad :
         {std::string("x"), std::string("%%"), std::string("AAAA"), std::string("!"), cursor.substr(0, 4)}) {
        query.cursor = bad;
        CHECK_THROWS_AS(find_entities(graph, query), UsageError);
    }
    query.cursor = cursor;
    query.order = EntityOrder::label;
    CHECK_THROWS_WITH(find_entities(graph, query), Catch::Contains("order 'weight'"));
}

TEST_CASE("entities by type, country, source and what is said of them, with facets of all that fit", "[query]") {
    const Snapshot graph(harbour_town());
    EntityQuery query;
    query.countries = {"NO"};
    query.facets = {"type", "source", "relation", "status", "country"};
    query.limit = 1;
    const auto page = find_entities(graph, query);
    CHECK(page.total == 4);
    CHECK(page.hits.size() == 1);
    CHECK(page.facets.at(0).values.size() == 4);
    CHECK(page.facets.at(1).values.front() == std::pair<std::string, std::uint64_t>("Tidings", 4));
    CHECK(page.facets.at(4).values.size() == 1);
    EntityQuery denied;
    denied.statuses = {Status::planned};
    CHECK(find_entities(graph, denied).total == 2);
    EntityQuery met;
    met.relations = {"met"};
    met.types = {EntityType::official};
    CHECK(find_entities(graph, met).total == 1);
    EntityQuery courier;
    courier.sources = {"Courier"};
    CHECK(find_entities(graph, courier).total == 3);
    query.facets = {"colour"};
    CHECK_THROWS_AS(find_entities(graph, query), UsageError);
}

TEST_CASE("relations by ends, status, words, confidence and order", "[query]") {
    const Snapshot graph(harbour_town());
    RelationQuery query;
    CHECK(find_relations(graph, query).total == 6);
    query.subject = graph.node("person_halima-noor");
    CHECK(relation_ids(find_relations(graph, query)) == Ids{"e_aa", "e_bb", "e_dd"});  // met is symmetric
    query.subject_types = {EntityType::person};
    CHECK(find_relations(graph, query).total == 0);
    RelationQuery words;
    words.words = "SAFAROV visit";
    CHECK(relation_ids(find_relations(graph, words)) == Ids{"e_cc"});
    RelationQuery latest;
    latest.order = RelationOrder::date;
    latest.limit = 1;
    CHECK(relation_ids(find_relations(graph, latest)) == Ids{"e_cc"});
    RelationQuery heavy;
    heavy.min_weight = 2;
    heavy.facets = {"status", "relation", "kind", "subject_type", "object_type", "source"};
    const auto page = find_relations(graph, heavy);
    CHECK(relation_ids(page) == Ids{"e_aa", "e_bb"});
    CHECK(page.facets.at(0).values.size() == 2);
    heavy.min_confidence = 900;
    CHECK(find_relations(graph, heavy).total == 0);
}

TEST_CASE("what one source says is counted anew, with the status it gives", "[query]") {
    const Snapshot graph(harbour_town());
    RelationQuery query;
    query.relations = {"accused"};
    CHECK(find_relations(graph, query).edges.at(0).label == "accused (disputed)");
    query.sources = {"Courier"};
    const auto denied = find_relations(graph, query);
    CHECK(denied.edges.at(0).label == "accused (denied)");
    CHECK(denied.edges.at(0).weight == 1);
    query.statuses = {Status::alleged};
    CHECK(find_relations(graph, query).total == 0);
    query.sources.clear();
    query.since = "2031-03";
    CHECK(find_relations(graph, query).total == 0);
    query.since.clear();
    query.until = "2031-02";
    CHECK(find_relations(graph, query).edges.at(0).label == "accused (alleged)");
}

TEST_CASE("a question beyond its deadline is given up", "[query]") {
    Town town;
    for (int i = 0; i < 5000; ++i)
        town.node("person_" + std::to_string(i), EntityType::person, "Ann " + std::to_string(i));
    const Snapshot graph(town.rows());
    EntityQuery query;
    query.deadline.at = std::chrono::steady_clock::now() - std::chrono::seconds(1);
    CHECK_THROWS_AS(find_entities(graph, query), OutOfTime);
}

TEST_CASE("articles come latest first, and tell who is in them", "[query]") {
    const Snapshot graph(harbour_town());
    ArticleQuery query;
    query.limit = 2;
    const auto first = find_articles(graph, query);
    CHECK(first.total == 3);
    CHECK(first.articles == std::vector<std::uint32_t>{2, 1});
    query.cursor = first.next;
    CHECK(find_articles(graph, query).articles == std::vector<std::uint32_t>{0});
    ArticleQuery march;
    march.since = march.until = "2031-03";
    CHECK(find_articles(graph, march).articles == std::vector<std::uint32_t>{1});
    CHECK(entities_of(graph, 2).size() == 3);
}

TEST_CASE("statistics count every status and every pair of types", "[query]") {
    const auto stats = count(Snapshot(harbour_town()));
    CHECK(stats.relations == 6);
    CHECK(stats.evidence == 8);
    CHECK(stats.statuses == std::array<std::uint64_t, 4>{4, 1, 0, 1});
    CHECK(stats.disputed == 1);
    CHECK(stats.sources.at("Tidings") == 2);
    CHECK(stats.uses.size() == 5);
    CHECK(stats.last_date == "2031-06");
}
