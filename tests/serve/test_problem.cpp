#include "tests/catch.hpp"

#include "serve/http.hpp"

using namespace chancery;

TEST_CASE("a problem says what and what to do, as RFC 9457 wants it", "[serve]") {
    const auto answer =
        problem(404, "No such entity", "person_x is not in this graph. Search for it: /api/v1/entities?q=x.");
    CHECK(answer.status == 404);
    CHECK(answer.type == "application/problem+json");
    CHECK(
        answer.body ==
        R"({"type":"about:blank","title":"No such entity","status":404,"detail":"person_x is not in this graph. Search for it: /api/v1/entities?q=x."})"
        "\n");
}

TEST_CASE("bytes that are no UTF-8 cannot break a problem", "[serve]") {
    CHECK(problem(400, "Bad", "\xff\"").body.find("\\\"") != std::string::npos);
}

TEST_CASE("of two parameters of one name the first counts", "[serve]") {
    HttpRequest request;
    request.query = {{"q", "one"}, {"q", "two"}};
    CHECK(request.value("q") == "one");
    CHECK_FALSE(request.value("limit"));
}
