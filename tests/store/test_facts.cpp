#include <algorithm>

#include "store/facts_rows.hpp"
#include "store/lists.hpp"
#include "store/schema.hpp"
#include "tests/catch.hpp"
#include "tests/cli/run.hpp"
#include "tests/store/made.hpp"

namespace chancery {

namespace {

RelationCatalog catalog() {
    return RelationCatalog::read(CHANCERY_SOURCE_DIR "/models/relations.tsv");
}

auto fields(const Entity& e) {
    return std::tie(e.type, e.label, e.aliases, e.named, e.implied, e.mentions, e.ids, e.signature);
}

auto fields(const Assertion& a) {
    return std::tie(a.subject, a.object, a.relation, a.status, a.former, a.confidence, a.sentence, a.subject_mark,
                    a.trigger_mark, a.object_mark, a.sentence_text, a.rule, a.construction, a.speaker, a.speaker_text,
                    a.date, a.place);
}

auto fields(const Problem& p) {
    return std::tie(p.where, p.code, p.detail);
}

template <typename Items>
bool equal(const Items& a, const Items& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const auto& one, const auto& other) { return fields(one) == fields(other); });
}

}  // namespace

TEST_CASE("facts of every shape come back from the store as they were") {
    const auto relations = catalog();
    Database db(scratch("facts") / "a.store", Database::Access::write, std::chrono::seconds(1));
    migrate(db, schema_version());
    write_catalog(db, relations);
    db.script("INSERT INTO readers VALUES (1, '', '', '', '', '')");
    FactsMaker maker(7);
    for (int round = 0; round < 300; ++round) {
        const auto made = maker.article("a" + std::to_string(round), relations);
        db.run("INSERT INTO articles(sha256, text) VALUES (?1, ?2)", made.facts.sha256, made.text);
        const auto article = db.last_key();
        const auto reading = write_reading(db, article, 1, made.facts, relations, made.text);
        CHECK(write_reading(db, article, 1, made.facts, relations, made.text) == reading);
        ArticleFacts read;
        read.id = made.facts.id;
        read_reading(db, reading, relations, read);
        CHECK(read.language == made.facts.language);
        CHECK(read.word_count == made.facts.word_count);
        CHECK(read.fingerprint == made.facts.fingerprint);
        REQUIRE(equal(read.entities, made.facts.entities));
        REQUIRE(equal(read.assertions, made.facts.assertions));
        REQUIRE(equal(read.problems, made.facts.problems));
    }
}

TEST_CASE("relations are kept by name, so that another catalogue reads them right") {
    auto relations = catalog();
    Database db(scratch("catalog") / "a.store", Database::Access::write, std::chrono::seconds(1));
    migrate(db, schema_version());
    CHECK(write_catalog(db, relations));
    CHECK_FALSE(write_catalog(db, relations));
    db.script("INSERT INTO readers VALUES (1, '', '', '', '', '')");
    FactsMaker maker(9);
    auto made = maker.article("a", relations);
    db.run("INSERT INTO articles VALUES (1, 'x', ?1)", made.text);
    made.facts.assertions.clear();
    made.facts.assertions.push_back(maker.assertion(made.facts, made.text, relations));
    made.facts.assertions[0].relation = *relations.find("summoned");
    const auto reading = write_reading(db, 1, 1, made.facts, relations, made.text);
    relations.add({"aaa_first", "event", 1, 1, false, "", "", "is first", ""});
    ArticleFacts read;
    read_reading(db, reading, relations, read);
    CHECK(relations.at(read.assertions.at(0).relation).id == "summoned");
    CHECK(read.assertions[0].relation != made.facts.assertions[0].relation);
}

TEST_CASE("rows that do not fit together are damage, not a crash") {
    const auto relations = catalog();
    FactsMaker maker(3);
    const char* harms[] = {"UPDATE assertions SET subject = 99",
                           "UPDATE assertions SET object = -1",
                           "UPDATE assertions SET speaker = 99",
                           "UPDATE assertions SET status = 'maybe'",
                           "UPDATE assertions SET relation = 'no_such'",
                           "UPDATE assertions SET sentence = NULL, sentence_end = 4000000",
                           "UPDATE assertions SET confidence = 70000",
                           "UPDATE entities SET type = 'robot'",
                           "DELETE FROM entities",
                           "UPDATE entities SET mentions = -3"};
    for (const auto* harm : harms) {
        CAPTURE(harm);
        Database db(scratch("harm") / "a.store", Database::Access::write, std::chrono::seconds(1));
        migrate(db, schema_version());
        write_catalog(db, relations);
        db.script("INSERT INTO readers VALUES (1, '', '', '', '', '')");
        auto made = maker.article("a", relations);
        db.run("INSERT INTO articles VALUES (1, 'x', ?1)", made.text);
        made.facts.assertions.push_back(maker.assertion(made.facts, made.text, relations));
        const auto reading = write_reading(db, 1, 1, made.facts, relations, made.text);
        ArticleFacts whole, harmed;
        read_reading(db, reading, relations, whole);
        db.script(harm);
        CHECK_THROWS_WITH(read_reading(db, reading, relations, harmed), ContainsSubstring("is damaged"));
    }
}

TEST_CASE("lists and maps of any bytes survive being one text") {
    FactsMaker maker(5);
    for (int round = 0; round < 2000; ++round) {
        std::vector<std::string> items;
        std::map<std::string, std::string> map;
        for (auto n = maker.below(5); n > 0; --n) {
            items.push_back(maker.words(4));
            map[maker.words(4)] = maker.words(4);
        }
        REQUIRE(split_list(lines_of(items)) == items);
        REQUIRE(split_map(lines_of(map)) == map);
        std::vector<std::uint32_t> numbers;
        for (auto n = maker.below(9); n > 0; --n) numbers.push_back(maker.below(0xffffffff));
        REQUIRE(unpacked(packed(numbers)) == numbers);
    }
}

}  // namespace chancery
