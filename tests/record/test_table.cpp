#include "record/table.hpp"

#include <array>

#include "record/error.hpp"
#include "record/relation_catalog.hpp"
#include "tests/catch.hpp"

namespace chancery {

namespace {
constexpr std::array<std::string_view, 2> columns = {"name", "kind"};
Table parse(std::string text) {
    return Table::parse(std::move(text), "t.tsv", columns);
}
}  // namespace

TEST_CASE("a table gives its cells and line numbers, comments left out") {
    const auto table = parse("name\tkind\n# what this is\na\tb\n-\tx|y\n");
    REQUIRE(table.rows().size() == 2);
    CHECK(table.rows()[0].line == 3);
    CHECK(table.rows()[0].cells[1] == "b");
    CHECK(value_of(table.rows()[1].cells[0]).empty());
    CHECK(list_of(table.rows()[1].cells[1]).size() == 2);
    CHECK(list_of("-").empty());
}

TEST_CASE("a bad table says where and what") {
    struct Row {
        const char* text;
        const char* message;
    };
    const Row rows[] = {{"", "t.tsv: is empty"},
                        {"name\tsort\n", "t.tsv:1: the header must name the columns name, kind"},
                        {"name\tkind\na\n", "t.tsv:2: has 1 cells where 2 are due"},
                        {"name\tkind\na\t\n", "t.tsv:2: has an empty cell"},
                        {"name\tkind\na \tb\n", "t.tsv:2: has a blank at the end"},
                        {"name\tkind\r\n", "t.tsv:1: the header must name"}};
    for (const auto& row : rows) {
        CAPTURE(row.text);
        CHECK_THROWS_WITH(parse(row.text), ContainsSubstring(row.message));
    }
}

TEST_CASE("a file that is missing is named") {
    CHECK_THROWS_WITH(read_file("/nowhere/at/all"), ContainsSubstring("/nowhere/at/all: cannot be opened"));
}

TEST_CASE("the shipped catalogue has the 77 relations, and a wrong name gets the nearest one") {
    const auto catalog = RelationCatalog::read(CHANCERY_SOURCE_DIR "/models/relations.tsv");
    CHECK(catalog.all().size() == 77);
    CHECK_THROWS_WITH(catalog.require("sumoned", "x.toml:3"),
                      ContainsSubstring("x.toml:3: unknown relation 'sumoned'. The nearest known one is 'summoned'"));
    const auto& summoned = catalog.at(catalog.require("summoned", "test"));
    CHECK(summoned.takes_subject(EntityType::country));
    CHECK_FALSE(summoned.takes_subject(EntityType::place));
    CHECK(summoned.takes_object(EntityType::official));
    CHECK_FALSE(summoned.takes_object(EntityType::country));
}

}  // namespace chancery
