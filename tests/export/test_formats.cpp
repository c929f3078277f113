#include <algorithm>
#include <span>
#include <sstream>
#include <vector>

#include "export/csv.hpp"
#include "export/format.hpp"
#include "export/look.hpp"
#include "export/sink.hpp"
#include "export/text.hpp"
#include "graph/days.hpp"
#include "tests/catch.hpp"
#include "tests/export/awkward.hpp"

namespace chancery {

namespace {

std::string written(const char* name, const GraphRows& rows) {
    std::ostringstream out;
    find_format(name)->write(GraphView(rows), out);
    return out.str();
}

std::string escaped(std::string_view text, const Escapes& escapes) {
    std::ostringstream out;
    {
        Sink sink(out);
        sink.text(text, escapes);
    }
    return out.str();
}

std::string day(std::chrono::sys_days day) {
    std::ostringstream out;
    Sink(out).day(day);
    return out.str();
}

GraphRows pair_of(const std::string& first_label, const std::string& quote) {
    GraphRows rows;
    for (const char* id : {"person_a", "person_b"}) {
        NodeRow node;
        node.id = node.label = id;
        node.mentions = 4;
        rows.nodes.push_back(node);
    }
    rows.nodes[0].label = first_label;
    rows.nodes[0].aliases = {"x \"y\"", "z\\"};
    EdgeRow edge;
    edge.id = "e_1";
    edge.target = 1;
    edge.relation = "met_with";
    edge.label = "met with (alleged)";
    edge.status = Status::alleged;
    edge.kind = "event";
    edge.symmetric = true;
    edge.weight = 3;
    edge.first_date = "2031-02";
    edge.last_date = "2031-03-04";
    edge.evidence.push_back({"a1", {}, quote, {}, {}, {}, Status::alleged, "", "", "", "", "r", "active", 500});
    rows.edges.push_back(edge);
    return rows;
}

/// `edges` edges among seven hundred nodes, all of which have some.
GraphRows many_edges(std::uint32_t edges) {
    auto rows = pair_of("A", "");
    const auto edge = rows.edges.front();
    rows.edges.clear();
    while (rows.nodes.size() < 700) {
        auto node = rows.nodes.front();
        node.id = "person_" + std::to_string(1000 + rows.nodes.size());
        rows.nodes.push_back(node);
    }
    for (std::uint32_t e = 0; e < edges; ++e) {
        auto row = edge;
        row.id = "e_" + std::to_string(100000 + e);
        row.source = e % 700;
        row.target = (e * 7 + 1) % 700;
        row.evidence.front().text = "They met \"" + std::to_string(e) + "\" & <others>.";
        row.evidence.front().sentence.begin = e;
        rows.edges.push_back(row);
    }
    return rows;
}

std::vector<std::string> lines_of(void (*write)(const GraphView&, std::ostream&), const GraphRows& rows) {
    std::stringstream out;
    write(GraphView(rows), out);
    std::vector<std::string> lines;
    for (std::string line; std::getline(out, line);) {
        line.erase(line.find_last_not_of(",]}") + 1);  // what only the last row of a list has
        lines.push_back(line);
    }
    return lines;
}

/// Whether all of `few` stand in `many` in the same order.
bool in_order(const std::vector<std::string>& few, const std::vector<std::string>& many) {
    auto at = many.begin();
    for (const auto& line : few) {
        at = std::find(at, many.end(), line);
        if (at++ == many.end()) return false;
    }
    return true;
}

}  // namespace

TEST_CASE("a graph large enough for two cores is written as a small one, line by line and in order") {
    const auto small = many_edges(3400), large = many_edges(20'000);
    for (const auto& format : formats()) {
        if (format.picture) continue;
        const Part whole{format.suffix, format.write};
        for (const auto& part : format.parts.empty() ? std::span(&whole, 1) : format.parts) {
            INFO(part.suffix);
            const auto few = lines_of(part.write, small), many = lines_of(part.write, large);
            CHECK((few.size() > 100 || part.suffix == ".events.tsv"));
            CHECK(in_order(few, many));
            CHECK((many == lines_of(part.write, large)));
        }
    }
}

TEST_CASE("the sink repairs as clean() does, at every place of its buffer") {
    std::string buffer, all;
    for (const auto& node : awkward_graph().nodes) all += node.label;
    CHECK(escaped(all, Escapes{}) == clean(all, buffer));
    const std::string long_text(300000, 'x');
    for (const std::size_t before : {262142, 262143, 262144, 262145}) {
        auto text = long_text;
        text.replace(before, 3, "\xe2\x80\xa6");
        CHECK(escaped(text, xml_text) == text);
        text[before] = '&';
        CHECK(escaped(text, xml_text).size() == text.size() + 4 + 2 * 2);  // two bytes without their lead
    }
    CHECK(escaped("a\r\nb\rc\td", json_text) == "a\\nb\\nc\\td");
    std::ostringstream out;
    {
        Sink sink(out);
        for (const int value : {0, 5, 50, 505, 930, 1000}) {
            sink.per_mille(static_cast<std::uint16_t>(value));
            sink.raw(' ');
        }
        sink.number(18446744073709551615ULL);
    }
    CHECK(out.str() == "0 0.005 0.05 0.505 0.93 1 18446744073709551615");
}

TEST_CASE("the sink finds what it must escape in a text of any length, at any place") {
    std::string buffer;
    for (const std::string special : {"&", "\x7f", "\x01", "\t", "\xc3\xa9", "\xff", "\xe2\x80\xa6", "\r\n"})
        for (std::size_t size = 0; size < 40; ++size)
            for (std::size_t at = 0; at <= size; ++at) {
                auto text = std::string(size, 'x').insert(at, special);
                const std::string exact(text.data(), text.size());  // no byte behind it may be read
                auto want = std::string(clean(text, buffer));
                if (special == "&") want.replace(at, 1, "&amp;");
                CAPTURE(text, at);
                CHECK(escaped(exact, xml_text) == want);
            }
}

TEST_CASE("no cell of a table is a formula") {
    for (const char* label : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " \r\n=1", "\x01=1"}) {
        std::ostringstream nodes;
        write_csv_nodes(GraphView(pair_of(label, "q")), nodes);
        CAPTURE(label);
        CHECK(nodes.str().find("\"person_a\",\"'") != std::string::npos);
    }
    std::ostringstream edges;
    write_csv_edges(GraphView(pair_of("a", "=cmd|'/c calc'!A1 says \"no\"\nand C:\\x")), edges);
    CHECK(edges.str().find(",\"'=cmd|'/c calc'!A1 says \"\"no\"\" and C:\xe2\x88\x96x\",") != std::string::npos);
    CHECK(edges.str().starts_with("\xef\xbb\xbfSource,Target,Type,Kind,Id,Label,Weight,relation,"));
    CHECK(
        edges.str().find("\n\"person_a\",\"person_b\",\"Undirected\",\"met_with\",\"e_1\",\"met with (alleged)\",3,") !=
        std::string::npos);
}

TEST_CASE("GEXF has the relation as kind, days as spells, lists, colours and sizes") {
    const auto gexf = written("gexf", pair_of("A & B", "q"));
    for (const char* part :
         {"kind=\"met_with\" label=\"met with (alleged)\" weight=\"3\"",
          "<spell start=\"2031-02-01\" end=\"2031-03-04\"/>",
          "for=\"aliases\" value=\"[&quot;x \\&quot;y\\&quot;&quot;, &quot;z\\\\&quot;]\"", "label=\"A &amp; B\"",
          "<viz:color r=\"86\" g=\"180\" b=\"233\"/><viz:size value=\"14.0\"/>", "<viz:shape value=\"dashed\"/>",
          "mode=\"dynamic\" timeformat=\"date\""}) {
        CAPTURE(part);
        CHECK(gexf.find(part) != std::string::npos);
    }
    CHECK(written("gexf", one_node()).find("mode=\"static\">") != std::string::npos);
}

TEST_CASE("a date covers days") {
    struct Row {
        const char *date, *days;
    };
    const Row rows[] = {{"2031-02-03", "2031-02-03 2031-02-03"},
                        {"2032-02", "2032-02-01 2032-02-29"},
                        {"2031", "2031-01-01 2031-12-31"},
                        {"2031-01/2031-03-05", "2031-01-01 2031-03-05"},
                        {"2031-02-30", ""},
                        {"2031-13", ""},
                        {"", ""},
                        {"2031-03-05/2031-01", ""},
                        {"soon", ""}};
    for (const auto& row : rows) {
        CAPTURE(row.date);
        const auto days = days_of(row.date);
        CHECK((days ? day(days->first) + " " + day(days->last) : "") == row.days);
    }
}

TEST_CASE("an edge is there in the days of its evidence, and its ends with it") {
    auto rows = pair_of("A", "Q");
    rows.articles = {{"a1", "", "", "2031-03-04", "", "en", {"a1"}, {}, 1},
                     {"a2", "", "", "", "", "en", {"a2"}, {}, 1}};
    auto& edge = rows.edges[0];
    const auto spells_of = [&] {
        const auto gexf = written("gexf", rows);
        std::vector<std::string> all;
        for (std::size_t at = 0; (at = gexf.find("<spells>", at)) != std::string::npos; ++at)
            all.push_back(gexf.substr(at, gexf.find("</spells>", at) - at));
        return all;
    };
    const auto spell = [](const std::string& first, const std::string& last) {
        return "<spell start=\"" + first + "\" end=\"" + last + "\"/>";
    };
    rows.nodes[0].first_seen = "2031-03-01";
    rows.nodes[0].last_seen = "2031-03-02";
    const auto piece = edge.evidence[0];  // of article a1, without a date of its own
    for (const auto* date :
         {"2031-02-10", "2030", "2031-02-09/2031-02-09", "2031-02-10/2031-02-12", "2031-02-13", "?"}) {
        edge.evidence.push_back(piece);
        edge.evidence.back().date = date;
    }
    edge.first_date = "2030";
    const auto found = spells_of();
    REQUIRE(found.size() == 3);
    CHECK(found[0] == "<spells>" + spell("2030-01-01", "2031-03-04"));
    CHECK(found[1] == found[0]);
    CHECK(found[2] == "<spells>" + spell("2030-01-01", "2030-12-31") + spell("2031-02-09", "2031-02-13") +
                          spell("2031-03-04", "2031-03-04"));
    edge.evidence = {piece};
    edge.evidence[0].article = "a2";  // nobody knows when
    edge.first_date = edge.last_date = "";
    CHECK(spells_of() == std::vector<std::string>{"<spells>" + spell("2031-03-01", "2031-03-02")});
}

TEST_CASE("the DOT for Gephi has nothing its reader stops at") {
    const auto dot = written("gephi_dot", awkward_graph());
    CHECK(dot.starts_with("# Chancery \xe2\x80\x93"));
    for (const char* word : {"\n\"node\"", "\n\"edge\"", "\n\"graph\"", "\nnode", "#rr", "subgraph {", "->\""})
        CHECK(dot.find(word) == std::string::npos);
    CHECK(dot.find("\"node_\" -> \"person_subgraph\" [") != std::string::npos);
}

TEST_CASE("sizes grow with the root and have an end") {
    CHECK(grown(0, 30, 20, 300) == 30);
    CHECK(grown(4, 30, 20, 300) == 70);
    CHECK(grown(1000000, 30, 20, 300) == 300);
}

}  // namespace chancery
