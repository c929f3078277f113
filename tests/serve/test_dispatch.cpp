#include "tests/catch.hpp"

#include <algorithm>
#include <stdexcept>

#include "record/error.hpp"
#include "serve/dispatch.hpp"

using namespace chancery;

namespace {

std::string complaints;

RouteParameter parameter(std::string name, std::string schema, bool in_path = false) {
    return {.name = std::move(name), .in_path = in_path, .schema = std::move(schema), .description = ""};
}

Route route(std::string method, std::string pattern, std::function<HttpAnswer(const HttpRequest&)> handler) {
    Route out;
    out.method = std::move(method);
    out.pattern = std::move(pattern);
    out.handler = std::move(handler);
    return out;
}

std::vector<Route> table() {
    std::vector<Route> out;
    out.push_back(route("GET", "/things/{id}", [](const HttpRequest& request) {
        return HttpAnswer{.body = "thing " + request.parameters[0], .etag = "\"v1\""};
    }));
    out.back().parameters = {parameter("id", R"({"type":"string"})", true),
                             parameter("limit", R"({"type":"integer","minimum":1,"maximum":100,"default":10})"),
                             parameter("kind", R"({"type":"string","enum":["role","event"]})")};
    out.push_back(route("GET", "/things/count", [](const HttpRequest&) { return HttpAnswer{.body = "count"}; }));
    out.push_back(
        route("POST", "/things", [](const HttpRequest& request) { return HttpAnswer{.body = request.body}; }));
    out.back().consumes = {"text/plain"};
    out.back().needs_token = true;
    out.push_back(
        route("GET", "/fails", [](const HttpRequest&) -> HttpAnswer { throw std::runtime_error("secret words\n"); }));
    out.push_back(route("GET", "/late",
                        [](const HttpRequest&) -> HttpAnswer { throw HttpProblem(503, "Too slow", "Ask for less."); }));
    out.push_back(route("GET", "/long", [](const HttpRequest&) {
        HttpAnswer answer{.body = std::string(1000, 'x')};
        answer.headers = {{"X-Good", "1"}, {"X-Bad", "a\r\nX-Injected: 1"}, {"Content-Length", "5"}};
        answer.etag = "\"v2\"";
        return answer;
    }));
    return out;
}

struct Asked {
    HttpAnswer answer;
    std::string label;

    [[nodiscard]] std::string header(const std::string& name) const {
        std::string out;
        for (const auto& [key, value] : answer.headers)
            if (key == name) out += (out.empty() ? "" : ", ") + value;
        return out;
    }
};

Asked ask(const std::string& line, const std::string& headers = "", TrustOptions trust = {},
          const std::string& body = "") {
    complaints.clear();
    const Dispatcher dispatcher(table(), Trust(std::move(trust)), std::chrono::seconds(5),
                                [](std::string_view what) { complaints += what; });
    const auto head = read_head(line + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n", {});
    REQUIRE(std::holds_alternative<RequestHead>(head));
    auto admission = dispatcher.admit(std::get<RequestHead>(head));
    admission.request.body = body;
    auto label = admission.label;
    return {dispatcher.answer(admission), label};
}

}  // namespace

TEST_CASE("routes are found by segments, literal ones first", "[serve]") {
    CHECK(ask("GET /things/a%2Fb").answer.body == "thing a/b");
    CHECK(ask("GET /things/a").label == "/things/{id}");
    CHECK(ask("GET /things/count").answer.body == "count");
    for (const auto* path : {"/", "/things/", "/things/a/b", "//things/a", "/Things/a"}) {
        CAPTURE(path);
        const auto asked = ask(std::string("GET ") + path);
        CHECK(asked.answer.status == 404);
        CHECK(asked.label == "(none)");
        CHECK(asked.answer.type == "application/problem+json");
    }
    CHECK(ask("GET /%ff").answer.status == 400);
}

TEST_CASE("other methods are 405, with those that are known", "[serve]") {
    CHECK(ask("POST /things/a", "Content-Length: 0\r\n").answer.status == 405);
    CHECK(ask("DELETE /things").header("Allow") == "POST, OPTIONS");
    CHECK(ask("PUT /things/a").header("Allow") == "GET, HEAD, OPTIONS");
    CHECK(ask("OPTIONS /things/a").answer.status == 204);
    CHECK(ask("OPTIONS *").answer.status == 204);
    CHECK(ask("OPTIONS /nothing").answer.status == 404);
    CHECK(ask("HEAD /things/a").answer.body == "thing a");  // the transport leaves it out
}

TEST_CASE("parameters are checked before the handler", "[serve]") {
    const std::pair<const char*, const char*> rows[] = {
        {"limits=5", "Parameter limits: is not known. Near it: limit. Known: limit, kind."},
        {"limit=0", "Parameter limit: is at least 1."},
        {"limit=101", "Parameter limit: is at most 100."},
        {"limit=ten", "Parameter limit: is a whole number."},
        {"limit=1e1", "Parameter limit: is a whole number."},
        {"limit=", "Parameter limit: is a whole number."},
        {"limit=5&limit=6", "Parameter limit: comes more than once."},
        {"kind=roles", "Parameter kind: is one of role, event."},
    };
    for (const auto& [query, detail] : rows) {
        CAPTURE(query);
        const auto answer = ask(std::string("GET /things/a?") + query).answer;
        CHECK(answer.status == 400);
        CHECK(answer.body.find(detail) != std::string::npos);
    }
    CHECK(ask("GET /things/a?limit=5&kind=role").answer.status == 200);
    CHECK(ask("GET /things/count?x=1").answer.body.find("takes none") != std::string::npos);
    CHECK(ask("GET /things/a?limit=%zz").answer.status == 400);
}

TEST_CASE("what is sent and what is wanted must fit", "[serve]") {
    CHECK(ask("GET /things/a", "Accept: text/html\r\n").answer.status == 406);
    CHECK(ask("GET /things/a", "Accept: text/html, */*;q=0.1\r\n").answer.status == 200);
    const TrustOptions known{.token = "0123456789abcdef"};
    const std::string token = "Authorization: Bearer 0123456789abcdef\r\n";
    CHECK(ask("POST /things", token + "Content-Type: text/plain; charset=utf-8\r\nContent-Length: 2\r\n", known, "hi")
              .answer.body == "hi");
    CHECK(ask("POST /things", token + "Content-Type: image/png\r\nContent-Length: 2\r\n", known).answer.status == 415);
    CHECK(ask("POST /things", token + "Content-Type: text/plain\r\n", known).answer.status == 411);
    CHECK(ask("GET /things/a", "Content-Length: 2\r\n").answer.status == 400);
}

TEST_CASE("trust comes before everything else", "[serve]") {
    const auto refused = ask("POST /things", "Content-Length: 2\r\n", {.token = "0123456789abcdef"});
    CHECK(refused.answer.status == 401);
    CHECK(refused.header("WWW-Authenticate") == "Bearer realm=\"chancery\"");
    CHECK(ask("POST /things", "Content-Length: 2\r\n").answer.status == 403);
    CHECK(ask("GET /nothing", "", {.local = false, .token = "0123456789abcdef"}).answer.status == 401);
    CHECK(ask("POST /things",
              "Authorization: Bearer 0123456789abcdef\r\nOrigin: https://foe.example\r\nContent-Length: 2\r\n",
              {.token = "0123456789abcdef"})
              .answer.status == 403);
    const Dispatcher dispatcher(table(), Trust({}), std::chrono::seconds(5), [](std::string_view) {});
    auto admission =
        dispatcher.admit(std::get<RequestHead>(read_head("GET /things/a HTTP/1.1\r\nHost: foe.example\r\n\r\n", {})));
    CHECK(dispatcher.answer(admission).status == 421);
}

TEST_CASE("a browser's page may read only from an origin on the list", "[serve]") {
    const TrustOptions friends{.origins = {"https://friend.example"}};
    CHECK(ask("GET /things/a", "Origin: https://friend.example\r\n").header("Access-Control-Allow-Origin").empty());
    const auto asked = ask("GET /things/a", "Origin: https://friend.example\r\n", friends);
    CHECK(asked.header("Access-Control-Allow-Origin") == "https://friend.example");
    CHECK(asked.header("Vary") == "Origin");
    CHECK(
        ask("GET /things/a", "Origin: https://foe.example\r\n", friends).header("Access-Control-Allow-Origin").empty());
    const auto preflight =
        ask("OPTIONS /things", "Origin: https://friend.example\r\nAccess-Control-Request-Method: POST\r\n", friends);
    CHECK(preflight.header("Access-Control-Allow-Methods") == "POST, OPTIONS");
}

TEST_CASE("what a handler throws reaches the log and not the client", "[serve]") {
    const auto answer = ask("GET /fails").answer;
    CHECK(answer.status == 500);
    CHECK(answer.body.find("secret") == std::string::npos);
    CHECK(complaints == "/fails: secret words\n");
    const auto late = ask("GET /late");
    CHECK(late.answer.status == 503);
    CHECK(late.header("Retry-After") == "1");
}

TEST_CASE("validators, packing and policy", "[serve]") {
    CHECK(ask("GET /things/a", "If-None-Match: \"v1\"\r\n").answer.status == 304);
    CHECK(ask("GET /things/a", "If-None-Match: \"v0\"\r\n").answer.status == 200);
    CHECK(ask("GET /things/a").header("Cache-Control") == "no-cache");
    CHECK(ask("GET /things/a", "", {.token = "0123456789abcdef"}).header("Cache-Control") == "private, no-cache");
    CHECK(ask("GET /things/count").header("Cache-Control") == "no-store");
    const auto plain = ask("GET /long"), packed = ask("GET /long", "Accept-Encoding: gzip\r\n");
    CHECK(plain.answer.body.size() == 1000);
    CHECK(plain.header("Vary") == "Accept-Encoding");
    CHECK(plain.header("ETag") == "\"v2\"");
    CHECK(packed.header("Content-Encoding") == "gzip");
    CHECK(packed.header("ETag") == "\"v2-gzip\"");
    CHECK(packed.answer.body.size() < 100);
    CHECK(ask("GET /long", "Accept-Encoding: gzip\r\nIf-None-Match: \"v2-gzip\"\r\n").answer.status == 304);
    CHECK(plain.header("X-Good") == "1");
    CHECK(plain.header("X-Bad").empty());
    CHECK(plain.header("Content-Length").empty());
    for (const auto* name : {"Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy"})
        CHECK_FALSE(plain.header(name).empty());
}

TEST_CASE("a table that cannot be kept is refused", "[serve]") {
    const auto make = [](std::vector<Route> routes) {
        return Dispatcher(std::move(routes), Trust({}), std::chrono::seconds(5), [](std::string_view) {});
    };
    const auto handler = [](const HttpRequest&) { return HttpAnswer{}; };
    CHECK_THROWS_AS(make({route("GET", "/a", handler), route("GET", "/a", handler)}), Error);
    CHECK_THROWS_AS(make({route("DELETE", "/a", handler)}), Error);
    CHECK_THROWS_AS(make({route("GET", "a", handler)}), Error);
    CHECK_THROWS_AS(make({route("GET", "/a", nullptr)}), Error);
    CHECK_THROWS_AS(make({route("GET", "/{id}", handler)}), Error);
    auto pattern = route("GET", "/a", handler);
    pattern.parameters = {parameter("x", R"({"type":"string","pattern":"^a"})")};
    CHECK_THROWS_AS(make({pattern}), Error);
    pattern.parameters = {parameter("x", "nonsense")};
    CHECK_THROWS_AS(make({pattern}), Error);
}
