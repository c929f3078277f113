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
    CHECK(run("convert " + graph + " --format json --around Atlantis").err.find("no node has the id") !=
          std::string::npos);
}

}  // namespace chancery
