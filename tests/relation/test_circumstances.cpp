#include "extract/pipeline.hpp"
#include "extract/relation/circumstances.hpp"
#include "tests/catch.hpp"

using namespace chancery;

TEST_CASE("a date that begins behind the day of publication is later", "[relation]") {
    CHECK(later("2025-07-03", "2025-07-02"));
    CHECK(later("2025-08", "2025-07-02"));
    CHECK(later("2026-01-01/2026-01-05", "2025-07-02"));
    CHECK_FALSE(later("2025-07", "2025-07-02"));
    CHECK_FALSE(later("2025-07-02", "2025-07-02"));
    CHECK_FALSE(later("", "2025-07-02"));
    CHECK_FALSE(later("2025-07-03", ""));
}

TEST_CASE("a visit of next week is planned, one of last week a fact", "[relation]") {
    static const auto extractor = Extractor::load(CHANCERY_SOURCE_DIR "/models");
    const auto status = [&](const std::string& sentence) {
        const auto facts =
            extractor.extract("News of the day\n\n" + sentence + "\n", {.id = "a", .published = "2025-07-02"});
        for (const auto& a : facts.assertions)
            if (extractor.catalog().at(a.relation).id == "visited") return std::string(name_of(a.status));
        return std::string("none");
    };
    CHECK(status("President Ruth Cole visits Oman next week.") == "planned");
    CHECK(status("President Ruth Cole visited Oman last week.") == "asserted");
}
