#include "tests/catch.hpp"

#include <nlohmann/json.hpp>
#include <set>

#include "tests/cli/run.hpp"

using namespace chancery;
using Json = nlohmann::json;

namespace {

/// The graph of the samples, made once.
const std::string& graph() {
    static const std::string path = [] {
        const auto file = scratch("query") / "graph.json";
        run("extract " CHANCERY_SOURCE_DIR "/samples -o " + file.string());
        return file.string();
    }();
    return path;
}

}  // namespace

TEST_CASE("query answers in a table, and in the JSON of the API", "[cli][query]") {
    const auto table = run("query " + graph() + " entities solbakken");
    CHECK(table.status == 0);
    CHECK(table.out.find("Ragnhild Solbakken") != std::string::npos);
    CHECK(table.err.find("1 of 1") != std::string::npos);
    const auto json = Json::parse(run("query " + graph() + " entities solbakken --json").out);
    CHECK(json["entities"][0]["id"] == "person_ragnhild-solbakken");
    const auto lines = run("query " + graph() + " relations --ndjson");
    CHECK(lines.status == 0);
    for (std::size_t at = 0; at < lines.out.size();) {
        const auto end = lines.out.find('\n', at);
        CHECK(Json::parse(lines.out.substr(at, end - at)).contains("status"));
        at = end + 1;
    }
}

TEST_CASE("query pages with --cursor until everything was shown once", "[cli][query]") {
    std::set<std::string> seen;
    std::string cursor;
    std::size_t total = 0;
    do {
        const auto page = Json::parse(run("query " + graph() + " relations --limit 70 --json" + cursor).out);
        total = page["total"];
        for (const auto& relation : page["relations"]) CHECK(seen.insert(relation["id"]).second);
        const auto next = page["next"].is_null() ? std::string() : page["next"].get<std::string>();
        cursor = next.empty() ? "" : " --cursor " + next.substr(next.find("cursor=") + 7);
    } while (!cursor.empty());
    CHECK(seen.size() == total);
    CHECK(total > 100);
}

TEST_CASE("query finds paths and neighbours by name, and says who is near a name nobody has", "[cli][query]") {
    const auto path = run("query " + graph() + " path Norway Georgia");
    CHECK(path.status == 0);
    CHECK(path.out.find("step") != std::string::npos);
    CHECK(run("query " + graph() + " neighbours 'Ragnhild Solbakken' --direction out").out.find("minister of") !=
          std::string::npos);
    const auto absent = run("query " + graph() + " neighbours 'Ragnhild Solbaken'");
    CHECK(absent.status == 1);
    CHECK(absent.err.find("person_ragnhild-solbakken") != std::string::npos);
    CHECK(run("query " + graph() + " relations --subject Nowhereland").err.find("--subject: 'Nowhereland'") !=
          std::string::npos);
}

TEST_CASE("a wrong question ends with 2 and words", "[cli][query]") {
    for (const std::string words :
         {" entities --type robot", " relations --limit 0", " entities --colour red", "", " path Norway"})
        CHECK(run("query " + graph() + words).status == 2);
    CHECK(run("query " + graph() + " relations --since yesterday").err.find("--since") != std::string::npos);
}
