#include "tests/catch.hpp"
#include "tests/cli/run.hpp"

namespace chancery {

namespace {

const std::string samples = std::string(CHANCERY_SOURCE_DIR) + "/samples";

}  // namespace

TEST_CASE("every format is written whole and compressed, and what is read back is the same") {
    const auto folder = scratch("convert");
    const auto path = [&](const char* name) { return (folder / name).string(); };
    REQUIRE(run("extract " + samples + " -o " + path("g.json") + " -o " + path("g.graphml") + " -o " +
                path("g.json.zst") + " -o " + path("g.graphml.gz") + " -o " + path("g.csv.gz"))
                .status == 0);
    for (const char* name : {"g.graphml", "g.json.zst", "g.graphml.gz"}) {
        CAPTURE(name);
        const auto done = run("convert " + path(name) + " --format json");
        CHECK(done.status == 0);
        CHECK(done.out == slurp(folder / "g.json"));
    }
    CHECK(slurp(folder / "g.graphml.gz").starts_with("\x1f\x8b"));
    CHECK(slurp(folder / "g.nodes.csv.gz").size() > 100);
    CHECK(slurp(folder / "g.edges.csv.gz").size() > 100);
    CHECK_FALSE(std::filesystem::exists(folder / "g.csv.gz"));
    REQUIRE(run("convert " + path("g.json") + " -o " + path("one.neo4j-nodes.csv")).status == 0);
    CHECK(slurp(folder / "one.neo4j-nodes.csv").starts_with("id:ID,label"));
    CHECK_FALSE(std::filesystem::exists(folder / "one.neo4j-relationships.csv"));
    const auto first = slurp(folder / "g.graphml.gz");
    REQUIRE(run("convert " + path("g.json") + " -o " + path("g.graphml.gz")).status == 0);
    CHECK(slurp(folder / "g.graphml.gz") == first);
    put(folder / "cut.json.gz", slurp(folder / "g.graphml.gz").substr(0, 200));
    CHECK(run("convert " + path("cut.json.gz") + " --format json").status == 1);
}

TEST_CASE("extract and convert take the same filters; a wrong value is status 2") {
    const auto folder = scratch("filters");
    const auto graph = (folder / "g.json").string();
    REQUIRE(run("extract " + samples + " -o " + graph).status == 0);
    for (const char* filter :
         {"--type official,country", "--kind event --status asserted", "--min-confidence 0.8 --top 5",
          "--per-mention --no-private-persons", "--around 'Halima Noor' --hops 2"}) {
        CAPTURE(filter);
        const auto one = run(std::string("extract ") + samples + " --format json " + filter);
        const auto other = run("convert " + graph + " --format json " + filter);
        CHECK(one.status == 0);
        CHECK(one.out == other.out);
        CHECK(one.out != slurp(graph));
    }
    for (const char* filter : {"--type dragon", "--status true", "--since May", "--until 2031-13", "--min-weight -1",
                               "--min-confidence 2", "--hops x", "--top 1.5"}) {
        CAPTURE(filter);
        CHECK(run("convert " + graph + " --format json " + filter).status == 2);
    }
    for (const auto& [filter, nearest] :
         {std::pair{"--relation sumoned", "'summoned'"}, std::pair{"--relation summoned,condemmed", "'condemned'"},
          std::pair{"--kind events", "'event'"}}) {
        CAPTURE(filter);
        for (const auto& command : {"convert " + graph, "extract " + samples})
            for (const auto* format : {" --format json ", " --format jsonl "}) {
                const auto done = run(command + format + filter);
                CHECK(done.status == 2);
                CHECK(done.out.empty());
                CHECK_THAT(done.err, ContainsSubstring("The nearest known one is " + std::string(nearest)));
            }
    }
    CHECK(run("convert " + graph + " --format json --relation abducted").status == 0);  // known, and not in the graph
    CHECK(run("convert " + graph + " --format json --around Atlantis").err.find("no node has the id") !=
          std::string::npos);
}

TEST_CASE("a news source that no article names is an error, with the nearest one; so is one where none has any") {
    const auto folder = scratch("filter-source");
    const auto f = folder.string();
    std::filesystem::create_directories(folder / "in");
    put(folder / "in" / "a.txt", "Moscow summoned the Norwegian ambassador.\n");
    put(folder / "in" / "b.txt", "Oslo summoned the Russian ambassador.\n");
    put(folder / "meta.jsonl", "{\"id\": \"a\", \"source\": \"The Velden Post\"}\n");
    const auto known = "extract " + f + "/in --meta " + f + "/meta.jsonl ";
    REQUIRE(run(known + "-o " + f + "/g.json").status == 0);
    CHECK(run("extract " + f + "/in --format json --source Post").status == 2);
    for (const auto& command : {known + "--format json", known + "-o " + f + "/g.jsonl",
                                known + "--each " + f + "/each", "convert " + f + "/g.json --format json"}) {
        CAPTURE(command);
        CHECK(run(command + " --source 'The Velden Post'").status == 0);
        std::filesystem::remove(folder / "g.jsonl");
        const auto wrong = run(command + " --source 'Velden Post'");
        CHECK(wrong.status == 2);
        CHECK_THAT(wrong.err, ContainsSubstring("The nearest known one is 'The Velden Post'"));
        CHECK_FALSE(std::filesystem::exists(folder / "g.jsonl"));
    }
}

}  // namespace chancery
