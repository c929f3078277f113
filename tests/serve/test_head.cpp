#include "tests/catch.hpp"

#include "serve/head.hpp"

using namespace chancery;

namespace {

/// The status a head is refused with; 0 when it is taken.
int refused(const std::string& head) {
    const auto read = read_head(head, {});
    const auto* refusal = std::get_if<HttpRefusal>(&read);
    return refusal == nullptr ? 0 : refusal->status;
}

RequestHead taken(const std::string& head) {
    const auto read = read_head(head, {});
    REQUIRE(std::holds_alternative<RequestHead>(read));
    return std::get<RequestHead>(read);
}

std::string get(const std::string& lines) {
    return "GET / HTTP/1.1\r\nHost: localhost\r\n" + lines + "\r\n";
}

}  // namespace

TEST_CASE("a head is read", "[serve]") {
    const auto head = taken("GET /a%2Fb?q=x HTTP/1.1\r\nHost: localhost:8087\r\nX-Blanks: \t a b \r\n\r\n");
    CHECK(head.method == "GET");
    CHECK(head.target == "/a%2Fb?q=x");
    CHECK(head.header("host") == "localhost:8087");
    CHECK(head.header("x-blanks") == "a b");
    CHECK(head.keep_alive);
    CHECK_FALSE(head.has_body());
}

TEST_CASE("what two readers could understand in two ways is refused", "[serve]") {
    const std::pair<std::string, int> rows[] = {
        {get(""), 0},
        {get("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n"), 400},
        {get("Content-Length: 5\r\nContent-Length: 5\r\n"), 400},
        {get("Content-Length: +5\r\n"), 400},
        {get("Content-Length: 5, 5\r\n"), 400},
        {get("Content-Length: 0x5\r\n"), 400},
        {get("Content-Length:\r\n"), 400},
        {get("Content-Length: 99999999999999999999\r\n"), 400},
        {get("Transfer-Encoding: gzip, chunked\r\n"), 501},
        {get("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"), 501},
        {get("Transfer-Encoding: xchunked\r\n"), 501},
        {get("Host: other\r\n"), 400},
        {"GET / HTTP/1.1\r\n\r\n", 400},
        {"GET / HTTP/1.1\nHost: a\n\n", 400},
        {"GET / HTTP/1.1\r\nHost: a\nX: b\r\n\r\n", 400},
        {get("X : y\r\n"), 400},
        {get("X: y\r\n folded\r\n"), 400},
        {get("no colon\r\n"), 400},
        {get(": no name\r\n"), 400},
        {get(std::string("X: a\0b\r\n", 8)), 400},
        {get("X: a\rb\r\n"), 400},
        {"GET  / HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"GET / HTTP/1.1 \r\nHost: a\r\n\r\n", 400},
        {"GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505},
        {"GET / GOPHER\r\nHost: a\r\n\r\n", 400},
        {"GET http:/x HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"GET /#x HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"GET /\xc3\xa9 HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"G(T / HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"GET * HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", 0},
        {"GET /" + std::string(1023, 'x') + " HTTP/1.1\r\nHost: a\r\n\r\n", 0},
        {"GET /" + std::string(1024, 'x') + " HTTP/1.1\r\nHost: a\r\n\r\n", 414},
        {"GET /?" + std::string(8192, 'x') + " HTTP/1.1\r\nHost: a\r\n\r\n", 414},
        {get("Content-Encoding: gzip\r\n"), 415},
        {get("Content-Encoding: identity\r\n"), 0},
        {get("Expect: 100-Continue\r\n"), 0},
        {get("Expect: more\r\n"), 417},
        {"GET / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", 400},
        {"GET / HTTP/1.0\r\n\r\n", 0},
    };
    for (const auto& [head, status] : rows) {
        CAPTURE(head);
        CHECK(refused(head) == status);
    }
}

TEST_CASE("a whole address as target counts as its host", "[serve]") {
    const auto head = taken("GET HTTP://rebound.example/x HTTP/1.1\r\nHost: localhost\r\n\r\n");
    CHECK(head.target == "/x");
    CHECK(head.header("host") == "rebound.example");
    CHECK(taken("GET http://a?q=1 HTTP/1.1\r\nHost: a\r\n\r\n").target == "/?q=1");
}

TEST_CASE("the connection goes on as the versions say", "[serve]") {
    CHECK_FALSE(taken(get("Connection: foo, Close\r\n")).keep_alive);
    CHECK_FALSE(taken("GET / HTTP/1.0\r\n\r\n").keep_alive);
    CHECK_FALSE(taken("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n").keep_alive);
    CHECK(taken("GET / HTTP/1.0\r\n\r\n").old);
}

TEST_CASE("the end of a head is found in pieces of any size", "[serve]") {
    const std::string head = get("X: y\r\n");
    for (std::size_t cut = 0; cut <= head.size(); ++cut) {
        HeadScanner scanner;
        const auto first = scanner.scan(head.substr(0, cut), {});
        const auto whole = scanner.scan(head + "rest", {});
        CHECK(std::get<std::optional<std::size_t>>(first).has_value() == (cut == head.size()));
        if (cut < head.size()) CHECK(std::get<std::optional<std::size_t>>(whole) == head.size());
    }
}

TEST_CASE("a head that does not end is refused at its limits", "[serve]") {
    const auto status = [](const std::string& bytes) {
        const auto found = HeadScanner().scan(bytes, {});
        const auto* refusal = std::get_if<HttpRefusal>(&found);
        return refusal == nullptr ? 0 : refusal->status;
    };
    std::string lines = "GET / HTTP/1.1\r\n";
    for (int i = 1; i < 100; ++i) lines += "X: y\r\n";
    CHECK(status(lines) == 0);
    CHECK(status(lines + "X: y\r\n") == 431);
    CHECK(status("GET / HTTP/1.1\r\nX: " + std::string(32 * 1024, 'y')) == 431);
    CHECK(status("GET /" + std::string(9000, 'y')) == 414);
    CHECK(status("GET / HTTP/1.1\r\nX: " + std::string(32 * 1024, 'y') + "\r\n\r\n") == 431);
}

TEST_CASE("the end of a chunked body is found in pieces of any size", "[serve]") {
    const std::string body = "5\r\nhello\r\n0A;x=y\r\n0123456789\r\n0\r\n\r\n";
    for (std::size_t cut = 0; cut < body.size(); ++cut) {
        ChunkScanner scanner;
        CHECK(scanner.scan(body.substr(0, cut), 15) == ChunkScanner::State::more);
        CHECK(scanner.scan(body + "GET", 15) == ChunkScanner::State::done);
        CHECK(scanner.size() == body.size());
    }
    CHECK(ChunkScanner().scan(body, 14) == ChunkScanner::State::too_large);
}

TEST_CASE("chunks that cannot be read are refused", "[serve]") {
    for (const std::string body : {"\r\n", "g\r\n", "-1\r\n", "0x5\r\nhello\r\n", "5\r\nhello0\r\n",
                                   "5;a\nb\r\nhello\r\n0\r\n\r\n", "0\r\nTrailer: x\r\n\r\n"}) {
        CAPTURE(body);
        CHECK(ChunkScanner().scan(body, 100) == ChunkScanner::State::bad);
    }
    CHECK(ChunkScanner().scan("ffffffffffffffffff\r\n", 100) == ChunkScanner::State::too_large);
    CHECK(ChunkScanner().scan("fffffffffffffff\r\n", 100) == ChunkScanner::State::too_large);
    CHECK(ChunkScanner().scan(std::string(90, '0'), 100) == ChunkScanner::State::bad);
    std::string small;  // a byte a chunk: the coding may not cost much more than the content
    for (int i = 0; i < 1000; ++i) small += "1;" + std::string(70, 'x') + "\r\ny\r\n";
    CHECK(ChunkScanner().scan(small, 2000) == ChunkScanner::State::too_large);
}
