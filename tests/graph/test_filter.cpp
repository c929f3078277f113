#include <random>
#include <set>

#include "graph/days.hpp"
#include "graph/filter.hpp"
#include "record/error.hpp"
#include "tests/catch.hpp"

namespace chancery {

namespace {

EvidenceRow evidence(const char* article, Status status, const char* date = "") {
    EvidenceRow row;
    row.article = article;
    row.text = "Words.";
    row.status = status;
    row.date = date;
    row.confidence = status == Status::asserted ? 800 : 600;
    row.speaker_node = "person_holt";
    row.speaker_text = "Holt";
    return row;
}

void link(GraphRows& rows, std::uint32_t source, std::uint32_t target, const char* relation, const char* kind,
          std::vector<EvidenceRow> pieces) {
    EdgeRow edge;
    edge.id = "e_" + std::to_string(rows.edges.size());
    edge.source = source;
    edge.target = target;
    edge.relation = edge.label = relation;
    edge.kind = kind;
    edge.status = pieces.front().status;
    for (const auto& piece : pieces) {
        ++edge.statuses[static_cast<std::size_t>(piece.status)];
        edge.confidence = std::max(edge.confidence, piece.confidence);
    }
    if (edge.statuses[2] > 0 && edge.statuses[0] > 0) edge.label += " (disputed)";
    edge.weight = static_cast<std::uint32_t>(pieces.size());
    edge.sources = 2;
    edge.evidence = std::move(pieces);
    rows.edges.push_back(edge);
}

/// Norway - Georgia - Holt (person) - Berg (official) - a ministry; a place alone.
GraphRows sample() {
    GraphRows rows;
    const char* articles[][3] = {{"a", "2031-01-05", "Paper A"}, {"b", "2031-02-10", "Paper B"}, {"c", "", "Paper, C"}};
    for (const auto& [id, day, source] : articles) {
        ArticleRow row;
        row.id = id;
        row.published = day;
        row.source = source;
        rows.articles.push_back(row);
    }
    const std::pair<const char*, EntityType> nodes[] = {{"country_GE", EntityType::country},
                                                        {"country_NO", EntityType::country},
                                                        {"institution_ministry", EntityType::institution},
                                                        {"person_berg", EntityType::official},
                                                        {"person_holt", EntityType::person},
                                                        {"place_bergen", EntityType::place}};
    for (const auto& [id, type] : nodes) {
        NodeRow row;
        row.id = id;
        row.type = type;
        row.label = std::string(id).substr(std::string(id).find('_') + 1);
        row.aliases = {"alias of " + row.label};
        rows.nodes.push_back(row);
    }
    rows.nodes[5].aliases = {"GE"};
    link(rows, 1, 0, "condemned", "event",
         {evidence("a", Status::asserted), evidence("b", Status::denied), evidence("b", Status::asserted, "2031-01")});
    link(rows, 3, 2, "minister_of", "role", {evidence("a", Status::asserted)});
    link(rows, 4, 0, "visited", "event", {evidence("b", Status::planned), evidence("c", Status::planned)});
    link(rows, 4, 3, "met_with", "event", {evidence("c", Status::alleged)});
    return rows;
}

std::string edges_of(const GraphRows& rows) {
    std::string out;
    for (const auto& edge : rows.edges) out += (out.empty() ? "" : " ") + edge.relation;
    return out;
}

std::string nodes_of(const GraphRows& rows) {
    std::string out;
    for (const auto& node : rows.nodes) out += (out.empty() ? "" : " ") + node.label;
    return out;
}

}  // namespace

TEST_CASE("each filter keeps what it names, with both ends") {
    struct Row {
        const char* what;
        GraphFilter filter;
        const char *nodes, *edges;
    };
    std::vector<Row> rows(15);
    rows[0] = {"nothing asked", {}, "GE NO ministry berg holt bergen", "condemned minister_of visited met_with"};
    rows[1] = {"type", {}, "GE NO bergen", "condemned"};
    rows[1].filter.types = {EntityType::country, EntityType::place};
    rows[2] = {"relation", {}, "GE holt", "visited"};
    rows[2].filter.relations = {"visited", "unknown"};
    rows[3] = {"kind", {}, "ministry berg", "minister_of"};
    rows[3].filter.kinds = {"role"};
    rows[4] = {"status", {}, "GE berg holt", "visited met_with"};
    rows[4].filter.statuses = {Status::planned, Status::alleged};
    rows[5] = {"since", {}, "GE NO holt", "condemned visited"};
    rows[5].filter.since = "2031-02";
    rows[6] = {"until", {}, "GE NO ministry berg", "condemned minister_of"};
    rows[6].filter.until = "2031-01";
    rows[7] = {"weight", {}, "GE NO", "condemned"};
    rows[7].filter.min_weight = 3;
    rows[8] = {"confidence", {}, "GE NO ministry berg", "condemned minister_of"};
    rows[8].filter.min_confidence = 800;
    rows[9] = {"source", {}, "GE berg holt", "visited met_with"};
    rows[9].filter.sources = {"Paper, C"};
    rows[10] = {"around", {}, "GE NO holt", "condemned visited"};
    rows[10].filter.around = "country_GE";
    rows[11] = {"hops", {}, "GE NO berg holt", "condemned visited met_with"};
    rows[11].filter.around = "alias of NO";
    rows[11].filter.hops = 3;
    rows[12] = {"top", {}, "GE NO", "condemned"};
    rows[12].filter.top = 2;
    rows[13] = {"private persons", {}, "GE NO ministry berg bergen", "condemned minister_of"};
    rows[13].filter.no_private_persons = true;
    rows[14] = {"several at once", {}, "GE NO", "condemned"};
    rows[14].filter.kinds = {"event"};
    rows[14].filter.types = {EntityType::country, EntityType::person, EntityType::official};
    rows[14].filter.until = "2031-01-31";
    rows[14].filter.around = "NO";
    rows[14].filter.hops = 9;
    for (const auto& row : rows) {
        CAPTURE(row.what);
        const auto kept = filtered(sample(), row.filter);
        CHECK(nodes_of(kept) == row.nodes);
        CHECK(edges_of(kept) == row.edges);
    }
}

TEST_CASE("an edge that loses evidence is counted anew") {
    GraphFilter filter;
    filter.sources = {"Paper B"};
    const auto rows = filtered(sample(), filter);
    REQUIRE(edges_of(rows) == "condemned visited");
    CHECK(rows.edges[0].weight == 2);
    CHECK(rows.edges[0].sources == 1);
    CHECK(rows.edges[0].label == "condemned (disputed)");
    CHECK(rows.edges[0].first_date == "2031-01");
    filter.since = "2031-02-01";
    const auto later = filtered(sample(), filter);
    CHECK(later.edges[0].label == "condemned (denied)");
    CHECK(later.edges[0].status == Status::denied);
    CHECK(later.edges[0].confidence == 600);
    CHECK(later.edges[0].last_date == "2031-02-10");
}

TEST_CASE("per mention every piece of evidence is an edge with its own status") {
    GraphFilter filter;
    filter.per_mention = true;
    const auto rows = filtered(sample(), filter);
    CHECK(edges_of(rows) == "condemned condemned condemned minister_of visited visited met_with");
    CHECK(rows.edges[0].label == "condemned");
    CHECK(rows.edges[1].label == "condemned (denied)");
    std::set<std::string> ids;
    for (const auto& edge : rows.edges) {
        CHECK(ids.insert(edge.id).second);
        CHECK(edge.evidence.size() == 1);
        CHECK(edge.weight == 1);
    }
    filter.statuses = {Status::denied};
    CHECK(edges_of(filtered(sample(), filter)) == "condemned");
    filter.min_weight = 3;
    CHECK(filtered(sample(), filter).edges.front().id == "e_0_2");
}

TEST_CASE("a speaker who is left out is no node, and a private one has no name") {
    GraphFilter filter;
    filter.types = {EntityType::country};
    CHECK(filtered(sample(), filter).edges[0].evidence[0].speaker_node.empty());
    CHECK(filtered(sample(), filter).edges[0].evidence[0].speaker_text == "Holt");
    filter.no_private_persons = true;
    CHECK(filtered(sample(), filter).edges[0].evidence[0].speaker_text.empty());
}

TEST_CASE("around a node that is not there, or there twice, says so") {
    GraphFilter filter;
    filter.around = "Atlantis";
    CHECK_THROWS_WITH(filtered(sample(), filter),
                      ContainsSubstring("--around: no node has the id, label or alias 'Atlantis'"));
    filter.around = "GE";
    CHECK_THROWS_WITH(filtered(sample(), filter), ContainsSubstring("one of the ids country_GE, place_bergen"));
}

TEST_CASE("any filters together leave a graph whose edges have both ends and evidence") {
    std::mt19937 random(7);
    const auto maybe = [&] { return random() % 4 == 0; };
    for (int i = 0; i < 2000; ++i) {
        GraphFilter filter;
        if (maybe()) filter.types = {static_cast<EntityType>(random() % 6), static_cast<EntityType>(random() % 6)};
        if (maybe()) filter.kinds = {"event"};
        if (maybe()) filter.statuses = {static_cast<Status>(random() % 4)};
        if (maybe()) filter.since = "2031-01-06";
        if (maybe()) filter.until = "2031-02";
        if (maybe()) filter.sources = {"Paper A", "Paper, C"};
        if (maybe()) filter.min_weight = static_cast<std::uint32_t>(random() % 3);
        if (maybe()) filter.around = "country_GE";
        if (maybe()) filter.top = static_cast<std::uint32_t>(random() % 5);
        filter.hops = static_cast<std::uint32_t>(random() % 3);
        filter.no_private_persons = maybe();
        filter.per_mention = maybe();
        const auto rows = filtered(sample(), filter);
        for (const auto& edge : rows.edges) {
            REQUIRE(edge.source < rows.nodes.size());
            REQUIRE(edge.target < rows.nodes.size());
            REQUIRE_FALSE(edge.evidence.empty());
        }
        const auto again = filtered(sample(), filter);
        REQUIRE(nodes_of(again) == nodes_of(rows));
    }
}

}  // namespace chancery
