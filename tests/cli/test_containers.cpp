// Containers through the program.
#include "tests/catch.hpp"
#include "tests/cli/run.hpp"

namespace chancery {

TEST_CASE(
    "JSON Lines, a table, a web archive and single files of the same texts give the same graph, in any number of "
    "threads") {
    const auto folder = scratch("containers");
    const std::string a = "Quarrel\n\nNorway summoned the Georgian ambassador on Monday.\n",
                      b = "Trade\n\nKenya cancelled a contract with the Adler Group.\n";
    const auto record = [](const std::string& id, const std::string& text) {
        return "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Record-ID: <urn:uuid:" + id +
               ">\r\nContent-Type: text/plain\r\nContent-Length: " + std::to_string(text.size()) + "\r\n\r\n" + text +
               "\r\n\r\n";
    };
    std::filesystem::create_directories(folder / "plain");
    put(folder / "plain" / "a.txt", a);
    put(folder / "plain" / "b.txt", b);
    put(folder / "news.dump",
        "{\"id\": \"a\", \"text\": \"Quarrel\\n\\nNorway summoned the Georgian ambassador on Monday.\\n\"}\n\n"
        "{\"id\": \"b\", \"text\": \"Trade\\n\\nKenya cancelled a contract with the Adler Group.\\n\"}");
    put(folder / "news.tab", "id\ttext\na\t\"" + a + "\"\nb\t\"" + b + "\"\n");
    put(folder / "news.warc", record("a", a) + record("b", b));
    const auto f = folder.string();
    REQUIRE(std::system(("cd " + f + " && tar czf news.tgz -C plain a.txt b.txt && gzip -k news.warc").c_str()) == 0);
    const auto plain = run("extract " + f + "/plain --format json");
    REQUIRE(plain.status == 0);
    CHECK_THAT(plain.out, ContainsSubstring("\"summoned\""));
    for (const std::string name : {"news.dump", "news.tab", "news.warc", "news.warc.gz", "news.tgz"})
        for (const std::string jobs : {"1", "4"}) {
            CAPTURE(name, jobs);
            const auto done = run("extract " + f + "/" + name + " --format json --jobs " + jobs);
            CHECK(done.err.empty());
            CHECK((done.out == plain.out));
        }
    CHECK((run("extract --format json", f + "/news.tgz").out == plain.out));
    CHECK((run("extract --format json --exclude 'news.*' " + f).out == plain.out) == false);  // ids carry the folder
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

TEST_CASE("other names of keys, choices of files, lists of files") {
    const auto folder = scratch("choices");
    const auto f = folder.string();
    put(folder / "a.jsonl", "{\"key\": \"k\", \"body\": \"Norway recognized Kosovo.\"}\n");
    put(folder / "b.txt", "Kenya recognized Kosovo.\n");
    put(folder / "list", f + "/a.jsonl\n" + f + "/none\n");
    const auto named = run("extract --format json --field text=body --field id=key --include '*.jsonl' " + f);
    CHECK(named.status == 0);
    CHECK_THAT(named.out, ContainsSubstring("\"id\": \"k\""));
    CHECK(named.out.find("Kenya") == std::string::npos);
    const auto listed = run("extract --format json --field text=body --files-from " + f + "/list");
    CHECK(listed.status == 0);
    CHECK_THAT(listed.err, ContainsSubstring("1 inputs were skipped"));
    CHECK(run("extract --field body=text " + f).status == 2);
    CHECK(run("extract --files-from " + f + "/no-list").status == 1);
}

TEST_CASE("a web page in a feed and in a mail is read as a page") {
    const auto folder = scratch("snippets");
    const auto f = folder.string();
    put(folder / "feed.xml",
        "<rss><channel><title>Own Wire</title><item><guid>g</guid><title>Row over "
        "ships</title><description><![CDATA[<p>Norway summoned the "
        "Georgian ambassador on Monday, the foreign ministry said in Oslo.</p><p>Kenya recognized "
        "Kosovo.</p>]]></description></item></channel></rss>");
    put(folder / "letter.eml",
        "From: Desk <d@example.org>\nSubject: Row\nDate: Tue, 4 Mar 2031 10:00:00 +0000\nContent-Type: text/html\n\n"
        "<p>Norway summoned the Georgian ambassador on Monday, the foreign ministry said in Oslo.</p>\n");
    for (const std::string name : {"feed.xml", "letter.eml"}) {
        const auto done = run("extract --format json " + f + "/" + name);
        CAPTURE(name, done.err);
        CHECK(done.status == 0);
        CHECK_THAT(done.out, ContainsSubstring("\"summoned\""));
        CHECK(done.out.find("<p>") == std::string::npos);
    }
    CHECK_THAT(run("text " + f + "/feed.xml").out, ContainsSubstring("source: Own Wire"));
}

}  // namespace chancery
