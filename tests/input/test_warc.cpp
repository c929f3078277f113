// Web archives.
#include "extract/input/warc.hpp"

#include "extract/input/http.hpp"
#include "tests/catch.hpp"
#include "tests/input/pack.hpp"

namespace chancery {

namespace {

std::string record(const std::string& type, const std::string& media, const std::string& block,
                   const std::string& id = "0a-1") {
    return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Record-ID: <urn:uuid:" + id +
           ">\r\nWARC-Target-URI: https://example.org/" + id + "\r\nContent-Type: " + media +
           "\r\nContent-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

std::string response(const std::string& header, const std::string& body, const std::string& id = "0a-1") {
    return record("response", "application/http; msgtype=response", "HTTP/1.1 " + header + "\r\n\r\n" + body, id);
}

const std::string html = "200 OK\r\nContent-Type: text/html; charset=windows-1251";

}  // namespace

TEST_CASE("responses that are pages are read, with url, charset and id; everything else is passed over") {
    const auto bytes =
        record("warcinfo", "application/warc-fields", "software: x\r\n") + response(html, "<p>One</p>", "a") +
        response("404 Not Found\r\nContent-Type: text/html", "<p>No</p>", "b") +
        response("200 OK\r\nContent-Type: image/png", "PNG", "c") +
        record("request", "application/http; msgtype=request", "GET /", "d") +
        record("resource", "text/html", "<p>Two</p>", "e") + record("conversion", "text/plain", "Three.", "f");
    for (const auto& packed : {bytes, gzip(bytes)}) {
        const auto read = read_bytes("crawl.bin", packed);
        CHECK(read.notes.empty());
        REQUIRE(read.ids() == std::vector<std::string>{"a", "e", "f"});
        CHECK(read.documents[0].bytes == "<p>One</p>");
        CHECK(read.documents[0].hints.media == MediaType::html);
        CHECK(read.documents[0].hints.charset == "windows-1251");
        CHECK(read.documents[0].hints.urls == std::vector<std::string>{"https://example.org/a"});
        CHECK(read.documents[2].hints.media == MediaType::text);
    }
}

TEST_CASE("every record compressed by itself, as crawlers write them") {
    std::string bytes;
    for (const auto* id : {"a", "b", "c"}) bytes += gzip(response(html, "<p>" + std::string(id) + "</p>", id));
    CHECK(read_bytes("crawl.warc.gz", bytes).ids() == std::vector<std::string>{"a", "b", "c"});
}

TEST_CASE("chunked and gzip coding are undone; coding that is not read is noted") {
    const std::string page = "<html><p>Norway met Oman.</p></html>";
    const auto packed = gzip(page);
    const auto chunk = [](const std::string& body) {
        return "5;x=y\r\n" + body.substr(0, 5) + "\r\n" +
               [&] {
                   char size[20];
                   std::snprintf(size, sizeof size, "%zx", body.size() - 5);
                   return std::string(size);
               }() +
               "\r\n" + body.substr(5) + "\r\n0\r\n\r\n";
    };
    const auto read = read_bytes(
        "w", response(html + "\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip", chunk(packed), "a") +
                 response(html + "\r\nTransfer-Encoding: chunked", page, "b") +
                 response(html + "\r\nContent-Encoding: gzip", page, "c") +
                 response(html + "\r\nContent-Encoding: br", std::string("\x0b\x00\x80", 3), "d") +
                 response(html + "\r\nContent-Encoding: gzip", packed.substr(0, packed.size() / 2), "e"));
    CHECK(read.ids() == std::vector<std::string>{"a", "b", "c"});
    for (const auto& document : read.documents) CHECK(document.bytes == page);
    REQUIRE(read.notes.size() == 2);
    CHECK_THAT(read.notes[0].why, ContainsSubstring("br"));
    CHECK_THAT(read.notes[0].where, ContainsSubstring("https://example.org/d"));
}

TEST_CASE("rubbish between records, lengths that lie and a cut end cost a note each") {
    InputOptions options;
    options.limits.article = 5000;
    const auto bytes =
        response(html, "<p>a</p>", "a") + "rubbish\nmore rubbish\n" + response(html, "<p>b</p>", "b") +
        response(html, std::string(3U << 20U, 'x'), "c") + response(html, "<p>d</p>", "d") +
        "WARC/1.0\r\nContent-Length: many\r\n\r\n" + response(html, "<p>e</p>", "e") +
        "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: 4000\r\n\r\nHTTP/1.1 200";
    const auto read = read_bytes("w", bytes, options);
    CHECK(read.ids() == std::vector<std::string>{"a", "b", "d", "e"});
    REQUIRE(read.notes.size() == 4);
    CHECK_THAT(read.notes[3].why, ContainsSubstring("cut short"));
}

TEST_CASE("charset of a content type") {
    CHECK(charset_in("text/html; Charset=\"UTF-8\"; x") == "UTF-8");
    CHECK(charset_in("text/html;charset=koi8-r;v=1") == "koi8-r");
    CHECK(charset_in("text/html").empty());
    CHECK(charset_in("text/html; charset=\x1b[31m").empty());
}

}  // namespace chancery
