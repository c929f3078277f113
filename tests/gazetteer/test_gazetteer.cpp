#include "extract/gazetteer/gazetteer.hpp"
#include "tests/catch.hpp"

#include "extract/pipeline.hpp"
#include "record/error.hpp"

using namespace chancery;

namespace {

const Lexicon& lexicon() {
    static const auto read = Lexicon::read(CHANCERY_SOURCE_DIR "/models/lexicon");
    return read;
}

std::vector<KnownEntity> parse(const std::string& text) {
    return parse_gazetteer(text, "mine", lexicon());
}

}  // namespace

TEST_CASE("a table says type, names, country and ids") {
    const auto known = parse(
        "type\tname\tnames\tcountry\tids\n# a comment\n"
        "official\tMaren Holt\tM. Holt|Maren Holt-Berg\tNO\twikidata=Q1|own=7\n"
        "institution\tBlue Harbour\t-\t-\t-\n");
    REQUIRE(known.size() == 2);
    CHECK(known[0].type == EntityType::official);
    CHECK(known[0].names == std::vector<std::string>{"M. Holt", "Maren Holt-Berg"});
    CHECK(known[0].country == "NO");
    CHECK(known[0].ids.at("own") == "7");
    CHECK(known[1].name == "Blue Harbour");
}

TEST_CASE("FollowTheMoney entities: persons and bodies count, documents do not") {
    const auto known = parse(
        R"({"id":"e1","schema":"Person","properties":{"name":["Maren Holt"],"alias":["M. Holt"],"nationality":["no"],)"
        R"("topics":["role.pep"],"wikidataId":["Q1"]}})"
        "\n\n"
        R"({"id":"e2","schema":"Company","properties":{"name":["Blue Harbour"],"jurisdiction":["zz"]}})"
        "\n"
        R"({"id":"e3","schema":"Document","properties":{"title":["x"]}})"
        "\n");
    REQUIRE(known.size() == 2);
    CHECK(known[0].type == EntityType::official);
    CHECK(known[0].country == "NO");
    CHECK(known[0].ids == std::map<std::string, std::string>{{"ftm", "e1"}, {"wikidata", "Q1"}});
    CHECK(known[1].type == EntityType::institution);
    CHECK(known[1].country.empty());
}

TEST_CASE("actor dictionaries: PETRARCH's blocks and TABARI's lines") {
    const auto known = parse(
        "# actors\nANA_ROJAS_ ; president\n+PRESIDENT_ROJAS_\n\t[CHLGOV 180311-220311]\n\t[CHLELI >220311]\n"
        "BLUE_HARBOUR_ [NORBUS]\nATLANTIS_\n\t[NOR]\nEMPTY_\n");
    REQUIRE(known.size() == 3);
    CHECK(known[0].name == "Ana Rojas");
    CHECK(known[0].names == std::vector<std::string>{"President Rojas"});
    CHECK(known[0].type == EntityType::official);
    CHECK(known[0].country == "CL");
    REQUIRE(known[0].codes.size() == 2);
    CHECK(known[0].codes[0].from == "2018-03-11");
    CHECK(known[0].codes[0].to == "2022-03-11");
    CHECK(known[0].codes[1].from == "2022-03-11");
    CHECK(known[0].codes[1].to.empty());
    CHECK(known[1].type == EntityType::institution);
    CHECK(known[2].type == EntityType::country);
}

TEST_CASE("a bad gazetteer is named with its line") {
    struct Row {
        const char *text, *error;
    };
    const Row rows[] = {{"type\tname\tnames\tcountry\tids\nking\tA\t-\t-\t-\n", "mine:2: 'king' is no type"},
                        {"type\tname\tnames\tcountry\tids\nperson\tA\t-\tXX\t-\n", "mine:2: 'XX' is no country code"},
                        {"type\tname\tnames\tcountry\tids\nperson\tA\t-\t-\tQ1\n", "mine:2: 'Q1' is no id"},
                        {"{\"schema\":\"Person\"}\n{oops\n", "mine:2: is no JSON object"},
                        {"{\"id\":\"x\"}\n", "mine:1: has no \"schema\""},
                        {"{\"id\":7,\"schema\":\"Person\"}\n", "mine:1: its \"id\" is no string"},
                        {"A_ [NOR\n", "mine:1: a code without its brackets"},
                        {"A_\n\t[NOR yesterday]\n", "mine:2: 'yesterday' is no range of dates"},
                        {"A_\n\t[NOR 99-1]\n", "mine:2: '99' is no date"},
                        {"just words\n", "mine: no gazetteer"},
                        {"", "mine: no gazetteer"}};
    for (const auto& row : rows) {
        CAPTURE(row.text);
        CHECK_THROWS_WITH(parse(row.text), ContainsSubstring(row.error));
    }
}

TEST_CASE("what the user knows is found in texts, with its ids and the code of the day") {
    const auto file = std::filesystem::temp_directory_path() / "chancery-gazetteer-test.txt";
    {
        std::FILE* out = std::fopen(file.c_str(), "w");
        std::fputs(
            "QUORL_VANTEM_\n+Q._VANTEM_\n\t[NORGOV 300101-301231]\n\t[NOROPP >310101]\nVARLUND_GRUPPEN_ [NORBUS]\n",
            out);
        std::fclose(out);
    }
    const auto extractor = Extractor::load(CHANCERY_SOURCE_DIR "/models", {file});
    ArticleHints hints{.id = "a"};
    hints.published = "2031-05-01";
    const auto facts =
        extractor.extract("Talks\n\nQuorl Vantem praised Varlund Gruppen. Vantem then left Oslo.\n", hints);
    std::filesystem::remove(file);
    const auto named = [&](const std::string& label) -> const Entity* {
        for (const auto& entity : facts.entities)
            if (entity.label == label) return &entity;
        return nullptr;
    };
    const auto* body = named("Varlund Gruppen");
    REQUIRE(body != nullptr);
    CHECK(body->type == EntityType::institution);
    CHECK(body->ids.at("cameo") == "NORBUS");
    const auto* vantem = named("Quorl Vantem");
    REQUIRE(vantem != nullptr);
    CHECK(vantem->ids.at("cameo") == "NOROPP");
}
