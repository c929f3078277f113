#include <set>

#include "tests/catch.hpp"
#include "tests/cli/run.hpp"

namespace chancery {

namespace {

const std::string page =
    "<!DOCTYPE html><html lang=en><head><meta charset=windows-1252><title>Harbour master resigns</title>"
    "<meta property='og:site_name' content='The Velden Post'></head><body><nav>Home</nav><h1>Harbour master "
    "resigns</h1>"
    "<p>Published 4 March 2031</p><p>The harbour master of Velden, Ada Lindqvist, resigned at the caf\xe9 on "
    "Monday.</p>"
    "<p>Norway summoned the Danish ambassador, Ole Brandt, on Tuesday, the ministry said.</p></body></html>";

const std::string text =
    "Harbour master resigns\nThe harbour master of Velden, Ada Lindqvist, resigned at the caf\xc3\xa9 on "
    "Monday.\nNorway "
    "summoned the Danish ambassador, Ole Brandt, on Tuesday, the ministry said.";

}  // namespace

TEST_CASE("text prints what is known of an article, and its text") {
    const auto folder = scratch("text");
    put(folder / "page.html", page);
    const auto done = run("text " + (folder / "page.html").string());
    CHECK(done.status == 0);
    CHECK(done.err.empty());
    CHECK(done.out ==
          "article: page\ntitle: Harbour master resigns\npublished: 2031-03-04\nsource: The Velden Post\nlanguage: "
          "en\n\n" +
              text + "\n");
    CHECK(run("text --bare " + (folder / "page.html").string()).out == text + "\n");
}

TEST_CASE("text --each writes a text and what is known of it for every article") {
    const auto folder = scratch("text-each");
    put(folder / "in" / "page.html", "");
    std::filesystem::create_directories(folder / "in");
    put(folder / "in" / "page.html", page);
    REQUIRE(run("text --each " + (folder / "out").string() + " " + (folder / "in").string()).status == 0);
    CHECK(slurp(folder / "out" / "page.txt") == text);
    const auto about = slurp(folder / "out" / "page.meta.json");
    CHECK_THAT(about, ContainsSubstring("\"published\": \"2031-03-04\""));
    CHECK_THAT(about, ContainsSubstring("\"code\": \"encoding\""));
}

TEST_CASE("text --each keeps two articles of one name, and one article of two names") {
    const auto folder = scratch("text-names");
    const auto f = folder.string();
    for (const auto* name : {"x", "y"}) std::filesystem::create_directories(folder / name);
    put(folder / "x" / "a.txt", "Ada Lindqvist resigned on Monday.\n");
    put(folder / "x" / "c.txt", "Ole Brandt stayed.\n");
    put(folder / "x" / "d.txt", "Ole Brandt stayed.\n");
    put(folder / "y" / "a.txt", "Ada Lindqvist did not resign.\n");
    const auto one = run("text --each " + f + "/one " + f + "/x " + f + "/y/a.txt");
    const auto other = run("text --each " + f + "/other " + f + "/y/a.txt " + f + "/x");
    REQUIRE(one.status == 0);
    REQUIRE(other.status == 0);
    std::set<std::string> texts;
    std::size_t files = 0;
    for (const auto& file : std::filesystem::directory_iterator(folder / "one")) {
        ++files;
        const auto name = file.path().filename().string();
        CHECK(slurp(file.path()) == slurp(folder / "other" / name));
        if (file.path().extension() == ".txt") texts.insert(name.substr(0, 2) + slurp(file.path()));
    }
    CHECK(files == 6);
    CHECK(texts == std::set<std::string>{"a-Ada Lindqvist resigned on Monday.\n", "a-Ada Lindqvist did not resign.\n",
                                         "c.Ole Brandt stayed.\n"});
    CHECK_THAT(slurp(folder / "one" / "c.meta.json"), ContainsSubstring("\"names\": [\n  \"c\",\n  \"d\""));
}

TEST_CASE("a page and its text give the same graph") {
    const auto folder = scratch("text-same");
    std::filesystem::create_directories(folder / "p");
    std::filesystem::create_directories(folder / "t");
    put(folder / "p" / "page.html", page);
    put(folder / "t" / "page.txt", text);
    const auto of_page = run("extract --date 2031-03-04 --format dot " + (folder / "p").string());
    const auto of_text = run("extract --date 2031-03-04 --format dot " + (folder / "t").string());
    CHECK_THAT(of_page.out, ContainsSubstring("summoned"));
    CHECK(of_page.out == of_text.out);
}

}  // namespace chancery
