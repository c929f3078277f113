#include "tests/catch.hpp"

#include "serve/trust.hpp"

using namespace chancery;

namespace {

RequestHead with(HttpRequest::Pairs headers) {
    RequestHead out;
    out.headers = std::move(headers);
    return out;
}

int status(const std::optional<HttpRefusal>& refusal) {
    return refusal ? refusal->status : 0;
}

const std::string token = "0123456789abcdef";

}  // namespace

TEST_CASE("only our own names are answered for", "[serve]") {
    const Trust trust({.hosts = {"Graph.Example"}});
    for (const auto* host :
         {"127.0.0.1", "127.0.0.1:8087", "localhost", "LOCALHOST:1", "[::1]", "[::1]:80", "graph.example:8087"})
        CHECK(status(trust.check_host(with({{"host", host}}))) == 0);
    for (const auto* host :
         {"", "rebound.example", "localhost.rebound.example", "127.0.0.1.rebound.example", "localhost:80:80",
          "localhost:x", "[::1]x", "[::1", "127.0.0.2", "graph.example.", "user@localhost"}) {
        CAPTURE(host);
        CHECK(status(trust.check_host(with({{"host", host}}))) == 421);
    }
    CHECK(status(Trust({.unix_socket = true}).check_host(with({{"host", "any"}}))) == 0);
}

TEST_CASE("another web page sends nothing", "[serve]") {
    const Trust trust({.origins = {"https://friend.example"}});
    const auto from = [&](HttpRequest::Pairs headers) {
        headers.emplace_back("host", "localhost:8087");
        return status(trust.check_origin(with(std::move(headers))));
    };
    CHECK(from({}) == 0);
    CHECK(from({{"sec-fetch-site", "same-origin"}}) == 0);
    CHECK(from({{"sec-fetch-site", "none"}}) == 0);
    CHECK(from({{"origin", "http://localhost:8087"}}) == 0);
    CHECK(from({{"origin", "https://friend.example"}, {"sec-fetch-site", "cross-site"}}) == 0);
    CHECK(from({{"sec-fetch-site", "cross-site"}}) == 403);
    CHECK(from({{"origin", "null"}}) == 403);
    CHECK(from({{"origin", "http://localhost:9999"}}) == 403);
    CHECK(from({{"origin", "https://friend.example.evil.example"}}) == 403);
    CHECK(trust.allowed_origin(with({{"origin", "https://friend.example"}})) == "https://friend.example");
    CHECK_FALSE(trust.allowed_origin(with({{"origin", "https://foe.example"}})));
}

TEST_CASE("the token is the token", "[serve]") {
    const Trust trust({.token = token});
    const auto sent = [&](const std::string& value) { return trust.authorised(with({{"authorization", value}})); };
    CHECK(sent("Bearer " + token));
    CHECK(sent("bearer " + token));
    const std::vector<std::string> others = {"",
                                             "Bearer ",
                                             token,
                                             "Bearer " + token + token,
                                             "Bearer " + token + "x",
                                             "Basic " + token,
                                             "Bearer  " + token,
                                             "Bearer 0123456789abcdeg"};
    for (const auto& wrong : others) CHECK_FALSE(sent(wrong));
    CHECK_FALSE(trust.authorised(with({})));
    CHECK_FALSE(Trust({}).authorised(with({{"authorization", "Bearer "}})));
}

TEST_CASE("who must bring the token", "[serve]") {
    struct Row {
        bool local, open, has_token, authorised, reads, marked;
        int status;
    };
    const Row rows[] = {
        {true, false, false, false, true, false, 0},    {true, false, false, false, false, false, 0},
        {true, false, false, false, false, true, 403},  {true, false, true, false, false, true, 401},
        {true, false, true, true, false, true, 0},      {true, false, true, false, true, false, 0},
        {false, false, true, false, true, false, 401},  {false, false, true, true, true, false, 0},
        {false, false, true, false, false, false, 401}, {false, true, false, false, true, false, 0},
        {false, true, false, false, false, false, 403}, {false, true, true, false, true, false, 0},
        {false, true, true, false, false, false, 401},  {false, true, true, true, false, true, 0},
    };
    for (const auto& row : rows) {
        const Trust trust({.local = row.local, .public_read = row.open, .token = row.has_token ? token : ""});
        CHECK(status(trust.check_token(row.authorised, row.reads, row.marked)) == row.status);
    }
}
