#include "extract/lexicon/lexicon.hpp"

#include <filesystem>
#include <fstream>

#include "record/error.hpp"
#include "tests/catch.hpp"

namespace chancery {

namespace {

const Lexicon& lexicon() {
    static const auto loaded = Lexicon::read(CHANCERY_SOURCE_DIR "/models/lexicon");
    return loaded;
}

}  // namespace

TEST_CASE("the lexicon knows the states of the world, not those of a sample") {
    std::size_t states = 0;
    for (const auto& country : lexicon().countries) states += !country.territory;
    CHECK(states >= 193);
    for (const char* iso2 : {"RU", "AZ", "US", "XK", "PS", "TW", "VA", "SS", "TL"}) {
        CAPTURE(iso2);
        CHECK(lexicon().country(iso2).has_value());
    }
    CHECK_FALSE(lexicon().country("ZZ").has_value());
}

TEST_CASE("entries are cut into words as texts are") {
    CHECK(entry_words("Guinea-Bissau") == std::vector<std::string>{"guinea", "-", "bissau"});
    CHECK(entry_words("Prosecutor General's Office") ==
          std::vector<std::string>{"prosecutor", "general", "'s", "office"});
    CHECK(entry_words("U.S.") == std::vector<std::string>{"u.s."});
    CHECK(fold("Peskov\xe2\x80\x99s") == "peskov's");
}

TEST_CASE("a bad cell in a copied lexicon is reported with file and line") {
    const auto copy = std::filesystem::temp_directory_path() / "chancery-lexicon-test";
    std::filesystem::remove_all(copy);
    std::filesystem::copy(CHANCERY_SOURCE_DIR "/models/lexicon", copy, std::filesystem::copy_options::recursive);
    std::ofstream(copy / "offices.tsv", std::ios::app) << "court painter\t-\tartist\tany\t-\n";
    CHECK_THROWS_WITH(Lexicon::read(copy), ContainsSubstring("offices.tsv:") &&
                                               ContainsSubstring("'artist' is not one of official, person, depends"));
    std::filesystem::remove_all(copy);
}

}  // namespace chancery
