#include "tests/catch.hpp"

#include "serve/gzip.hpp"
#include "serve/negotiate.hpp"
#include "serve/target.hpp"

using namespace chancery;

TEST_CASE("the most exact range of Accept decides", "[serve]") {
    const std::vector<std::string> json = {"application/json"};
    const std::pair<const char*, bool> rows[] = {
        {"", true},
        {"*/*", true},
        {"application/json", true},
        {"APPLICATION/JSON", true},
        {"application/*;q=0.1", true},
        {"text/html", false},
        {"text/html, application/xhtml+xml, */*;q=0.8", true},
        {"*/*, application/json;q=0", false},
        {"application/json;q=0.0, */*;q=1", false},
        {"application/json;q=0, application/*", false},
        {"application/json;charset=utf-8;q=0.5", true},
        {"application/json;q=nonsense", false},
        {"image/png;q=1,,", false},
        {"nonsense", true},
    };
    for (const auto& [accept, wanted] : rows) {
        CAPTURE(accept);
        CHECK(accepts_any(accept, json) == wanted);
    }
    CHECK(accepts_any("text/html", std::vector<std::string>{"application/json", "text/html; charset=utf-8"}));
}

TEST_CASE("gzip is for who prefers it", "[serve]") {
    const std::pair<const char*, bool> rows[] = {
        {"", false},
        {"gzip", true},
        {"GZIP", true},
        {"br, gzip", true},
        {"x-gzip", true},
        {"gzip;q=0", false},
        {"*", true},
        {"*;q=0", false},
        {"*, gzip;q=0", false},
        {"identity, gzip;q=0.5", false},
        {"identity;q=0.5, gzip", true},
        {"br", false},
        {"gzip;q=0.001", true},
        {"gzip;q=1.5", false},
        {"gzip; q = 1", true},
    };
    for (const auto& [accept, wanted] : rows) {
        CAPTURE(accept);
        CHECK(accepts_gzip(accept) == wanted);
    }
}

TEST_CASE("validators compare weakly, whatever the packing", "[serve]") {
    CHECK(etag_matches("\"a\"", "\"a\""));
    CHECK(etag_matches("W/\"a\"", "\"a\""));
    CHECK(etag_matches("\"b\", \"a-gzip\"", "\"a\""));
    CHECK(etag_matches("*", "\"a\""));
    CHECK_FALSE(etag_matches("\"b\"", "\"a\""));
    CHECK_FALSE(etag_matches("a", "\"a\""));
    CHECK_FALSE(etag_matches("\"a\"", ""));
    CHECK_FALSE(etag_matches("*", ""));
    CHECK_FALSE(etag_matches("\"", "\"\""));
    CHECK(packed_etag("\"a\"") == "\"a-gzip\"");
    CHECK(packed_etag("").empty());
}

TEST_CASE("paths are decoded a segment at a time", "[serve]") {
    using Segments = std::vector<std::string>;
    CHECK(path_segments("/") == Segments{""});
    CHECK(path_segments("/a/b%2Fc") == Segments{"a", "b/c"});
    CHECK(path_segments("/a//b/") == Segments{"a", "", "b", ""});
    CHECK(path_segments("/..%2f%2e%2E/x") == Segments{"../..", "x"});
    CHECK(path_segments("/Z%C3%BCrich+x") == Segments{"Zürich+x"});
    for (const auto* bad : {"", "a", "/%", "/%4", "/%G0", "/%00", "/%0a", "/%7f", "/%ff", "/%C3", "/%ED%A0%80",
                            "/%C0%AF", "/%F4%90%80%80", "/%E0%80%80"}) {
        CAPTURE(bad);
        CHECK_FALSE(path_segments(bad));
    }
}

TEST_CASE("a query is decoded in its order", "[serve]") {
    using Pairs = HttpRequest::Pairs;
    CHECK(query_pairs("") == Pairs{});
    CHECK(query_pairs("b=1&a=2&b=3") == Pairs{{"b", "1"}, {"a", "2"}, {"b", "3"}});
    CHECK(query_pairs("q=a+b%2B&&x&=y&z=1=2") == Pairs{{"q", "a b+"}, {"x", ""}, {"", "y"}, {"z", "1=2"}});
    CHECK(query_pairs("q=a%0Ab") == Pairs{{"q", "a\nb"}});
    CHECK_FALSE(query_pairs("q=%00"));
    CHECK_FALSE(query_pairs("q=%FF"));
    std::string many;
    for (int i = 0; i < 101; ++i) many += "a=1&";
    CHECK_FALSE(query_pairs(many));
}

TEST_CASE("only text of some size is packed", "[serve]") {
    CHECK(worth_packing("application/json", 500));
    CHECK(worth_packing("application/problem+json; charset=utf-8", 500));
    CHECK(worth_packing("image/svg+xml", 500));
    CHECK_FALSE(worth_packing("application/json", 499));
    CHECK_FALSE(worth_packing("image/png", 100000));
}

TEST_CASE("a body that is sent again is packed once, as long as it lives", "[serve]") {
    PackedBodies bodies(1 << 20);
    auto body = std::make_shared<const std::string>(10000, 'x');
    const auto packed = bodies.packed(body);
    CHECK(packed->size() < 200);
    CHECK(bodies.packed(body) == packed);
    const std::weak_ptr<const std::string> watch = packed;
    CHECK(bodies.packed(std::make_shared<const std::string>(10000, 'y')) != packed);
    PackedBodies small(10);
    CHECK(small.packed(body) != small.packed(body));
}
