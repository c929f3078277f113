// A relation is added by writing one file; `rules` and `why` tell what the rules hold and did.
#include <algorithm>
#include <map>
#include <sstream>

#include "tests/catch.hpp"
#include "tests/cli/run.hpp"

namespace chancery {

namespace {

const std::string commended = R"(format = 1
name = "own"
[[relation]]
id       = "pardoned"
meaning  = "pardoned a convict"
cameo    = "081"
verbs    = ["pardon", "grant clemency to X"]
nouns    = ["pardon of X", "clemency for X"]
subject  = ["person", "country", "institution"]
object   = ["person"]
examples = ["President Ruslan Odintsov pardoned Mikael Forsander. | Ruslan Odintsov | Mikael Forsander",
            "Mikael Forsander was pardoned by President Ruslan Odintsov. | Ruslan Odintsov | Mikael Forsander",
            "Mikael Forsander, whom Norway pardoned in May, flew home. | Norway | Mikael Forsander",
            "Norway's pardon of Mikael Forsander made headlines. | Norway | Mikael Forsander",
            "Norway may pardon Mikael Forsander. | Norway | Mikael Forsander | planned",
            "Norway and Sweden granted clemency to Mikael Forsander. | Sweden | Mikael Forsander"]
counter  = ["Pardon me, Mikael Forsander told Ruslan Odintsov.", "Mikael Forsander begged Norway's pardon."]
)";

std::string with_file(const std::string& name, const std::string& toml) {
    const auto folder = scratch(name);
    put(folder / "own.toml", toml);
    return (folder / "own.toml").string();
}

}  // namespace

TEST_CASE("one file adds a relation, and passive, relative, nominal and joined forms come with it") {
    const auto file = with_file("own-rule", commended);
    const auto tested = run("rules test " + file);
    CHECK(tested.out.find("own.toml") == std::string::npos);
    CHECK(tested.status == 0);
    const auto folder = scratch("own-rule-text");
    put(folder / "a.txt", "Norway frees a man\n\nMikael Forsander was pardoned by Norway on Friday.\n");
    const auto done = run("extract " + (folder / "a.txt").string() + " --rules " + file + " --format json");
    CHECK(done.status == 0);
    CHECK_THAT(done.out,
               ContainsSubstring("\"relation\":\"pardoned\"") || ContainsSubstring("\"relation\": \"pardoned\""));
}

TEST_CASE("a later file replaces a rule of the same id, and can switch it off") {
    const auto file = with_file("switched-off", "[[relation]]\nid = \"arrested\"\ndisable = true\n");
    CHECK_THAT(run("rules list").out, ContainsSubstring("\narrested\tarrested\t"));
    CHECK_THAT(run("rules list " + file).out, !ContainsSubstring("\narrested\tarrested\t"));
}

TEST_CASE("a rule without examples, or whose examples fail, is refused with its line") {
    const auto bare = with_file("bare-rule", "[[relation]]\nid = \"arrested\"\nverbs = [\"arrest\"]\n");
    const auto checked = run("rules check " + bare);
    CHECK(checked.status == 1);
    CHECK_THAT(checked.err, ContainsSubstring("own.toml:1: the relation arrested has no examples"));
    const auto wrong = with_file("wrong-example",
                                 "[[relation]]\nid = \"arrested\"\nverbs = [\"arrest\"]\n"
                                 "examples = [\"Norway thanked Oman. | Norway | Oman\"]\n"
                                 "counter = [\"Norwegian police arrested Mikael Forsander.\"]\n");
    const auto tested = run("rules test " + wrong);
    CHECK(tested.status == 1);
    CHECK_THAT(tested.out, ContainsSubstring("own.toml:4: not read: Norway arrested Oman"));
    CHECK_THAT(tested.out, ContainsSubstring("own.toml:5: read although it is not said: arrested"));
}

TEST_CASE("a mistake in a rule file is named with file, line and key, and the nearest word that would do") {
    struct Row {
        const char *toml, *message;
    };
    const std::string rest = "\nexamples = [\"A. | B | C\"]\ncounter = [\"D.\"]\n";
    const Row rows[] = {
        {"id = \"arrestd\"", "own.toml:1: unknown relation 'arrestd'. The nearest known one is 'arrested'"},
        {"id = \"arrested\"\nverb = [\"jail\"]", "own.toml:3: unknown key 'verb'. The nearest known one is 'verbs'"},
        {"id = \"arrested\"\nverbs = \"jail\"", "own.toml:3: verbs must be a list of strings"},
        {"id = \"arrested\"\nverbs = [3]", "own.toml:3: verbs must hold strings only"},
        {"id = \"arrested\"\nsubject = [\"contry\"]",
         "own.toml:3: subject names an unknown type 'contry'. The nearest known one is 'country'"},
        {"id = \"arrested\"\nstatus = \"plannd\"",
         "own.toml:3: status = 'plannd' is not known. The nearest known one is 'planned'"},
        {"id = \"arrested\"\nmeaning = {kind = \"event\"}", "own.toml:3: meaning must be a string"},
        {"id = \"pardoned\"\nmeaning = \"pardoned\"\nsymmetric = \"no\"",
         "own.toml:4: symmetric must be true or false"}};
    for (const auto& row : rows) {
        CAPTURE(row.toml);
        const auto done = run("rules check " + with_file("bad-rule", "[[relation]]\n" + std::string(row.toml) + rest));
        CHECK(done.status == 1);
        CHECK_THAT(done.err, ContainsSubstring(row.message));
    }
}

TEST_CASE("every relation that comes with the program has at least five examples and three counter-examples") {
    std::istringstream rows(run("rules list").out);
    std::map<std::string, std::pair<int, int>> relations;  // one relation may have several rules
    for (std::string row; std::getline(rows, row);) {
        const auto cell = row.find(" entries\t") + 9;
        const auto plus = row.find('+', cell);
        auto& [positive, negative] = relations[row.substr(0, row.find('\t'))];
        positive += std::stoi(row.substr(cell, plus - cell));
        negative += std::stoi(row.substr(plus + 1));
    }
    CHECK(relations.size() == 77);
    for (const auto& [relation, count] : relations) {
        CAPTURE(relation);
        CHECK(count.first >= 5);
        CHECK(count.second >= 3);
    }
}

TEST_CASE("why: a sentence's tree, what was tried and what was found") {
    const auto done = run("why --sentence 'Norway did not summon the envoys of Georgia.'");
    CHECK(done.status == 0);
    CHECK_THAT(done.out, ContainsSubstring("summon: summoned \"summon X\""));
    CHECK_THAT(done.out, ContainsSubstring("country Norway"));
    CHECK_THAT(done.out, ContainsSubstring("nsubj"));
    const auto common = run("why --sentence 'Norway made a cake for Georgia.'");
    CHECK_THAT(common.out, ContainsSubstring("longer entries, whose other words are not there"));
    CHECK(std::count(common.out.begin(), common.out.end(), '\n') < 40);
}

TEST_CASE("why: an edge's sentences with the ends and the trigger marked") {
    const auto folder = scratch("why");
    put(folder / "a.txt", "A quarrel\n\nNorway recognized Georgia in 1992.\n");
    REQUIRE(run("extract " + (folder / "a.txt").string() + " -o " + (folder / "g.json").string()).status == 0);
    const auto done = run("why " + (folder / "g.json").string() + " Georgia");
    CHECK(done.status == 0);
    CHECK_THAT(done.out, ContainsSubstring("[Norway] {recognized} [Georgia] in 1992."));
    CHECK_THAT(done.out, ContainsSubstring("article a, bytes 11-45"));
    CHECK_THAT(done.out, !ContainsSubstring("nsubj"));  // a node may have many sentences
    const auto id = done.out.find("(e_");
    REQUIRE(id != std::string::npos);
    const auto edge = run("why " + (folder / "g.json").string() + " " + done.out.substr(id + 1, 14));
    CHECK(edge.status == 0);
    CHECK_THAT(edge.out, ContainsSubstring("[Norway] {recognized} [Georgia] in 1992."));
    CHECK_THAT(edge.out, ContainsSubstring("nsubj"));
    const auto wrong = run("why " + (folder / "g.json").string() + " Atlantis");
    CHECK(wrong.status == 1);
    CHECK_THAT(wrong.err, ContainsSubstring("has no edge and no node 'Atlantis'"));
    CHECK(run("why").status == 2);
}

}  // namespace chancery
