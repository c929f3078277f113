#include "extract/text/reader.hpp"

#include <random>

#include "extract/text/characters.hpp"
#include "extract/text/date.hpp"
#include "tests/catch.hpp"

namespace chancery {

namespace {

const std::string lexicon = CHANCERY_SOURCE_DIR "/models/lexicon/";

Article read(const std::string& raw) {
    static const auto phrases = BoilerplatePhrases::read(lexicon + "boilerplate.tsv");
    return read_article(raw, {.id = "a"}, phrases);
}

bool has(const Article& article, std::string_view code) {
    for (const auto& problem : article.problems)
        if (problem.code == code) return true;
    return false;
}

std::string kinds(const Article& article) {
    std::string out;
    for (const auto& block : article.blocks) out.push_back("hpbx"[static_cast<int>(block.kind)]);
    return out;
}

}  // namespace

TEST_CASE("dirty bytes become clean text, and what was done is noted") {
    struct Row {
        const char *raw, *text, *problem;
    };
    const Row rows[] = {{"\xef\xbb\xbfOne line", "One line", ""},
                        {"a\r\nb\rc", "a\nb\nc", ""},
                        {"bad \xff"
                         " byte",
                         "bad \xef\xbf\xbd"
                         " byte",
                         "encoding.invalid"},
                        {"bell\x07", "bell", "control-character"},
                        {"no\xc2\xa0"
                         "break",
                         "no break", ""},
                        {"It\xc3\xa2\xe2\x82\xac\xe2\x84\xa2s", "It\xe2\x80\x99s", "mojibake.cp1252"},
                        {"na\xc3\x83\xc2\xaf"
                         "ve",
                         "na\xc3\xaf"
                         "ve",
                         "mojibake.cp1252"},
                        {"caf\xc3\xa9", "caf\xc3\xa9", ""},
                        {"\xe4\xb8\xad\xe5\x9b\xbd is China", "\xe4\xb8\xad\xe5\x9b\xbd is China", ""},
                        {"", "", ""}};
    for (const auto& row : rows) {
        const auto article = read(row.raw);
        CAPTURE(row.raw);
        CHECK(article.text == row.text);
        if (*row.problem != '\0') CHECK(has(article, row.problem));
        if (*row.problem == '\0') CHECK(article.problems.empty());
    }
}

TEST_CASE("a GBK reading of UTF-8 is undone, letters swallowed with it come back") {
    // U+9225 U+6A9A is what a GBK reader makes of E2 80 99 73
    const auto article = read("The police\xe9\x88\xa5\xe6\xaa\x9a report");
    CHECK(article.text == "The police\xe2\x80\x99s report");
    CHECK(has(article, "mojibake.gbk"));
    const auto quote = article.text.find("\xe2\x80\x99");
    CHECK(article.map.published({static_cast<std::uint32_t>(quote), static_cast<std::uint32_t>(quote + 3)}) ==
          Span{10, 16});
}

TEST_CASE("a lost byte is guessed only where damage is proven") {
    CHECK(read("alone \xe9\x88\xa5 here").text == "alone \xe9\x88\xa5 here");
    const auto article = read("police\xe9\x88\xa5\xe6\xaa\x9a steps \xe9\x88\xa5 deliberate");
    CHECK(article.text == "police\xe2\x80\x99s steps \xe2\x80\x94 deliberate");
    CHECK(has(article, "mojibake.guessed"));
}

TEST_CASE("cp1252 damage to any text with quotes and dashes is undone exactly") {
    std::mt19937 random(7);
    const char* pieces[] = {"word", " ", "\xe2\x80\x99", "\xe2\x80\x9c", "\xe2\x80\x9d", "\xe2\x80\x94", "\xc3\xa9",
                            "x",    ". "};
    for (int round = 0; round < 300; ++round) {
        std::string good, broken;
        for (int n = 0; n < 12; ++n) good += pieces[random() % 9];
        for (const char c : good) {  // each byte read as Latin-1 / cp1252
            const auto byte = static_cast<unsigned char>(c);
            static constexpr char32_t high[] = {0x20ac, 0x81,   0x201a, 0x192,  0x201e, 0x2026, 0x2020, 0x2021,
                                                0x2c6,  0x2030, 0x160,  0x2039, 0x152,  0x8d,   0x17d,  0x8f,
                                                0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                                0x2dc,  0x2122, 0x161,  0x203a, 0x153,  0x9d,   0x17e,  0x178};
            append_utf8(broken, byte >= 0x80 && byte < 0xa0 ? high[byte - 0x80] : byte);
        }
        CAPTURE(good);
        CHECK(read(broken).text == good);
    }
}

TEST_CASE("headline, byline, paragraphs and page furniture are told apart") {
    const std::string body =
        "The minister said on Monday that the talks would go on until all sides had agreed to the terms.\n";
    CHECK(kinds(read("Talks go on in the capital\n\n" + body + body)) == "hpp");
    CHECK(kinds(read("Talks go on\nBy Jane Roe\n" + body)) == "hbp");
    CHECK(kinds(read("Talks go on\n" + body + "Advertisement\n" + body)) == "hpxp");
    CHECK(kinds(read("Talks go on\n" + body + body + body + "Related Articles\nA flood in the north\nTen tips\n" +
                     body)) == "hpppxxxx");
    CHECK(kinds(read("Talks go on\n" + body + "#talks #peace\n")) == "hpx");
}

TEST_CASE("the publication date comes from a dateline or a date line, not from prose") {
    const std::string rest =
        " The minister said on Monday that the talks would go on until all sides had agreed to the terms.\n";
    struct Row {
        std::string text;
        const char* date;
    };
    const Row rows[] = {{"Talks\nTBILISI, March 4, 2031 (Wire) --" + rest, "2031-03-04"},
                        {"Talks\n\nBOGOTA, 23 AUG 89 (DPA) -- [TEXT]" + rest, "1989-08-23"},
                        {"Talks\nPublished: 2 July 2031\n" + rest, "2031-07-02"},
                        {"Talks\n2031-07-02\n" + rest, "2031-07-02"},
                        {"Talks\nIn a long sentence he was born on May 9, 1945 and that is no date of publication at "
                         "all, said the historian.\n",
                         ""},
                        {"Talks\n" + rest, ""}};
    for (const auto& row : rows) {
        CAPTURE(row.text);
        CHECK(read(row.text).published == row.date);
    }
}

TEST_CASE("full dates are found in their usual forms") {
    struct Row {
        const char *text, *date;
    };
    const Row rows[] = {{"March 4, 2031", "2031-03-04"},
                        {"4 March 2031", "2031-03-04"},
                        {"Mar. 4, 2031", "2031-03-04"},
                        {"March 4th, 2031", "2031-03-04"},
                        {"23 AUG 89", "1989-08-23"},
                        {"February 30, 2031", ""},
                        {"March 2031", ""},
                        {"may 3", ""},
                        {"2031-02-29", ""},
                        {"2032-02-29", "2032-02-29"}};
    for (const auto& row : rows) {
        CAPTURE(row.text);
        CHECK(find_date(row.text).value_or("") == row.date);
    }
}

TEST_CASE("binary data is told from text") {
    CHECK(looks_like_text("An article.\n"));
    CHECK(looks_like_text("\xff\xfe broken but text"));
    CHECK_FALSE(
        looks_like_text(std::string("\x7f"
                                    "ELF\0\0\0\1\2",
                                    10)));
}

}  // namespace chancery
