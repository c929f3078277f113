#include <algorithm>
#include <filesystem>
#include <fstream>

#include "extract/relation/rules.hpp"
#include "tests/catch.hpp"

namespace chancery {

namespace {

const std::string models = CHANCERY_SOURCE_DIR "/models";
const std::string examples =
    "examples = [\"Rebels abducted Ann Lee. | Rebels | Ann Lee\"]\ncounter = [\"Ann Lee took the bus.\"]\n";

Rules read(const std::string& toml) {
    const auto folder = std::filesystem::temp_directory_path() / "chancery-rules-test";
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "rules.toml") << toml;
    auto catalog = RelationCatalog::read(models + "/relations.tsv");
    return Rules::read(folder, models + "/lexicon/verb_forms.tsv", {}, catalog);
}

}  // namespace

TEST_CASE("verbs are known in all their forms") {
    const auto forms = VerbForms::read(models + "/lexicon/verb_forms.tsv");
    struct Row {
        const char* lemma;
        std::vector<const char*> forms;
    };
    const Row rows[] = {{"arrest", {"arrest", "arrests", "arrested", "arresting"}},
                        {"accuse", {"accuses", "accused", "accusing"}},
                        {"deny", {"denies", "denied", "denying"}},
                        {"expel", {"expels", "expelled", "expelling"}},
                        {"shoot", {"shoots", "shot", "shooting"}},
                        {"clash", {"clashes", "clashed", "clashing"}}};
    for (const auto& row : rows) {
        const auto all = forms.of(row.lemma);
        for (const auto* form : row.forms) {
            CAPTURE(row.lemma, form);
            CHECK(std::any_of(all.begin(), all.end(), [&](const auto& f) { return f.first == form; }));
        }
    }
}

TEST_CASE("an entry gives its fixed words before and behind X") {
    const auto rules = read(std::string("[[relation]]\nid = \"abducted\"\nverbs = [\"take X hostage\", \"impose curbs "
                                        "on X\"]\nnouns = [\"abduction of "
                                        "X\"]\n") +
                            examples);
    REQUIRE(rules.triggers().size() == 3);
    CHECK(rules.triggers()[0].after == std::vector<std::string>{"hostage"});
    CHECK(rules.triggers()[1].before == std::vector<std::string>{"curbs", "on"});
    CHECK(rules.triggers()[2].noun);
    CHECK(rules.verbs("took").size() == 1);
    CHECK(rules.nouns("abductions").size() == 1);
}

TEST_CASE("a bad rule file names file, line and the nearest valid word") {
    struct Row {
        const char* toml;
        const char* message;
    };
    const Row rows[] = {
        {"[[relation]]\nid = \"sumoned\"\n", "unknown relation 'sumoned'. The nearest known one is 'summoned'"},
        {"[[relation]]\nid = \"summoned\"\nverb = [\"summon\"]\n",
         "rules.toml:3: unknown key 'verb'. The nearest known one is 'verbs'"},
        {"[[relation]]\nid = \"arrested\"\nnouns = [\"arrest\"]\nexamples = [\"a | b | c\"]\ncounter = [\"a\"]\n",
         "has no X"},
        {"[[relation]]\nid = \"arrested\"\nobject = [\"dragon\"]\nexamples = [\"a | b | c\"]\ncounter = [\"a\"]\n",
         "names an unknown type"},
        {"[[relation]]\nid = \"arrested\"\nverbs = [\"arrest\"]\n",
         "rules.toml:1: the relation arrested has no examples"},
        {"[[relation]]\nid = \"arrested\"\nexamples = [\"a | b\"]\ncounter = [\"a\"]\n",
         "rules.toml:3: an example without its ends"},
        {"[[relation]\n", "rules.toml:1"},
        {"title = 3\n", "unknown key 'title'"}};
    for (const auto& row : rows) {
        CAPTURE(row.toml);
        CHECK_THROWS_WITH(read(row.toml), ContainsSubstring(row.message));
    }
}

}  // namespace chancery
