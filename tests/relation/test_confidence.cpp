#include "extract/relation/confidence.hpp"

#include <filesystem>
#include <fstream>

#include "tests/catch.hpp"

namespace chancery {

namespace {

Confidence read(const std::string& rows) {
    const auto path = std::filesystem::temp_directory_path() / "chancery-confidence.tsv";
    std::ofstream(path) << "kind\tconstruction\tright\tseen\n" << rows;
    return Confidence::read(path);
}

}  // namespace

TEST_CASE("confidence is how often a construction was right, drawn towards its kind when it was seen seldom") {
    const auto confidence = read("event\tactive\t60\t100\nevent\tpassive\t2\t2\nrole\ttitle-name\t9\t10\n");
    CHECK(confidence.of("event", "active", 1) == (60000 + 4 * 607) / 104);
    const auto seldom = confidence.of("event", "passive", 1);
    CHECK(seldom > confidence.of("event", "active", 1));
    CHECK(seldom < 1000);
    CHECK(confidence.of("event", "never-seen", 1) == 607);  // as its kind: 62 of 102
    CHECK(confidence.of("family", "kin", 123) == 123);      // nothing was counted
}

TEST_CASE("a table of counts that cannot be is refused with its line") {
    CHECK_THROWS_WITH(read("event\tactive\t3\t2\n"), ContainsSubstring(":2: more right than seen"));
    CHECK_THROWS_WITH(read("event\tactive\tmany\t2\n"), ContainsSubstring("is no count"));
}

TEST_CASE("the table that comes with the program loads") {
    const auto confidence = Confidence::read(CHANCERY_SOURCE_DIR "/models/confidence.tsv");
    CHECK(confidence.of("role", "title-name", 0) > confidence.of("event", "gerund", 0));
}

}  // namespace chancery
