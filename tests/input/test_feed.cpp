// RSS and Atom.
#include "extract/input/feed.hpp"

#include "tests/catch.hpp"
#include "tests/input/pack.hpp"

namespace chancery {

TEST_CASE("an RSS feed: content:encoded before description, guid, link, date and the channel's name") {
    const auto read = read_bytes("f.xml", R"(<?xml version="1.0" encoding="UTF-8"?>
<!-- <item><description>no</description></item> -->
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The <![CDATA[Daily & Example]]></title>
<item><title>Talks &amp; tea</title><link>https://example.org/1</link><guid>https://example.org/?p=1</guid>
<pubDate>Tue, 04 Mar 2031 10:00:00 GMT</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>Norway met Oman. </item> was here.</p>]]></content:encoded></item>
<item><title>Two</title><description>&lt;p&gt;Kenya left.&lt;/p&gt;</description></item>
<item/><item><title>Nothing</title></item></channel></rss>)");
    REQUIRE(read.documents.size() == 2);
    const auto& one = read.documents[0];
    CHECK(one.bytes == "<p>Norway met Oman. </item> was here.</p>");
    CHECK(one.hints.media == MediaType::html);
    CHECK(one.hints.title == "Talks & tea");
    CHECK(one.hints.published == "2031-03-04");
    CHECK(one.hints.source == "The Daily & Example");
    CHECK(one.hints.urls == std::vector<std::string>{"https://example.org/1"});
    CHECK(one.hints.id == "https___example.org__p_1");
    CHECK(read.documents[1].bytes == "<p>Kenya left.</p>");
    CHECK(read.documents[1].hints.id == "f-2");
    CHECK(read.notes.size() == 2);
}

TEST_CASE("an Atom feed: content as text, html and xhtml") {
    const auto read = read_bytes(
        "f",
        R"(<feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title><link rel="self" href="https://example.org/feed"/>
<entry><id>tag:1</id><title>A</title><updated>2031-05-06T00:00:00Z</updated><published>2031-05-05T00:00:00Z</published>
<link rel="edit" href="https://example.org/edit"/><link href="https://example.org/a"/><summary>S</summary><content type="text">Norway left.</content></entry>
<entry><id>b</id><content type="xhtml"><div><p>Oman <b>stayed</b>.</p></div></content></entry>
<entry><id>c</id><summary type="html">&lt;p&gt;Peru.&lt;/p&gt;</summary></entry></feed>)");
    REQUIRE(read.ids() == std::vector<std::string>{"tag_1", "b", "c"});
    CHECK(read.documents[0].hints.media == MediaType::text);
    CHECK(read.documents[0].hints.published == "2031-05-05");
    CHECK(read.documents[0].hints.source == "Wire");
    CHECK(read.documents[0].hints.urls == std::vector<std::string>{"https://example.org/a"});
    CHECK(read.documents[1].bytes == "<div><p>Oman <b>stayed</b>.</p></div>");
    CHECK(read.documents[2].bytes == "<p>Peru.</p>");
}

TEST_CASE("a feed in another charset is read by its declaration") {
    const auto read =
        read_bytes("f",
                   "<?xml version='1.0' encoding='windows-1252'?><rss><channel><item><title>Caf\xe9</title>"
                   "<description>\x93Yes\x94</description></item></channel></rss>");
    REQUIRE(read.documents.size() == 1);
    CHECK(read.documents[0].hints.title == "Caf\xc3\xa9");
    CHECK(read.documents[0].bytes == "\xe2\x80\x9cYes\xe2\x80\x9d");
}

TEST_CASE("entities, nesting, broken and endless items cost a note") {
    std::string bomb = "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\">";
    for (char c = 'b'; c < 'k'; ++c) {
        bomb += std::string("<!ENTITY ") + c + " \"";
        for (int i = 0; i < 10; ++i) bomb += std::string("&") + static_cast<char>(c - 1) + ";";
        bomb += "\">";
    }
    std::string deep;
    for (int i = 0; i < 100000; ++i) deep += "<b>";
    InputOptions options;
    options.limits.article = 400000;
    const auto read =
        read_bytes("f",
                   bomb + "]><rss><channel><item><description>&j;</description></item><item><description>" + deep +
                       "</description></item><item><a></b></item><item><description>Norway "
                       "left.</description></item><item><description>" +
                       std::string(1000000, 'x'),
                   options);
    REQUIRE(read.documents.size() == 2);
    CHECK(read.documents[0].bytes == "&j;");
    CHECK(read.documents[1].bytes == "Norway left.");
    CHECK(read.notes.size() == 3);
}

}  // namespace chancery
