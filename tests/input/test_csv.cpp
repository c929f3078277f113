// Tables with a column of text.
#include "extract/input/csv.hpp"

#include "tests/catch.hpp"
#include "tests/input/pack.hpp"

namespace chancery {

TEST_CASE("the separator is told by the first row; quoted cells hold separators, line ends and quotes") {
    const std::string body = "x\"\"y\"\"\n\nNorway met Oman, again.";
    for (const std::string s : {",", "\t", ";", "|"}) {
        CAPTURE(s);
        const auto bytes = "id" + s + "title" + s + "text" + s + "date\r\na" + s + "\"One" + s + " two\"" + s + "\"" +
                           body + "\"" + s + "2031-03-04\r\n" + s + "Other" + s + "\"Kenya left.\"" + s + "\r\n\r\n";
        const auto read = read_bytes("t.data", bytes);
        CHECK(read.notes.empty());
        REQUIRE(read.documents.size() == 2);
        CHECK(read.documents[0].bytes == "x\"y\"\n\nNorway met Oman, again.");
        CHECK(read.documents[0].hints.title == "One" + s + " two");
        CHECK(read.documents[0].hints.published == "2031-03-04");
        CHECK(read.ids() == std::vector<std::string>{"a", "t-2"});
        CHECK(read.documents[1].where.ends_with("t.data:5"));
    }
}

TEST_CASE("columns of any name, and Unicode text as spreadsheets save it") {
    InputOptions options;
    const std::vector<std::string> given = {"text=Body", "title=Head"};
    options.fields = Fields(given);
    std::string wide = "\xff\xfe";
    for (const char c : std::string("Head\tBody\nA\tNorway left.\n")) wide += std::string(1, c) + '\0';
    const auto read = read_bytes("t.txt", wide, options);
    REQUIRE(read.documents.size() == 1);
    CHECK(read.documents[0].bytes == "Norway left.");
    CHECK(read.documents[0].hints.title == "A");
}

TEST_CASE("a text with commas in its first line is a text") {
    for (const auto* bytes :
         {"Norway, Oman and text\nNorway met Oman.\n", "In short, text, he said.\nMore, of it, came.\n",
          "text\nNorway met Oman.\n", "id,text"}) {
        CAPTURE(bytes);
        const auto read = read_bytes("t.txt", bytes);
        REQUIRE(read.documents.size() == 1);
        CHECK(read.documents[0].bytes == bytes);
    }
}

TEST_CASE("rows that are too long, too wide or empty are noted; an open quote costs the rest and no memory") {
    InputOptions options;
    options.limits.article = 1000;
    const auto read = read_bytes(
        "t.csv",
        "id,text\na,One.\nb," + std::string(2000, 'x') + "\nc,d,e,f\ne,\ng,Two.\nh,\"open " + std::string(100000, 'y'),
        options);
    CHECK(read.ids() == std::vector<std::string>{"a", "g"});
    REQUIRE(read.notes.size() == 4);
    CHECK_THAT(read.notes[0].why, ContainsSubstring("--max-article"));
    CHECK_THAT(read.notes[1].why, ContainsSubstring("4 columns instead of 2"));
    CHECK(read.notes[1].where.ends_with(":4"));
}

}  // namespace chancery
