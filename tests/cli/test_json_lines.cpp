// JSON Lines: one article a line, whatever the file is called.
#include "cli/json_lines.hpp"

#include "tests/catch.hpp"
#include "tests/cli/run.hpp"

namespace chancery {

TEST_CASE("a line is an article with id, title, date, source and url; a date that is none is left out") {
    const auto article = parse_json_article(
        R"({"id": 7, "title": "Talks", "published": "2031-03-04T10:00:00Z", "source": "Own", "url": "https://example.org/1", "text": "Norway met Oman."})");
    REQUIRE(article);
    CHECK(article->hints.id == "7");
    CHECK(article->hints.published == "2031-03-04");
    CHECK(article->hints.urls == std::vector<std::string>{"https://example.org/1"});
    CHECK(parse_json_article(R"({"date": "soon", "text": "x"})")->hints.published.empty());
    for (const auto* line : {"", "[]", "{", R"({"text": 3})", R"({"id": "a"})", "\xff{\"text\": \"a\"}"})
        CHECK_FALSE(parse_json_article(line));
}

TEST_CASE("an id from a file leads out of no folder") {
    for (const auto* id :
         {"../../etc/passwd", "/etc/passwd", "..", R"(a\\b)", R"(a\u001b[31m)", R"(\u0000)"}) {  // as JSON writes them
        CAPTURE(id);
        const auto article = parse_json_article("{\"id\": \"" + std::string(id) + "\", \"text\": \"x\"}");
        REQUIRE(article);
        const auto& safe = article->hints.id;
        CHECK(safe.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-") ==
              std::string::npos);
        CHECK(safe.front() != '.');
    }
}

TEST_CASE("JSON Lines and single files of the same texts give the same graph of each article") {
    const auto folder = scratch("json-lines");
    put(folder / "a.txt", "Quarrel\n\nNorway summoned the Georgian ambassador on Monday.\n");
    put(folder / "b.txt", "Trade\n\nKenya cancelled a contract with the Adler Group.\n");
    put(folder / "news.dump",
        "{\"id\": \"a\", \"text\": \"Quarrel\\n\\nNorway summoned the Georgian ambassador on Monday.\\n\"}\n\n"
        "{\"id\": \"b\", \"text\": \"Trade\\n\\nKenya cancelled a contract with the Adler Group.\\n\"}");
    const auto f = folder.string();
    REQUIRE(run("extract " + f + "/a.txt " + f + "/b.txt --each " + f + "/one").status == 0);
    REQUIRE(run("extract " + f + "/news.dump --jobs 2 --each " + f + "/two").status == 0);
    for (const auto* id : {"a", "b"}) {
        const auto one = slurp(folder / "one" / (std::string(id) + ".json"));
        CHECK_FALSE(one.empty());
        CHECK((one == slurp(folder / "two" / (std::string(id) + ".json"))));
    }
}

TEST_CASE("a bad line is skipped and named, the others are read; a text that begins with a brace is a text") {
    const auto folder = scratch("json-lines-bad");
    put(folder / "news.jsonl", "{\"id\": \"a\", \"text\": \"Norway recognized Kosovo.\"}\nno json\n{\"id\": \"c\"}\n");
    const auto f = folder.string();
    const auto done = run("extract " + f + "/news.jsonl --show-problems -o " + f + "/g.json");
    CHECK(done.status == 0);
    CHECK_THAT(done.err, ContainsSubstring("news.jsonl:2: is no JSON object with \"text\""));
    CHECK_THAT(done.err, ContainsSubstring("news.jsonl:3: is no JSON object"));
    CHECK_THAT(slurp(folder / "g.json"), ContainsSubstring("Kosovo"));
    put(folder / "brace.txt", "{sic} Norway recognized Kosovo.\n");
    CHECK(run("extract " + f + "/brace.txt").status == 0);
    const auto strict = run("extract --strict " + f + "/news.jsonl -o " + f + "/s.json");
    CHECK(strict.status == 1);
    const auto tight = run("extract --max-article 10 --show-problems " + f + "/news.jsonl");
    CHECK(tight.status == 1);
    CHECK_THAT(tight.err, ContainsSubstring("raise --max-article"));
}

}  // namespace chancery
