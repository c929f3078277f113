#include "extract/html/markup.hpp"

#include <chrono>

#include "extract/html/page.hpp"
#include "tests/catch.hpp"

namespace chancery {

TEST_CASE("scripts, styles, comments and drawings are dropped, the rest stays byte for byte") {
    const std::pair<const char*, const char*> rows[] = {
        {"<p>a</p>", "<p>a</p>"},
        {"a<script>if (1 < 2) x('</div>');</script>b", "ab"},
        {"a<SCRIPT type=x>y</Script >b", "ab"},
        {"a<style>p { }</style>b", "ab"},
        {"a<!-- <p>no</p> -->b", "ab"},
        {"a<svg><title>Icon</title></svg>b", "ab"},
        {"a<!doctype html>b", "ab"},
        {"a < b", "a < b"},
        {"<a title='1 > 0'>b</a>", "<a title='1 > 0'>b</a>"},
        {"a<script>never closed", "a"},
        {"a<svg>never closed", "anever closed"},
        {"", ""},
    };
    for (const auto& [page, kept] : rows) {
        CAPTURE(page);
        const auto markup = strip_markup(page);
        CHECK(markup.text == kept);
        CHECK(markup.map.cleaned_size() == markup.text.size());
        CHECK(markup.map.published_size() == std::string_view(page).size());
    }
}

TEST_CASE("data of search engines are kept aside") {
    const auto markup = strip_markup("<script type=\"application/ld+json\">{\"a\": 1}</script><script>x</script>");
    REQUIRE(markup.data.size() == 1);
    CHECK(markup.data[0] == "{\"a\": 1}");
}

TEST_CASE("of a giant tag only what is read is kept") {
    const auto markup =
        strip_markup("<div data-state='" + std::string(5000, 'x') + "' class=\"story\" onclick=y>text</div>");
    CHECK(markup.text == "<div class=\"story\">text</div>");
}

namespace {

double seconds_for(const std::string& html) {
    static const auto hints = PageHints::read(CHANCERY_SOURCE_DIR "/models/lexicon/page_hints.tsv");
    static const auto phrases = BoilerplatePhrases::read(CHANCERY_SOURCE_DIR "/models/lexicon/boilerplate.tsv");
    const auto begin = std::chrono::steady_clock::now();
    static_cast<void>(read_page(html, hints, phrases));
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

std::string repeated(const std::string& piece, std::size_t times) {
    std::string all;
    for (std::size_t i = 0; i < times; ++i) all += piece;
    return all;
}

}  // namespace

// The bounds are a hundred times what is measured, and a hundredth of what quadratic work would take.
TEST_CASE("pages made to hurt are read in bounded time") {
    const std::pair<const char*, std::string> pages[] = {
        {"nesting", repeated("<div>", 100'000)},
        {"nesting of formatting", repeated("<b><i><font>", 50'000)},
        {"lists in lists", repeated("<ul><li>", 100'000)},
        {"tables in tables", repeated("<table><tr><td>", 50'000)},
        {"links in paragraphs", repeated("<p><a href=x>y", 50'000)},
        {"attributes", "<div " + repeated("a b c d e f ", 200'000) + ">text</div>"},
        {"many attributes, many times", repeated("<div " + repeated("a1=b ", 200) + ">", 3'000)},
        {"tags", repeated("<p>x", 400'000)},
        {"comments", repeated("<!-- ", 300'000)},
        {"scripts", repeated("<script>", 200'000)},
        {"open quotes", repeated("<a href='", 200'000)},
        {"entities", repeated("&#x110000;&amp;amp;&nosuch;", 100'000)},
        {"less-than", std::string(2'000'000, '<')},
        {"zeros", std::string(1'000'000, '\0')},
        {"deep JSON-LD", "<script type='application/ld+json'>" + std::string(100'000, '[') + "</script>"},
        {"selects", repeated("<select><option>", 50'000)},
        {"misnested", repeated("<a><p></a></p><b><table></b>", 20'000)},
    };
    for (const auto& [name, html] : pages) {
        CAPTURE(name, html.size());
        CHECK(seconds_for(html) < 10);
    }
}

}  // namespace chancery
