#include <sstream>

#include "export/nquads.hpp"
#include "export/rdf.hpp"
#include "export/turtle.hpp"
#include "tests/catch.hpp"

namespace chancery {

namespace {

GraphRows two_people(Status status) {
    GraphRows rows;
    rows.articles.push_back({"a b", "", "He said \"no\"\\", "2031-03", "", "en", {}, {"https://example.org/a b|c"}, 3});
    NodeRow one, two;
    one.id = "person_a>b";
    one.label = "Line\nbreak";
    two.id = "person_c";
    rows.nodes = {one, two};
    EdgeRow edge;
    edge.id = "e_1";
    edge.target = 1;
    edge.relation = "accused";
    edge.status = status;
    edge.statuses[static_cast<std::size_t>(status)] = 1;
    EvidenceRow evidence;
    evidence.article = "a b";
    evidence.status = status;
    edge.evidence = {evidence, evidence};
    rows.edges = {edge};
    return rows;
}

std::string quads(const GraphRows& rows) {
    std::ostringstream out;
    write_nquads(GraphView(rows), out);
    return out.str();
}

constexpr const char* plain =
    "<urn:chancery:node:person_a%3Eb> <urn:chancery:relation:accused> <urn:chancery:node:person_c> "
    "<urn:chancery:graph:facts> .\n";

}  // namespace

TEST_CASE("in RDF only what holds undisputed is a plain statement") {
    CHECK_THAT(quads(two_people(Status::asserted)), ContainsSubstring(plain));
    for (const auto status : {Status::alleged, Status::denied, Status::planned}) {
        const auto text = quads(two_people(status));
        CHECK(text.find("graph:facts") == std::string::npos);
        CHECK_THAT(text, ContainsSubstring("<urn:chancery:claim:e_1> <urn:chancery:def:status> <urn:chancery:def:" +
                                           std::string(name_of(status)) + ">"));
    }
    auto former = two_people(Status::asserted), disputed = former;
    former.edges[0].former = true;
    disputed.edges[0].statuses[static_cast<std::size_t>(Status::denied)] = 1;
    CHECK(quads(former).find("graph:facts") == std::string::npos);
    CHECK(quads(disputed).find("graph:facts") == std::string::npos);
}

TEST_CASE("RDF escapes names, addresses and ids") {
    const auto text = quads(two_people(Status::denied));
    CHECK_THAT(text, ContainsSubstring("\"Line\\nbreak\""));
    CHECK_THAT(text, ContainsSubstring("\"He said \\\"no\\\"\\\\\"@en"));
    CHECK_THAT(text, ContainsSubstring("<https://example.org/a%20b%7Cc>"));
    CHECK_THAT(text, ContainsSubstring("<urn:chancery:article:a%20b>"));
    CHECK_THAT(text, ContainsSubstring("\"2031-03\"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>"));
    CHECK_THAT(text, ContainsSubstring("a%20b/0/0/0/0~>"));  // two pieces of evidence at one place are two
    std::ostringstream turtle;
    write_turtle(GraphView(two_people(Status::asserted)), turtle);
    CHECK_THAT(turtle.str(), ContainsSubstring("<urn:chancery:node:person_a%3Eb> rel:accused node:person_c ."));
}

TEST_CASE("a date has the type that it fits") {
    struct Row {
        const char *date, *type;
    };
    const Row rows[] = {{"2031-02-28", "date"},    {"2032-02-29", "date"}, {"2031-02-29", ""},     {"2031-13", ""},
                        {"2031-12", "gYearMonth"}, {"2031", "gYear"},      {"0000", ""},           {"", ""},
                        {"2031-1-1", ""},          {"20310101", ""},       {"2031-05-1/2031", ""}, {"2031-05-00", ""}};
    for (const auto& row : rows) {
        CAPTURE(row.date);
        CHECK(rdf::date_type(row.date) == row.type);
    }
}

}  // namespace chancery
