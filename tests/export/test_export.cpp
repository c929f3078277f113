#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "export/format.hpp"
#include "export/json.hpp"
#include "export/read_json.hpp"
#include "export/text.hpp"
#include "graph/columns.hpp"
#include "record/error.hpp"
#include "record/table.hpp"
#include "tests/catch.hpp"
#include "tests/export/awkward.hpp"

namespace chancery {

namespace {

std::string written(const Format& format, const GraphRows& rows) {
    std::ostringstream out;
    format.write(GraphView(rows), out);
    return out.str();
}

}  // namespace

TEST_CASE("no two formats share a name or a suffix, and each has its page") {
    std::set<std::string_view> seen;
    for (const auto& format : formats()) {
        CHECK(seen.insert(format.name).second);
        CHECK(seen.insert(format.suffix).second);
        CHECK(std::filesystem::exists(std::string(CHANCERY_SOURCE_DIR) + "/docs/formats/" + std::string(format.name) +
                                      ".md"));
        CHECK(&format_for("x/y" + std::string(format.suffix)) == &format);
        for (const auto& part : format.parts) CHECK(&format_for("x/y" + std::string(part.suffix) + ".gz") == &format);
    }
    CHECK_THROWS_WITH(format_for("graph.xyz"),
                      ContainsSubstring("graph.xyz: the suffix names no known format. Use one of .graphml, "));
}

TEST_CASE("what readers refuse never gets out") {
    std::string buffer;
    struct Row {
        std::string in, out;
    };
    const Row rows[] = {{"plain", "plain"},
                        {"a\x01\x1f"
                         "b",
                         "ab"},
                        {"a\r\nb\rc", "a\nb\nc"},
                        {"\xff", "\xef\xbf\xbd"},
                        {"\xed\xa0\x80", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"},
                        {"\xef\xbf\xbe", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"},
                        {"\xc0\x80", "\xef\xbf\xbd\xef\xbf\xbd"},
                        {"\xf0\x9f\x98\x80", "\xf0\x9f\x98\x80"},
                        {"tab\t", "tab\t"}};
    for (const auto& row : rows) {
        CAPTURE(row.in);
        CHECK(clean(row.in, buffer) == row.out);
    }
    CHECK(decimal(930) == "0.93");
    CHECK(decimal(5) == "0.005");
    CHECK(decimal(1000) == "1");
    CHECK(decimal(0) == "0");
    CHECK(shortened("\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9", 6) == "\xc3\xa9\xe2\x80\xa6");
}

TEST_CASE("every format writes the same bytes again, for empty and awkward graphs") {
    for (const auto& rows : {GraphRows{}, one_node(), awkward_graph()})
        for (const auto& format : formats()) {
            const auto once = written(format, rows);
            CHECK(once == written(format, rows));
            CHECK((!once.empty() || rows.edges.empty()));  // a list of nothing is nothing
            if (format.picture) continue;
            CHECK(std::none_of(once.begin(), once.end(), [](char c) {
                return (static_cast<unsigned char>(c) < 32 && c != '\n' && c != '\t') || c == '\x7f';
            }));
        }
}

TEST_CASE("the event table has a row for a day, pair, code and status, with all its articles") {
    GraphRows rows;
    for (const char* id : {"a", "b"}) {
        ArticleRow article;
        article.id = id;
        article.published = "2031-05-02";
        article.source = std::string("Paper ") + id;
        article.urls = {std::string("https://example.org/") + id};
        rows.articles.push_back(article);
    }
    NodeRow norway, georgia;
    norway.id = "country_NO";
    norway.type = georgia.type = EntityType::country;
    norway.label = "Norway";
    norway.cameo_actor = "NOR";
    georgia.id = "institution_police";
    georgia.label = "=police\tof Georgia";
    georgia.cameo_actor = "GEOCOP";
    rows.nodes = {norway, georgia};
    EdgeRow edge;
    edge.id = "e_1";
    edge.source = 0;
    edge.target = 1;
    edge.relation = "condemned";
    edge.kind = "event";
    edge.cameo = "111";
    edge.plover = "ACCUSE";
    const auto evidence = [](const char* article, const char* date, Status status, std::uint16_t confidence) {
        EvidenceRow row;
        row.article = article;
        row.text = std::string("Quote of ") + article + ".";
        row.date = date;
        row.status = status;
        row.confidence = confidence;
        return row;
    };
    edge.evidence = {evidence("a", "", Status::asserted, 500), evidence("b", "2031-05-02", Status::asserted, 700),
                     evidence("b", "2031-04", Status::denied, 500)};
    rows.edges = {edge};
    std::istringstream lines(written(*find_format("events"), rows));
    std::string header, denied, asserted, rest;
    std::getline(lines, header);
    std::getline(lines, denied);
    std::getline(lines, asserted);
    CHECK(header.starts_with("EventID\tDate\tYear\tMonth\tDay\tSourceName"));
    CHECK(
        denied.starts_with("e_1_2031-04_denied\t2031-04\t2031\t04\t\tNorway\tNOR\tNOR\t\t'=police of "
                           "Georgia\tGEOCOP\tGEO\tCOP\t111\t11\t3\t"));
    CHECK(asserted ==
          "e_1_2031-05-02_asserted\t2031-05-02\t2031\t05\t02\tNorway\tNOR\tNOR\t\t'=police of "
          "Georgia\tGEOCOP\tGEO\tCOP\t111\t11"
          "\t3\tACCUSE\tcondemned\tasserted\t\ta;b\thttps://example.org/a;https://example.org/b\tPaper a;Paper "
          "b\tQuote of b.");
    CHECK_FALSE(std::getline(lines, rest));
}

TEST_CASE("JSON comes back without loss") {
    auto rows = awkward_graph();
    std::string buffer;
    for (auto& node : rows.nodes) node.label = std::string(clean(node.label, buffer));
    const auto& json = *find_format("json");
    const auto once = written(json, rows);
    CHECK(written(json, read_json(once, "x")) == once);
}

TEST_CASE("measures are written by every graph format, and come back from JSON") {
    auto rows = awkward_graph();
    rows.nodes[5].label = rows.nodes[1].label = rows.nodes[6].label = "plain";
    for (auto& edge : rows.edges) edge.evidence[0].text = "plain";
    std::vector<double> halves, counts;
    for (std::size_t n = 0; n < rows.nodes.size(); ++n) {
        halves.push_back(static_cast<double>(n) + 0.53125);
        counts.push_back(100000.0 * static_cast<double>(n + 1));
    }
    set_column(rows, "pagerank", halves);
    set_column(rows, "degree", counts);
    const auto& json = *find_format("json");
    const auto once = written(json, rows);
    CHECK_THAT(once, ContainsSubstring("\"measures\": {\"degree\": 100000, \"pagerank\": 0.53125}"));
    CHECK(written(json, read_json(once, "x")) == once);
    for (const char* name :
         {"graphml", "dot", "gexf", "gephi_dot", "cytoscape", "graphology", "nquads", "turtle", "cypher"}) {
        const auto text = written(*find_format(name), rows);
        CHECK_THAT(text, ContainsSubstring("0.53125"));
        CHECK_THAT(text, ContainsSubstring("700000"));
        CHECK_THAT(text, ContainsSubstring("pagerank"));
    }
    CHECK_THROWS_WITH(
        read_json(
            R"({"nodes": [{"id": "a", "type": "person"}, {"id": "b", "type": "person", "measures": {"degree": 1}}],
                      "edges": []})",
            "g.json"),
        ContainsSubstring("the node b has other measures than the first node"));
}

TEST_CASE("a file that is no graph says what is wrong") {
    struct Row {
        const char *json, *message;
    };
    const Row rows[] = {
        {"", "g.json: is no JSON object"},
        {"[]", "g.json: is no JSON object"},
        {"{\"nodes\": 3, \"edges\": []}", "\"nodes\" is no list"},
        {"{\"edges\": []}", "has no list \"nodes\""},
        {"{\"nodes\": [{\"id\": \"a\", \"type\": \"dragon\"}], \"edges\": []}", "unknown type 'dragon'"},
        {"{\"nodes\": [{\"id\": \"a\", \"type\": \"person\"}, {\"id\": \"a\", \"type\": \"person\"}], \"edges\": []}",
         "stands twice"},
        {"{\"nodes\": [], \"edges\": [{\"id\": \"e\", \"source\": \"x\", \"target\": \"y\"}]}", "that is no node"},
        {"{\"nodes\": [7], \"edges\": []}", "a row is no object"}};
    for (const auto& row : rows) {
        CAPTURE(row.json);
        CHECK_THROWS_WITH(read_json(row.json, "g.json"), ContainsSubstring(row.message));
    }
}

TEST_CASE("the small graph is written byte for byte as in tests/golden") {
    auto rows = awkward_graph();
    rows.edges.erase(rows.edges.begin() + 4, rows.edges.begin() + 1000);
    rows.nodes[5].label = "shorter";
    for (auto& edge : rows.edges)
        if (edge.evidence[0].text.size() > 1000) edge.evidence[0].text = "shorter";
    const auto compare = [&](std::string_view suffix, void (*write)(const GraphView&, std::ostream&)) {
        const auto path = std::string(CHANCERY_SOURCE_DIR) + "/tests/golden/small" + std::string(suffix);
        std::ostringstream out;
        write(GraphView(rows), out);
        if (std::getenv("CHANCERY_UPDATE_GOLDEN") != nullptr) std::ofstream(path, std::ios::binary) << out.str();
        CAPTURE(path);
        CHECK(out.str() == read_file(path));
    };
    for (const auto& format : formats()) {
        if (format.picture) continue;
        if (format.parts.empty()) compare(format.suffix, format.write);
        for (const auto& part : format.parts) compare(part.suffix, part.write);
    }
}

}  // namespace chancery
