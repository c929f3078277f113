#include "resolve/decisions.hpp"
#include "tests/catch.hpp"

#include "record/error.hpp"

using namespace chancery;

namespace {

Entity entity(EntityType type, const std::string& name, const std::string& article = "") {
    Entity made;
    made.type = type;
    made.label = name;
    made.mentions = 2;
    made.signature = {std::string(family_of(type)), name, "", {}, article};
    return made;
}

/// Two articles: in the first, Ali Roe (bytes 0-7) met Ana Poe (12-19) and Ali Roe (30-37) met Blue Harbour (42-54).
std::vector<ArticleFacts> two_articles() {
    ArticleFacts one, two;
    one.id = "a1";
    one.sha256 = "0123456789abcdef";
    one.entities = {entity(EntityType::person, "Ali Roe"), entity(EntityType::person, "Ana Poe"),
                    entity(EntityType::place, "Blue Harbour"), entity(EntityType::person, "Poe", "a1")};
    const auto assertion = [](std::uint32_t subject, std::uint32_t object, Span a, Span b) {
        Assertion made;
        made.subject = subject;
        made.object = object;
        made.subject_mark = a;
        made.object_mark = b;
        return made;
    };
    one.assertions = {assertion(0, 1, {0, 7}, {12, 19}), assertion(0, 2, {30, 37}, {42, 54})};
    two.id = "a2";
    two.sha256 = "fedcba9876543210";
    two.entities = {entity(EntityType::person, "Ali Roe"), entity(EntityType::person, "Aly Row")};
    return {one, two};
}

struct Applied {
    std::vector<ArticleFacts> facts;
    Resolution resolution;
    std::vector<std::string> idle;
};

Applied apply(const std::string& lines) {
    auto facts = two_articles();
    auto decided = apply_decisions(parse_decisions("action\twho\ttarget\n" + lines, "mine.tsv"), facts);
    std::vector<Signature> signatures;
    for (const auto& article : facts)
        for (const auto& e : article.entities) signatures.push_back(e.signature);
    auto resolution = resolve(std::move(signatures), decided.rulings);
    return {std::move(facts), std::move(resolution), std::move(decided.idle)};
}

}  // namespace

TEST_CASE("merge makes one node of two names, a local surname included") {
    const auto done = apply("merge\tperson/Aly Row\tperson/Ali Roe\nmerge\tperson/Poe@a1\tperson/Ana Poe\n");
    CHECK(done.idle.empty());
    CHECK(done.resolution.node_of(done.facts[1].entities[1].signature) ==
          done.resolution.node_of(done.facts[0].entities[0].signature));
    CHECK(done.resolution.node_of(done.facts[0].entities[3].signature) ==
          done.resolution.node_of(done.facts[0].entities[1].signature));
}

TEST_CASE("apart keeps two bearers of one name apart") {
    const auto done = apply("apart\tperson/Ali Roe@a2\tperson/Ali Roe@a1\n");
    CHECK(done.idle.empty());
    CHECK(done.resolution.node_of(done.facts[0].entities[0].signature) !=
          done.resolution.node_of(done.facts[1].entities[0].signature));
}

TEST_CASE("rename labels the node, retype changes its kind, drop takes it out with its relations") {
    const auto done = apply(
        "rename\tperson/Ana Poe\tDr. Ana Poe\nretype\tplace/Blue Harbour\tinstitution\ndrop\tperson/Aly Row\t-\n");
    CHECK(done.resolution.label_of(done.resolution.node_of(done.facts[0].entities[1].signature)) == "Dr. Ana Poe");
    CHECK(done.facts[0].entities[2].type == EntityType::institution);
    CHECK(done.facts[0].entities[2].signature.family == "institution");
    CHECK(done.facts[1].entities.size() == 1);
    const auto dropped = apply("drop\tperson/Ali Roe\t-\n");
    CHECK(dropped.facts[0].assertions.empty());
    CHECK(dropped.facts[0].entities.size() == 3);
}

TEST_CASE("split undoes a wrong merge inside an article, by its bytes") {
    const auto done = apply("split\t01234567:30-37\tAli Roe the elder\n");
    CHECK(done.idle.empty());
    const auto& facts = done.facts[0];
    REQUIRE(facts.entities.size() == 5);
    CHECK(facts.entities[4].label == "Ali Roe the elder");
    CHECK(facts.assertions[0].subject == 0);
    CHECK(facts.assertions[1].subject == 4);
}

TEST_CASE("decisions that fit nothing are told") {
    const auto done =
        apply("drop\tperson/Nobody\t-\nmerge\tperson/Ali Roe\tperson/Nobody Else\nsplit\t99999999:1-2\tX\n");
    CHECK(done.idle == std::vector<std::string>{"mine.tsv:2", "mine.tsv:4", "mine.tsv:3"});
}

TEST_CASE("the order of articles does not matter to decisions") {
    const std::string lines = "merge\tperson/Aly Row\tperson/Ali Roe\napart\tperson/Ana Poe\tperson/Ali Roe\n";
    const auto decisions = parse_decisions("action\twho\ttarget\n" + lines, "mine.tsv");
    auto forth = two_articles(), back = two_articles();
    std::swap(back[0], back[1]);
    const auto nodes = [&](std::vector<ArticleFacts>& facts) {
        const auto decided = apply_decisions(decisions, facts);
        std::vector<Signature> signatures;
        for (const auto& article : facts)
            for (const auto& e : article.entities) signatures.push_back(e.signature);
        const auto resolution = resolve(signatures, decided.rulings);
        std::map<std::string, std::string> ids;
        for (const auto& s : signatures) ids[s.family + s.name + s.article] = resolution.node_of(s);
        return ids;
    };
    CHECK(nodes(forth) == nodes(back));
}

TEST_CASE("a bad decision is named with its line") {
    struct Row {
        const char *line, *error;
    };
    const Row rows[] = {{"join\tperson/A\tperson/B", "mine.tsv:2: 'join' is no action"},
                        {"merge\tA\tperson/B", "mine.tsv:2: 'A' names no node"},
                        {"merge\tperson/A\t-", "mine.tsv:2: '-' names no node"},
                        {"rename\tperson/A\t-", "mine.tsv:2: the third column is empty"},
                        {"retype\tperson/A\tking", "mine.tsv:2: 'king' is no type"},
                        {"split\t0123:1-2\tA", "mine.tsv:2: '0123:1-2' names no words"},
                        {"split\t01234567:5-2\tA", "mine.tsv:2: '01234567:5-2' names no words"},
                        {"merge\tperson/A", "mine.tsv:2:"}};
    for (const auto& row : rows) {
        CAPTURE(row.line);
        CHECK_THROWS_WITH(parse_decisions(std::string("action\twho\ttarget\n") + row.line + "\n", "mine.tsv"),
                          ContainsSubstring(row.error));
    }
}
