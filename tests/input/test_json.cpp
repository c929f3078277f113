// JSON Lines, arrays and objects one after another.
#include "extract/input/json.hpp"

#include "record/error.hpp"

#include "tests/catch.hpp"
#include "tests/input/pack.hpp"

namespace chancery {

TEST_CASE("a record is an article with id, title, date, source and url; a date that is none is left out") {
    const Fields fields;
    bool mended = false;
    const auto article = parse_json_record(
        R"({"id": 7, "title": "Talks", "published": "2031-03-04T10:00:00Z", "source": "Own", "url": "https://example.org/1",
            "urls": ["https://example.org/2"], "more": {"text": "no", "url": "no"}, "text": "Norway met Oman."})",
        fields, mended);
    REQUIRE(article);
    CHECK_FALSE(mended);
    CHECK(article->bytes == "Norway met Oman.");
    CHECK(article->hints.id == "7");
    CHECK(article->hints.title == "Talks");
    CHECK(article->hints.published == "2031-03-04");
    CHECK(article->hints.urls == std::vector<std::string>{"https://example.org/1", "https://example.org/2"});
    CHECK(parse_json_record(R"({"date": "soon", "text": "x"})", fields, mended)->hints.published.empty());
    for (const auto* line : {"", "[]", "{", R"({"text": 3})", R"({"id": "a"})", "\xff{\"text\": \"a\"}", "x"})
        CHECK_FALSE(parse_json_record(line, fields, mended));
}

TEST_CASE("an id from a record leads out of no folder") {
    const Fields fields;
    bool mended = false;
    for (const auto* id : {"../../etc/passwd", "/etc/passwd", "..", R"(a\\b)", R"(a\u001b[31m)", R"(\u0000)"}) {
        CAPTURE(id);
        const auto article =
            parse_json_record("{\"id\": \"" + std::string(id) + "\", \"text\": \"x\"}", fields, mended);
        REQUIRE(article);
        const auto& safe = article->hints.id;
        CHECK(safe.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-") ==
              std::string::npos);
        CHECK(safe.front() != '.');
    }
}

TEST_CASE("lines, arrays, pretty objects and objects one after another are the same records") {
    const std::string rows[] = {"{\"id\":\"a\",\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n",
                                "{\"id\":\"a\",\"text\":\"One.\"}\r\n\r\n{\"text\":\"Two.\"}",
                                "[{\"id\":\"a\",\"text\":\"One.\"},{\"text\":\"Two.\"}]",
                                "{\"id\":\"a\",\"text\":\"One.\"} {\"text\":\"Two.\"}",
                                "[\n  {\n    \"id\": \"a\",\n    \"list\": [\n{},\n{}\n],\n    \"text\": \"One.\"\n  "
                                "},\n  {\n    \"text\": \"Two.\"\n  }\n]\n",
                                "\xef\xbb\xbf{\"id\":\"a\",\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n"};
    for (const auto& bytes : rows) {
        CAPTURE(bytes);
        const auto read = read_bytes("news.dump", bytes);
        CHECK(read.ids() == std::vector<std::string>{"a", "news-2"});
        CHECK(read.notes.empty());
        REQUIRE(read.documents.size() == 2);
        CHECK(read.documents[1].bytes == "Two.");
    }
    CHECK(read_bytes("n", rows[0]).documents[1].where.ends_with("n:2"));
}

TEST_CASE("any names of keys; a page under html is a page") {
    InputOptions options;
    const std::vector<std::string> given = {"text=body", "text=lead", "id=key", "published=when"};
    options.fields = Fields(given);
    const auto read =
        read_bytes("n",
                   "{\"key\":\"k\",\"lead\":\"L\",\"body\":\"B\",\"text\":\"T\",\"when\":\"4 March 2031\"}\n"
                   "{\"lead\":\"L\"}\n{\"html\":\"<p>H</p>\"}\n{\"text\":\"T\"}\n",
                   options);
    REQUIRE(read.documents.size() == 3);
    CHECK(read.documents[0].bytes == "B");
    CHECK(read.documents[0].hints.id == "k");
    CHECK(read.documents[0].hints.published == "2031-03-04");
    CHECK(read.documents[1].bytes == "L");
    CHECK(read.documents[2].hints.media == MediaType::html);
    REQUIRE(read.notes.size() == 1);
    CHECK_THAT(read.notes[0].why, ContainsSubstring("with \"body\""));
    const std::vector<std::string> wrong = {"body=text"};
    CHECK_THROWS_AS(Fields(wrong), UsageError);
}

TEST_CASE("bad records are noted with their line, and the next are read") {
    const auto read =
        read_bytes("n",
                   "{\"text\":\"One.\"}\nno json\n{\"id\":\"c\"}\n{\"text\": \"cut\n{\"a\": 1,\n{\"text\":\"Two.\"}\n"
                   "{\"text\":\" \"}\n{\"text\":\"Three.\"}\n{\"text\": \"half");
    std::vector<std::string> texts, lines;
    for (const auto& document : read.documents) texts.push_back(document.bytes);
    for (const auto& note : read.notes) lines.push_back(note.where.substr(note.where.rfind(':') + 1));
    CHECK(texts == std::vector<std::string>{"One.", "Two.", "Three."});
    CHECK(lines == std::vector<std::string>{"2", "3", "4", "5", "7", "9"});
}

TEST_CASE("lone surrogates and broken bytes are read as U+FFFD, and said") {
    const auto read =
        read_bytes("n", "{\"text\":\"A \\ud800 b \\ud83d\\ude00 \xff \x01 \\\\ud800\"}\n{\"text\":\"B\"}\n");
    REQUIRE(read.documents.size() == 2);
    CHECK(read.documents[0].bytes == "A \xef\xbf\xbd b \xf0\x9f\x98\x80 \xef\xbf\xbd \xef\xbf\xbd \\ud800");
    REQUIRE(read.notes.size() == 1);
    CHECK_FALSE(read.notes[0].skipped);
}

TEST_CASE("a text that begins with a bracket is a text") {
    for (const auto* bytes : {"{sic} Norway recognized Kosovo.\n", "[Updated] Norway left.", "{", "[", "{\"a\" }"}) {
        const auto read = read_bytes("n.txt", bytes);
        REQUIRE(read.documents.size() == 1);
        CHECK(read.documents[0].bytes == bytes);
        CHECK(read.documents[0].hints.id == "n");
    }
}

TEST_CASE("nesting 100,000 deep and lines longer than an article cost a note") {
    const std::string deep(100000, '['), shut(100000, ']');
    InputOptions options;
    options.limits.article = 1000;
    const auto read = read_bytes("n",
                                 "{\"a\":" + deep + shut + ",\"text\":\"x\"}\n{\"text\":\"" + std::string(2000, 'a') +
                                     "\"}\n{\"text\":\"Two.\"}\n",
                                 options);
    REQUIRE(read.documents.size() == 1);
    REQUIRE(read.notes.size() == 2);
    CHECK_THAT(read.notes[1].why, ContainsSubstring("--max-article"));
    const auto whole = read_bytes("n", "{\"a\":" + deep + shut + ",\"text\":\"x\"}\n{\"text\":\"Two.\"}\n");
    CHECK(whole.documents.size() == 1);
    CHECK(read_bytes("n", std::string(100000, '{') + "\n{\"text\":\"Two.\"}").documents.size() <= 1);
}

}  // namespace chancery
