#include <sstream>

#include "export/cypher.hpp"
#include "export/ftm.hpp"
#include "export/neo4j.hpp"
#include "tests/catch.hpp"

namespace chancery {

namespace {

GraphRows spokesman(Status status, const std::string& label) {
    GraphRows rows;
    ArticleRow article;
    article.id = "a";
    article.urls = {"https://example.org/a b"};
    rows.articles = {article};
    NodeRow person, body;
    person.id = "person_x";
    person.label = label;
    body.id = "institution_y";
    body.type = EntityType::institution;
    body.label = "Y";
    body.aliases = {"semi;colon", "line\nend"};
    rows.nodes = {person, body};
    EdgeRow edge;
    edge.id = "e_1";
    edge.target = 1;
    edge.relation = "spokesperson_of";
    edge.kind = "role";
    edge.label = "spokesperson of";
    edge.status = status;
    edge.statuses[static_cast<std::size_t>(status)] = 1;
    EvidenceRow evidence;
    evidence.article = "a";
    evidence.text = "Quote.";
    edge.evidence = {evidence};
    rows.edges = {edge};
    return rows;
}

std::string written(const GraphRows& rows, void (*write)(const GraphView&, std::ostream&)) {
    std::ostringstream out;
    write(GraphView(rows), out);
    return out.str();
}

}  // namespace

TEST_CASE("the type of a relationship tells the status") {
    auto rows = spokesman(Status::asserted, "X");
    auto& edge = rows.edges[0];
    CHECK(relationship_type(edge) == "SPOKESPERSON_OF");
    edge.statuses[static_cast<std::size_t>(Status::denied)] = 1;
    CHECK(relationship_type(edge) == "SPOKESPERSON_OF_DISPUTED");
    edge.status = Status::alleged;
    CHECK(relationship_type(edge) == "SPOKESPERSON_OF_DISPUTED");
    edge.status = Status::denied;
    CHECK(relationship_type(edge) == "SPOKESPERSON_OF_DENIED");
    edge.statuses = {};
    edge.status = Status::alleged;
    edge.relation = "1 odd`name";
    CHECK(relationship_type(edge) == "R_1_ODD_NAME_ALLEGED");
}

TEST_CASE("no text ends a string of a Cypher script") {
    struct Row {
        std::string label;
        const char* literal;
    };
    const Row rows[] = {{"it's", R"('it\'s')"},
                        {R"(\)", R"('\\')"},
                        {R"(\u0027)", R"('\\\u00750027')"},
                        {"\\\x01u0027", R"('\\\u00750027')"},
                        {R"(\\'u)", R"('\\\\\'u')"},
                        {"a\nb", R"('a\nb')"}};
    for (const auto& row : rows) {
        CAPTURE(row.label);
        CHECK_THAT(written(spokesman(Status::denied, row.label), write_cypher),
                   ContainsSubstring("label: " + std::string(row.literal) + ","));
    }
}

TEST_CASE("neo4j-admin's tables have a row a line and no delimiter inside an item") {
    CHECK_THAT(written(spokesman(Status::denied, "X"), write_neo4j_nodes),
               ContainsSubstring("\"semi,colon;line end\""));
    CHECK_THAT(written(spokesman(Status::denied, "say \"x\""), write_neo4j_nodes),
               ContainsSubstring("\"say \"\"x\"\"\""));
    CHECK_THAT(written(spokesman(Status::denied, "X"), write_neo4j_relationships),
               ContainsSubstring("\"person_x\",\"institution_y\",SPOKESPERSON_OF_DENIED,\"e_1\""));
}

TEST_CASE("FollowTheMoney's schemata of fact hold nothing but facts") {
    const auto fact = written(spokesman(Status::asserted, "X"), write_ftm);
    CHECK_THAT(fact, ContainsSubstring(R"("schema": "Representation")"));
    CHECK_THAT(fact, ContainsSubstring(R"("agent": ["chancery.person.x"])"));
    CHECK_THAT(fact, ContainsSubstring(R"("sourceUrl": ["https://example.org/a%20b"])"));
    for (const auto status : {Status::alleged, Status::denied, Status::planned}) {
        const auto claim = written(spokesman(status, "X"), write_ftm);
        CHECK(claim.find("Representation") == std::string::npos);
        CHECK_THAT(claim, ContainsSubstring(R"("schema": "UnknownLink")"));
        CHECK_THAT(claim, ContainsSubstring(R"("status": [")" + std::string(name_of(status)) + "\"]"));
    }
}

}  // namespace chancery
