#include "tests/catch.hpp"

#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "export/format.hpp"
#include "export/json.hpp"
#include "export/read_json.hpp"
#include "record/error.hpp"
#include "serve/openapi.hpp"
#include "serve/parameters.hpp"
#include "serve/routes.hpp"
#include "tests/query/town.hpp"

using namespace chancery;
using Json = nlohmann::json;

namespace {

/// The routes as a server has them, asked without a socket.
class Site {
  public:
    explicit Site(GraphRows rows = harbour_town()) {
        const auto graph = std::make_shared<const Snapshot>(std::move(rows), "g1");
        backend.snapshot = [graph] { return graph; };
    }

    HttpAnswer ask(const std::string& pattern, HttpRequest::Pairs query = {}, std::vector<std::string> parts = {},
                   HttpRequest::Pairs headers = {}, std::string body = {}, std::string method = "GET") const {
        for (const auto& route : api_routes(backend, {}, "1.2.3")) {
            if (route.pattern != pattern || route.method != method) continue;
            HttpRequest request;
            request.method = method;
            request.path = pattern;
            if (const auto at = pattern.find("{id}"); at != std::string::npos)
                request.path = pattern.substr(0, at) + parts.at(0) + pattern.substr(at + 4);
            request.query = std::move(query);
            request.parameters = std::move(parts);
            request.headers = std::move(headers);
            request.body = std::move(body);
            try {
                ParameterCheck(route).check(request);
                return route.handler(request);
            } catch (const HttpProblem& problem) {
                return problem.answer();
            }
        }
        throw Error(pattern + ": no such route");
    }

    Json json(const std::string& pattern, HttpRequest::Pairs query = {}, std::vector<std::string> parts = {}) const {
        const auto answer = ask(pattern, std::move(query), std::move(parts));
        CHECK(answer.status == 200);
        CHECK(answer.type == "application/json");
        return Json::parse(answer.body);
    }

    Backend backend;
};

std::string header(const HttpAnswer& answer, const std::string& name) {
    for (const auto& [key, value] : answer.headers)
        if (key == name) return value;
    return {};
}

}  // namespace

TEST_CASE("an entity is the object of node-link JSON, with counts beside", "[serve][api]") {
    const Site site;
    std::ostringstream out;
    write_json(GraphView(harbour_town()), out);
    const auto whole = Json::parse(out.str());
    for (const auto& node : whole["nodes"]) {
        const auto answer = site.json("/api/v1/entities/{id}", {}, {node["id"]});
        for (const auto& [key, value] : node.items()) CHECK(answer.at(key) == value);
    }
    for (const auto& edge : whole["edges"]) {
        const auto answer = site.json("/api/v1/relations/{id}", {}, {edge["id"]});
        for (const auto& [key, value] : edge.items()) CHECK(answer.at(key) == value);
    }
    const auto noor = site.json("/api/v1/entities/{id}", {}, {"person_halima-noor"});
    CHECK(noor["degree"] == 3);
    CHECK(noor["weight"] == 5);
    CHECK(noor["relations"].size() == 3);
    CHECK(noor["relations"][0]["asserted"].get<int>() + noor["relations"][1]["asserted"].get<int>() +
              noor["relations"][2]["asserted"].get<int>() ==
          2);
}

TEST_CASE("every relation in every answer says its status in its label", "[serve][api]") {
    const Site site;
    const auto check = [](const Json& relation) {
        const auto label = relation["label"].get<std::string>();
        if (relation["status"] != "asserted") CHECK(label.find(" (") != std::string::npos);
    };
    const auto all = site.json("/api/v1/relations");
    for (const auto& relation : all["relations"]) check(relation);
    const auto of_one = site.json("/api/v1/entities/{id}/relations", {}, {"person_huseyn-safarov"});
    for (const auto& relation : of_one["relations"]) check(relation);
    const auto paths =
        site.json("/api/v1/paths", {{"from", "Huseyn Safarov"}, {"to", "Norway"}, {"status", "planned"}});
    REQUIRE(paths["paths"].size() == 1);
    CHECK(paths["paths"][0]["steps"][0]["relations"][0]["label"] == "visited (planned)");
    const auto page = site.ask("/entity/{id}", {}, {"person_huseyn-safarov"}).body;
    CHECK(page.find("visited (planned)") != std::string::npos);
    CHECK(page.find("accused (disputed)") != std::string::npos);
}

TEST_CASE("a former id leads to the new one; an unknown one is 404 with who is near", "[serve][api]") {
    Site site;
    site.backend.moved = [](std::string_view id) {
        return id == "person_h-noor" ? std::optional<std::string>("person_halima-noor") : std::nullopt;
    };
    const auto moved = site.ask("/api/v1/entities/{id}", {}, {"person_h-noor"});
    CHECK(moved.status == 308);
    CHECK(header(moved, "Location") == "/api/v1/entities/person_halima-noor");
    CHECK(header(site.ask("/entity/{id}", {}, {"person_h-noor"}), "Location") == "/entity/person_halima-noor");
    CHECK(header(site.ask("/api/v1/entities/{id}/relations", {}, {"person_h-noor"}), "Location") ==
          "/api/v1/entities/person_halima-noor/relations");
    const auto absent = site.ask("/api/v1/entities/{id}", {}, {"person_halima-nor"});
    CHECK(absent.status == 404);
    CHECK(absent.type == "application/problem+json");
    CHECK(absent.body.find("person_halima-noor") != std::string::npos);
    CHECK(site.ask("/api/v1/relations/{id}", {}, {"e_zz"}).status == 404);
    CHECK(site.ask("/api/v1/articles/{id}", {}, {"a9"}).status == 404);
    CHECK(site.ask("/api/v1/relations", {{"subject", "Nobody"}}).status == 404);
    CHECK(site.ask("/entity/{id}", {}, {"person_x"}).status == 404);
}

TEST_CASE("pages lead from one to the next by link and header, also as NDJSON", "[serve][api]") {
    const Site site;
    std::set<std::string> seen;
    HttpRequest::Pairs query = {{"limit", "2"}, {"sort", "label"}, {"type", "person"}, {"type", "country"}};
    std::size_t pages = 0;
    for (;; ++pages) {
        const auto answer = site.ask("/api/v1/entities", query);
        const auto body = Json::parse(answer.body);
        CHECK(body["total"] == 3);
        for (const auto& entity : body["entities"]) CHECK(seen.insert(entity["id"]).second);
        if (body["next"].is_null()) break;
        const auto next = body["next"].get<std::string>();
        CHECK(header(answer, "Link") == "<" + next + ">; rel=\"next\"");
        CHECK(next.starts_with("/api/v1/entities?limit=2&sort=label&type=person&type=country&cursor="));
        std::erase_if(query, [](const auto& pair) { return pair.first == "cursor"; });
        query.emplace_back("cursor", next.substr(next.find("cursor=") + 7));
    }
    CHECK(pages == 1);
    CHECK(seen.size() == 3);
    const auto twice = site.json("/api/v1/relations", {{"facet", "relation"}, {"facet", "relation"}});
    CHECK(twice["facets"]["relation"]["values"][0] == Json({{"value", "visited"}, {"count", 2}}));
    const auto lines = site.ask("/api/v1/relations", {}, {}, {{"accept", "application/x-ndjson"}});
    CHECK(lines.type == "application/x-ndjson");
    CHECK(std::count(lines.body.begin(), lines.body.end(), '\n') == 6);
    CHECK(lines.etag != site.ask("/api/v1/relations").etag);
    CHECK(site.ask("/api/v1/entities", {{"cursor", "nonsense"}}).status == 400);
    CHECK(site.ask("/api/v1/entities", {{"limit", "0"}}).status == 400);
    CHECK(site.ask("/api/v1/relations", {{"since", "yesterday"}}).status == 400);
    CHECK(site.ask("/api/v1/entities", {{"colour", "red"}}).status == 400);
}

TEST_CASE("a part of the graph comes in every format, and reads back", "[serve][api]") {
    const Site site;
    const auto part = site.ask("/api/v1/subgraph.json", {{"around", "North Dock"}});
    CHECK(read_json(part.body, "part").nodes.size() == 2);
    for (const auto& format : formats()) {
        const auto answer = site.ask("/api/v1/subgraph" + std::string(format.suffix), {{"around", "North Dock"}});
        CHECK(answer.status == 200);
        CHECK(answer.type == format.mime);
        CHECK_FALSE(answer.body.empty());
    }
    CHECK(site.ask("/api/v1/subgraph", {}, {}, {{"accept", "text/turtle, application/json;q=0.5"}}).type ==
          "text/turtle");
    CHECK(site.ask("/api/v1/subgraph", {{"around", "Atlantis"}}).status == 400);
    std::string streamed;
    site.ask("/api/v1/graph.json").stream([&](std::string_view piece) {
        streamed += piece;
        return true;
    });
    std::ostringstream whole;
    write_json(GraphView(harbour_town()), whole);
    CHECK(streamed == whole.str());
}

TEST_CASE("a picture of too much is refused with what to do", "[serve][api]") {
    Town town;
    for (int i = 0; i < 500; ++i) town.node("person_" + std::to_string(1000 + i), EntityType::person, "Ann");
    const Site site(town.rows());
    for (const auto* path : {"/api/v1/subgraph.svg", "/api/v1/graph.png"}) {
        const auto answer = site.ask(path);
        CHECK(answer.status == 400);
        CHECK(answer.body.find("top=100") != std::string::npos);
    }
    CHECK(site.ask("/api/v1/subgraph.svg", {{"top", "5"}}).status == 200);
}

TEST_CASE("evidence comes with the passage around it where the text is at hand", "[serve][api]") {
    Site site;
    const std::string text = "Headline\n\nIntro.\n\nBefore. Noor heads the Harbour Council. After.\n\nLater.\n\nEnd.\n";
    auto rows = harbour_town();
    auto& piece = rows.edges[0].evidence[0];
    const auto at = static_cast<std::uint32_t>(text.find("Noor"));
    piece.sentence = {at, static_cast<std::uint32_t>(at + piece.text.size())};
    Site with(std::move(rows));
    with.backend.text = [&](std::string_view id) { return id == "a1" ? std::optional(text) : std::nullopt; };
    const auto relation = with.json("/api/v1/relations/{id}", {}, {"e_aa"});
    CHECK(relation["evidence"][0]["passage"]["text"].get<std::string>().find("Before. Noor heads") !=
          std::string::npos);
    CHECK_FALSE(relation["evidence"][1].contains("passage"));
    const auto where = relation["evidence"][0]["passage"]["where"];
    CHECK(text.substr(where[0], where[1].get<std::size_t>() - where[0].get<std::size_t>()) ==
          relation["evidence"][0]["passage"]["text"]);
    const auto second = with.json("/api/v1/relations/{id}", {{"from", "1"}, {"limit", "1"}}, {"e_aa"});
    CHECK(second["evidence"].size() == 1);
    CHECK(second["evidence_count"] == 2);
    CHECK(with.json("/api/v1/relations/{id}", {{"limit", "1"}}, {"e_aa"})["next"] ==
          "/api/v1/relations/e_aa?from=1&limit=1");
}

TEST_CASE("hostile names and texts stay text on pages", "[serve][api]") {
    Town town;
    town.article("a1", "<b>Tidings</b>", "2031-02-01");
    const auto one =
        town.node("person_x", EntityType::person, "<script>alert(1)</script>", {"\" onmouseover=\"x"}, "", {"a1"});
    const auto two = town.node("person_y", EntityType::person, "Ann & Co", {}, "", {"a1"});
    town.edge("e_aa", one, "met", two, {{"a1", "<img src=x onerror=alert(1)> met Ann & Co."}});
    const Site site(town.rows());
    for (const auto& body :
         {site.ask("/", {{"q", "<script>\"'"}}).body, site.ask("/").body,
          site.ask("/entity/{id}", {}, {"person_x"}).body, site.ask("/relation/{id}", {}, {"e_aa"}).body,
          site.ask("/api/v1/reconcile/preview", {{"id", "person_x"}}).body}) {
        CHECK(body.find("<script") == std::string::npos);
        CHECK(body.find("<img") == std::string::npos);
        CHECK(body.find("<b>Tid") == std::string::npos);
        CHECK(body.find("\" onmouse") == std::string::npos);
    }
}

TEST_CASE("OpenRefine gets a manifest and candidates that know types, properties and spellings", "[serve][api]") {
    const Site site;
    const auto manifest = Json::parse(site.ask("/api/v1/reconcile", {}, {}, {{"host", "127.0.0.1:8087"}}).body);
    CHECK(manifest["versions"][0] == "0.2");
    CHECK(manifest["view"]["url"] == "http://127.0.0.1:8087/entity/{{id}}");
    const std::string batch =
        R"({"q0":{"query":"Gusein Safarov","type":"person"},"q1":{"query":"Noor","properties":[{"pid":"country","v":"AZ"}]},)"
        R"("q2":{"query":"Norway","type":"person"},"q3":{"query":7},"q4":{"query":"Halima Noor","type":["person"],"limit":1}})";
    const auto answers = site.json("/api/v1/reconcile", {{"queries", batch}});
    CHECK(answers["q0"]["result"][0]["id"] == "person_huseyn-safarov");
    CHECK(answers["q0"]["result"][0]["match"] == true);
    CHECK(answers["q1"]["result"][0]["match"] == false);  // the country contradicts
    CHECK(answers["q2"]["result"].empty());
    CHECK(answers["q3"]["result"].empty());
    CHECK(answers["q4"]["result"][0]["type"][0]["id"] == "official");
    const auto posted = site.ask("/api/v1/reconcile", {}, {}, {},
                                 "a=b&queries=%7B%22q%22%3A%7B%22query%22%3A%22maren+holt%22%7D%7D", "POST");
    CHECK(Json::parse(posted.body)["q"]["result"][0]["id"] == "person_maren-holt");
    CHECK(site.ask("/api/v1/reconcile", {{"queries", "[1"}}).status == 400);
    CHECK(site.json("/api/v1/reconcile/suggest/entity", {{"prefix", "hal"}})["result"][0]["name"] == "Halima Noor");
    CHECK(site.json("/api/v1/reconcile/suggest/type", {{"prefix", "p"}})["result"].size() == 2);
}

TEST_CASE("articles are extracted and added by what stands behind, and refused where nothing does", "[serve][api]") {
    Site site;
    const auto post = [&](const std::string& path, const std::string& body) {
        return site.ask(path, {{"published", "2031-02-03"}, {"id", "x/1"}}, {}, {{"content-type", "text/html"}}, body,
                        "POST");
    };
    CHECK(post("/api/v1/extract", "<p>News</p>").status == 409);
    CHECK(post("/api/v1/articles", "<p>News</p>").status == 409);
    Submission seen;
    site.backend.extract = [&](const Submission& sent) {
        seen = sent;
        return harbour_town();
    };
    site.backend.add = [&](const Submission& sent) { return AddedArticle{sent.id, "ab", sent.body != "old"}; };
    const auto graph = post("/api/v1/extract", "<p>News</p>");
    CHECK(read_json(graph.body, "answer").edges.size() == 6);
    CHECK(seen.html);
    CHECK(seen.published == "2031-02-03");
    CHECK(post("/api/v1/extract", " \n").status == 400);
    const auto added = post("/api/v1/articles", "new");
    CHECK(added.status == 201);
    CHECK(header(added, "Location") == "/api/v1/articles/x%2F1");
    CHECK(post("/api/v1/articles", "old").status == 200);
}

TEST_CASE("before there is a graph questions are 503, but a node may be there already", "[serve][api]") {
    Site site;
    site.backend.snapshot = [] { return std::shared_ptr<const Snapshot>(); };
    CHECK(site.ask("/api/v1/entities").status == 503);
    CHECK(site.ask("/api/v1/entities/{id}", {}, {"country_NO"}).status == 503);
    CHECK(site.ask("/api/v1/graph.json").status == 503);
    site.backend.node = [](std::string_view id) {
        return id == "country_NO" ? std::optional(harbour_town()) : std::nullopt;
    };
    const auto early = site.ask("/api/v1/entities/{id}", {}, {"country_NO"});
    CHECK(early.status == 200);
    CHECK(Json::parse(early.body)["degree"] == 2);
    CHECK(early.etag.empty());
}

TEST_CASE("the OpenAPI document tells of every route, and every reference in it leads somewhere", "[serve][api]") {
    const Site site;
    const auto routes = api_routes(site.backend, {}, "1.2.3");
    const auto document = Json::parse(openapi_document(routes, "1.2.3"));
    CHECK(document["info"]["version"] == "1.2.3");
    std::set<std::string> ids;
    for (const auto& route : routes) {
        const auto& operation = document["paths"][route.pattern][route.method == "GET" ? "get" : "post"];
        CHECK(ids.insert(operation["operationId"]).second);
        CHECK_FALSE(operation["summary"].get<std::string>().empty());
        CHECK(operation["responses"].contains("200"));
        CHECK(operation["responses"].contains("503"));
        const bool json =
            std::find(route.produces.begin(), route.produces.end(), "application/json") != route.produces.end();
        if (json && route.pattern != "/openapi.json" && route.pattern.find("subgraph") == std::string::npos &&
            route.pattern.find("/graph") == std::string::npos)
            CHECK(operation["responses"]["200"]["content"]["application/json"]["schema"].contains("$ref"));
    }
    const auto flat = document.flatten();
    for (const auto& [path, value] : flat.items())
        if (path.ends_with("/$ref")) {
            const auto target = value.get<std::string>();
            REQUIRE(target.starts_with("#"));
            CHECK(document.contains(Json::json_pointer(target.substr(1))));
        }
    const auto docs = docs_page(routes, "1.2.3");
    for (const auto& route : routes)
        CHECK(docs.find(">" + route.method + " " + route.pattern + "<") != std::string::npos);
}

TEST_CASE("statistics, schema, duplicates and articles answer", "[serve][api]") {
    const Site site;
    const auto stats = site.json("/api/v1/stats");
    CHECK(stats["statuses"] == Json({{"asserted", 4}, {"alleged", 1}, {"planned", 1}}));
    CHECK(site.json("/api/v1/schema")["relations"].size() == 5);
    CHECK(site.json("/api/v1/duplicates")["total"] == 0);
    CHECK(site.json("/api/v1/articles", {{"q", "NEWS a2"}})["articles"][0]["id"] == "a2");
    const auto article = site.json("/api/v1/articles/{id}", {}, {"a3"});
    CHECK(article["entity_count"] == 3);
    CHECK(site.ask("/api/v1/texts", {{"q", "x"}}).status == 409);
    CHECK(site.ask("/docs").shared->find("/api/v1/paths") != std::string::npos);
}
