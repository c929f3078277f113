#include <random>
#include <sstream>

#include "export/format.hpp"
#include "export/read_graph.hpp"
#include "export/read_graphml.hpp"
#include "graph/columns.hpp"
#include "record/error.hpp"
#include "record/table.hpp"
#include "tests/catch.hpp"
#include "tests/export/awkward.hpp"

namespace chancery {

namespace {

std::string written(const char* name, const GraphRows& rows) {
    std::ostringstream out;
    find_format(name)->write(GraphView(rows), out);
    return out.str();
}

/// Graphs of values that break writers.
class FactsMaker {
  public:
    explicit FactsMaker(unsigned seed) : random_(seed) {}

    GraphRows graph() {
        GraphRows rows;
        rows.versions = {{"version", "9"}, {text(), text()}};
        for (std::uint32_t i = 0; i <= below(3); ++i) {
            ArticleRow row{
                text() + std::to_string(i), text(), text(), text(), text(), text(), {}, list(), below(900), text()};
            row.names = {row.id};
            rows.articles.push_back(row);
        }
        const auto count = 1 + below(6);
        for (std::uint32_t i = 0; i < count; ++i) {
            NodeRow row;
            row.id = text() + std::to_string(i);
            row.type = static_cast<EntityType>(below(6));
            row.label = text();
            row.named = below(2) == 0;
            row.aliases = list();
            row.country = text();
            row.cameo_actor = text();
            if (below(2) == 0) row.ids = {{"iso2", text()}, {text(), "x"}};
            row.mentions = below(100);
            row.articles = list();
            row.first_seen = text();
            rows.nodes.push_back(row);
        }
        if (below(2) == 0)
            for (const char* name : {"degree", "page & rank", "x", "y"}) {
                std::vector<double> values;
                for (std::uint32_t i = 0; i < count; ++i) values.push_back(below(1000) * (name[0] == 'p' ? 0.001 : 1));
                set_column(rows, name, values);
            }
        for (std::uint32_t i = 0; i < below(8); ++i) rows.edges.push_back(edge(i, count));
        return rows;
    }

  private:
    std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(random_() % limit); }
    std::string text() {
        static const char* pieces[] = {"a",
                                       " ",
                                       "|",
                                       " | ",
                                       "\\",
                                       "\"",
                                       "&",
                                       "<",
                                       ">",
                                       "'",
                                       "\n",
                                       "\t",
                                       "\r",
                                       "]]>",
                                       "&amp;",
                                       "\xd0\x96",
                                       "\xf0\x9f\x98\x80",
                                       "\xff",
                                       "a\x01",
                                       "=",
                                       "null",
                                       "INF",
                                       ",",
                                       ";"};
        std::string out;
        for (auto left = below(6); left > 0; --left) out += pieces[below(24)];
        return out;
    }
    std::vector<std::string> list() {
        std::vector<std::string> out;
        for (auto left = below(4); left > 0; --left) out.push_back(text());
        return out;
    }
    EdgeRow edge(std::uint32_t number, std::uint32_t nodes) {
        EdgeRow row;
        row.id = "e" + std::to_string(number) + text();
        row.source = below(nodes);
        row.target = below(nodes);
        row.relation = "r" + text();
        row.kind = text();
        row.label = text();
        row.status = static_cast<Status>(below(4));
        row.former = below(2) == 0;
        row.symmetric = below(2) == 0;
        row.weight = below(9);
        row.sources = below(9);
        row.confidence = static_cast<std::uint16_t>(below(1001));
        row.cameo = text();
        row.first_date = text();
        for (std::uint32_t i = 0; i <= below(3); ++i) {
            EvidenceRow piece;
            piece.article = text() + std::to_string(i % 2);
            piece.sentence = {below(50), below(5000)};
            piece.text = text();
            piece.status = static_cast<Status>(below(4));
            piece.speaker_text = text();
            if (!piece.speaker_text.empty()) piece.speaker_node = text();
            piece.place = text();
            piece.rule = text();
            piece.confidence = static_cast<std::uint16_t>(below(1001));
            ++row.statuses[static_cast<std::size_t>(piece.status)];
            row.evidence.push_back(piece);
        }
        return row;
    }
    std::mt19937 random_;
};

}  // namespace

TEST_CASE("JSON and GraphML come back without loss, whatever stands in them") {
    for (unsigned seed = 0; seed < 2000; ++seed) {
        CAPTURE(seed);
        const auto rows = FactsMaker(seed).graph();
        const auto json = written("json", rows);
        const auto graphml = written("graphml", rows);
        REQUIRE(written("json", read_graph(json, "x")) == json);
        REQUIRE(written("json", read_graph(graphml, "x")) == json);
        REQUIRE(written("graphml", read_graph(graphml, "x")) == graphml);
    }
    const auto awkward = written("graphml", awkward_graph());
    CHECK(written("graphml", read_graph(awkward, "x")) == awkward);
    CHECK(written("json", read_graph(written("graphml", {}), "x")) == written("json", {}));
}

TEST_CASE("nothing in a title ends the instruction that holds it") {
    GraphRows rows;
    rows.versions = {{"version", "?><graph>"}};
    rows.articles.push_back({"a1", "00", "What? ?> & &amp; <?x \"y\" \\\n\xd0\x96", "", "", "en", {"a1"}, {}, 3});
    const auto xml = written("graphml", rows);
    CHECK(xml.find("&amp;") == std::string::npos);
    CHECK(written("json", read_graph(xml, "x")) == written("json", rows));
}

TEST_CASE("GraphML that chancery did not write is refused with its reason") {
    struct Row {
        std::string xml, message;
    };
    const Row rows[] = {
        {"<graphml>", "g: is no XML: line 1"},
        {"<html/>", "g: is no GraphML"},
        {"<graphml><graph/></graphml>", "has no processing instruction \"chancery\""},
        {"<!DOCTYPE x><graphml/>", "has at byte 0 what chancery never writes"},
        {"<graphml>&nbsp;</graphml>", "has at byte 9"},
        {"<?chancery {?><graphml><graph/></graphml>", "the instruction chancery holds no JSON"},
        {"<?chancery {}?><?chancery-article x?><graphml><graph/></graphml>", "chancery-article holds no JSON"},
        {"<?chancery {}?><graphml><graph><node id=\"n\"><data key=\"k\">x</data></node></graph></graphml>",
         "line 1: the key is not declared"}};
    for (const auto& row : rows) {
        CAPTURE(row.xml);
        CHECK_THROWS_WITH(read_graphml(row.xml, "g"), ContainsSubstring(row.message));
    }
}

TEST_CASE("a row that lacks something is shown in the message, whatever its bytes") {
    const auto broken = read_file(CHANCERY_SOURCE_DIR "/tests/fuzz/seeds/graphml/broken_utf8.graphml");
    CHECK_THROWS_WITH(read_graphml(broken, "g"), ContainsSubstring("g: a row has no \"status\""));
}

}  // namespace chancery
