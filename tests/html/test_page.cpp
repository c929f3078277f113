#include "extract/html/page.hpp"

#include "tests/catch.hpp"

namespace chancery {

namespace {

Page read(std::string_view html) {
    static const auto hints = PageHints::read(CHANCERY_SOURCE_DIR "/models/lexicon/page_hints.tsv");
    static const auto phrases = BoilerplatePhrases::read(CHANCERY_SOURCE_DIR "/models/lexicon/boilerplate.tsv");
    return read_page(html, hints, phrases);
}

/// A page as a small paper would make it, with `body` between headline and end.
std::string page_with(const std::string& body, const std::string& head = "") {
    return "<!DOCTYPE html><html lang=\"en\"><head><title>Harbour master resigns | The Velden Post</title>" + head +
           "</head><body><nav><a href=/>Home</a> <a href=/sport>Sport</a></nav>"
           "<main><h1>Harbour master resigns</h1>" +
           body +
           "</main><footer><p>The Velden Post is published by Velden Media. All rights reserved, every day of the "
           "year.</p></footer></body></html>";
}

const std::string first = "The harbour master of Velden, Ada Lindqvist, resigned on Monday after a week of protests.";
const std::string second = "Mayor Tomas Berg said the council would name a successor before the end of the month.";
const std::string paragraphs = "<p>" + first + "</p><p>" + second + "</p>";

}  // namespace

TEST_CASE("the article is its headline and its paragraphs, a line each") {
    CHECK(read(page_with(paragraphs)).text == "Harbour master resigns\n" + first + "\n" + second);
}

TEST_CASE("what stands around an article is left out") {
    const std::pair<const char*, const char*> around[] = {
        {"an aside",
         "<aside><p>Ten things to do in Velden this weekend, from the old lock to the new museum.</p></aside>"},
        {"related stories",
         "<div class=\"related-stories\"><p>Earlier: the council voted to close the eastern dock "
         "for good.</p></div>"},
        {"a newsletter box",
         "<div class='newsletter'><p>Get our letter every morning, free of charge, in your "
         "inbox.</p></div>"},
        {"comments",
         "<section id=\"comments\"><p>I have always said so, and nobody in this town ever listens to "
         "me.</p></section>"},
        {"a hidden paywall note",
         "<div style=\"display: none\"><p>You have read three free articles, please subscribe "
         "to go on.</p></div>"},
        {"a class that hides",
         "<p class=\"sr-only\">Skip to the main content of this page with the next key you "
         "press.</p>"},
        {"a form", "<form><p>Tell us what you think of this page, we read every word of it.</p></form>"},
        {"a list of links",
         "<ul><li><a href=a>Dock closes after all</a></li><li><a href=b>New lock opens</a></li></ul>"},
        {"a byline", "<p>By Jonas Falk</p>"},
        {"a date", "<p>Published: 4 March 2031, 10:15 GMT</p>"},
        {"a credit", "<p>The harbour at dusk. (Image: Velden Photo Agency)</p>"},
        {"a button's script", "<script>if (a < b) document.write('<p>Not a word of this is text.</p>');</script>"},
        {"a style", "<style>p::after { content: 'Nor is this one here.'; }</style>"},
        {"letters in disguise", "<p>Аdvеrtіsе hеrе tоdаy, it is chеаp аnd quick for all of you.</p>"},
    };
    for (const auto& [name, markup] : around) {
        CAPTURE(name);
        CHECK(read(page_with("<p>" + first + "</p>" + markup + "<p>" + second + "</p>")).text ==
              "Harbour master resigns\n" + first + "\n" + second);
    }
}

TEST_CASE("lists, quotes and headings inside an article stay") {
    const std::string item = "The eastern dock, which was built in 1911, closes for good.";
    const std::string quote = "I have nothing to reproach myself with, and I sleep well.";
    const auto page = read(page_with("<p>" + first + "</p><h2>What changes now</h2><ul><li>" + item +
                                     "</li></ul><blockquote><p>" + quote + "</p></blockquote><p>" + second + "</p>"));
    CHECK(page.text ==
          "Harbour master resigns\n" + first + "\nWhat changes now\n" + item + "\n" + quote + "\n" + second);
}

TEST_CASE("a heading whose text was left out goes, too") {
    const auto page =
        read(page_with(paragraphs + "<h2>More from Velden</h2><ul><li><a href=a>Dock closes</a></li></ul>"));
    CHECK(page.text == "Harbour master resigns\n" + first + "\n" + second);
}

TEST_CASE("an article whose paragraphs stand in several sections stays whole") {
    std::string body;
    for (int i = 0; i < 4; ++i)
        body += "<section class=\"part\"><p class=\"par\">Part " + std::to_string(i) +
                " of the story says what the harbour office wrote to the council in the spring.</p></section>";
    const auto text = read(page_with(body)).text;
    for (int i = 0; i < 4; ++i) CHECK(text.find("Part " + std::to_string(i)) != text.npos);
}

TEST_CASE("classes that call the whole page a sidebar or a form are not believed") {
    const auto page = read(
        "<html><body class='has-sidebar'><form><div class='content-with-sidebar'><h1>Harbour master "
        "resigns</h1>" +
        paragraphs + "</div></form></body></html>");
    CHECK(page.text.find(first) != page.text.npos);
    CHECK(page.text.find(second) != page.text.npos);
}

TEST_CASE("words under a picture are kept apart") {
    const std::string under =
        "Boats in the old harbour of Velden, which will be dredged for the first time since 1990.";
    const auto page = read(page_with("<p>" + first + "</p><figure><img src=a.jpg><figcaption>" + under +
                                     "</figcaption></figure><p>" + second + "</p>"));
    REQUIRE(page.captions.size() == 1);
    CHECK(page.text.substr(page.captions[0].begin, page.captions[0].size()) == under);
}

TEST_CASE("the page says title, date, site, author, language and address") {
    const auto page = read(page_with(paragraphs, R"(
        <script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebSite"},
          {"@type": ["NewsArticle"], "headline": "Harbour master resigns", "datePublished": "2031-03-04T10:15:00Z",
           "author": [{"@type": "Person", "name": "Jonas Falk"}, {"name": "Ada &amp; Co"}],
           "publisher": {"name": "The Velden Post"}}]}</script>
        <link rel="canonical" href="https://velden.example/harbour">)"));
    CHECK(page.title == "Harbour master resigns");
    CHECK(page.published == "2031-03-04");
    CHECK(page.author == "Jonas Falk, Ada & Co");
    CHECK(page.source == "The Velden Post");
    CHECK(page.language == "en");
    CHECK(page.url == "https://velden.example/harbour");
}

TEST_CASE("the date is found wherever a page keeps it") {
    const std::pair<const char*, const char*> heads[] = {
        {"OpenGraph", "<meta property='article:published_time' content='2031-03-04T23:00:00+01:00'>"},
        {"Dublin Core", "<meta name='DC.date.issued' content='2031-03-04'>"},
        {"in words", "<meta name='date' content='March 4, 2031'>"},
        {"the address", "<link rel='canonical' href='https://velden.example/2031/03/04/harbour'>"},
        {"the address, month in words",
         "<link rel='canonical' href='https://velden.example/news/2031/mar/04/harbour'>"},
    };
    for (const auto& [name, head] : heads) {
        CAPTURE(name);
        CHECK(read(page_with(paragraphs, head)).published == "2031-03-04");
    }
    CHECK(read(page_with("<time datetime='2031-03-04'>Tuesday</time>" + paragraphs)).published == "2031-03-04");
    CHECK(read(page_with("<p>Posted on 4 March 2031</p>" + paragraphs)).published == "2031-03-04");
    CHECK(read(page_with(paragraphs, "<meta name='date' content='0001-01-01'>")).published.empty());
}

TEST_CASE("the headline is what the page shows, not the site's name behind it") {
    CHECK(read(page_with(paragraphs)).title == "Harbour master resigns");
    CHECK(read("<html><head><title>Velden Post \xc2\xbb Harbour master resigns</title></head><body><h1>Velden Post</h1>"
               "<h2>Harbour master resigns</h2>" +
               paragraphs + "</body></html>")
              .title == "Harbour master resigns");
}

TEST_CASE("every byte of the text has its place in the page") {
    const auto html = page_with(
        "<p>Ada   Lindqvist &amp; her <b>deputy</b> resigned on Monday, the harbour office "
        "said.</p><p>" +
        second + "</p>");
    const auto page = read(html);
    REQUIRE(page.map.cleaned_size() == page.text.size());
    REQUIRE(page.map.published_size() == html.size());
    const auto at = page.text.find(second);
    const auto there =
        page.map.published({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + second.size())});
    CHECK(html.substr(there.begin, there.size()) == second);
    const auto deputy = static_cast<std::uint32_t>(page.text.find("deputy"));
    const auto place = page.map.published({deputy, deputy + 6});
    CHECK(html.substr(place.begin, place.size()) == "deputy");
}

TEST_CASE("a page is told by its content") {
    CHECK(looks_like_html("<!DOCTYPE html><p>x"));
    CHECK(looks_like_html("\xef\xbb\xbf \n<HTML><body>"));
    CHECK_FALSE(looks_like_html("VELDEN, March 4 -- The harbour master <sic> resigned."));
    CHECK_FALSE(looks_like_html("<rss version='2.0'><channel>"));
    CHECK_FALSE(looks_like_html(""));
}

TEST_CASE("pages without an article have no text") {
    CHECK(read("").text.empty());
    CHECK(read("<html><body></body></html>").text.empty());
    CHECK(read("<html><body><ul><li><a href=a>One</a></li><li><a href=b>Two</a></li></ul></body></html>").text.empty());
}

}  // namespace chancery
