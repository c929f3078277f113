// Assertions as a stream of lines: no graph is built, and nothing is kept.
#include <nlohmann/json.hpp>

#include "tests/catch.hpp"
#include "tests/cli/run.hpp"

namespace chancery {

namespace {

std::vector<nlohmann::json> lines_of(const std::string& bytes) {
    std::vector<nlohmann::json> lines;
    std::istringstream in(bytes);
    for (std::string line; std::getline(in, line);) lines.push_back(nlohmann::json::parse(line));
    return lines;
}

std::string news(int articles) {
    std::string lines;
    for (int i = 0; i < articles; ++i)
        lines +=
            "{\"id\": \"n" + std::to_string(i) +
            "\", \"text\": \"Quarrel\\n\\nNorway summoned the Georgian ambassador on Monday. Norway may expel Giorgi "
            "Lomsadze.\\n\"}\n";
    return lines;
}

}  // namespace

TEST_CASE("a line tells an assertion with both ends, in the order of the text, and its status in its label") {
    const auto f = scratch("stream").string();
    put(f + "/news.jsonl", news(1));
    REQUIRE(run("extract " + f + "/news.jsonl -o " + f + "/out.jsonl").status == 0);
    bool summoned = false, planned = false;
    std::uint64_t at = 0;
    for (const auto& line : lines_of(slurp(f + "/out.jsonl"))) {
        CHECK(line["article"] == "n0");
        CHECK(line["sentence"][0] >= at);
        at = line["sentence"][0];
        summoned |= line["relation"] == "summoned" && line["subject"]["id"] == "country_NO" &&
                    line["object"]["type"] == "official" && line["label"] == "summoned";
        planned |= line["relation"] == "expelled" && line["status"] == "planned" &&
                   line["label"].get<std::string>().ends_with(" (planned)");
    }
    CHECK(summoned);
    CHECK(planned);
}

TEST_CASE("the stream is the same for one thread and two, on standard output and in a file") {
    const auto f = scratch("stream-jobs").string();
    put(f + "/news.jsonl", news(300));
    const auto input = f + "/news.jsonl ";
    REQUIRE(run("extract " + input + "--jobs 1 -o " + f + "/one.jsonl").status == 0);
    REQUIRE(run("extract " + input + "--jobs 2 -o " + f + "/two.jsonl").status == 0);
    const auto one = slurp(f + "/one.jsonl");
    CHECK(lines_of(one).size() >= 600);
    CHECK((one == slurp(f + "/two.jsonl")));
    CHECK((one == run("extract " + input + "--format jsonl").out));
}

TEST_CASE("beside another output the lines are the graph's, as convert writes them") {
    const auto f = scratch("stream-graph").string();
    put(f + "/news.jsonl", news(2));
    REQUIRE(run("extract " + f + "/news.jsonl -o " + f + "/g.json -o " + f + "/g.jsonl").status == 0);
    REQUIRE(run("convert " + f + "/g.json -o " + f + "/c.jsonl").status == 0);
    CHECK_FALSE(slurp(f + "/g.jsonl").empty());
    CHECK((slurp(f + "/g.jsonl") == slurp(f + "/c.jsonl")));
}

TEST_CASE("a stream fails as a graph does: nothing readable, --strict, no input") {
    const auto f = scratch("stream-bad").string();
    put(f + "/bad.jsonl", news(1) + "no json\n");
    put(f + "/empty.txt", "");
    const auto skipped = run("extract " + f + "/bad.jsonl -o " + f + "/a.jsonl");
    CHECK(skipped.status == 0);
    CHECK_THAT(skipped.err, ContainsSubstring("1 inputs were skipped"));
    const auto strict = run("extract --strict " + f + "/bad.jsonl -o " + f + "/b.jsonl");
    CHECK(strict.status == 1);
    CHECK_THAT(strict.err, ContainsSubstring("--strict: 1 inputs skipped"));
    CHECK_FALSE(std::filesystem::exists(f + "/b.jsonl"));
    CHECK(run("extract --strict --format jsonl " + f + "/bad.jsonl").status == 2);
    const auto empty = run("extract " + f + "/empty.txt -o " + f + "/c.jsonl");
    CHECK(empty.status == 1);
    CHECK_THAT(empty.err, ContainsSubstring("empty.txt: is empty"));
    CHECK(run("extract " + f + "/none.jsonl -o " + f + "/d.jsonl").status == 1);
    CHECK_FALSE(std::filesystem::exists(f + "/c.jsonl"));
}

}  // namespace chancery
