#include <algorithm>
#include <set>

#include "resolve/decisions.hpp"
#include "store/store.hpp"
#include "tests/catch.hpp"
#include "tests/cli/run.hpp"
#include "tests/store/made.hpp"

namespace chancery {

namespace {

const RelationCatalog& catalog() {
    static const auto loaded = RelationCatalog::read(CHANCERY_SOURCE_DIR "/models/relations.tsv");
    return loaded;
}

Entity entity(EntityType type, const std::string& label, const std::string& country = "") {
    Entity e;
    e.type = type;
    e.label = label;
    e.mentions = 1;
    e.signature = {std::string(family_of(type)), label, country, {}, ""};
    return e;
}

/// One article: each of `people` met Norway.
IncomingArticle meetings(const std::string& id, const std::vector<std::string>& people) {
    IncomingArticle made;
    made.facts.id = id;
    made.facts.names = {id};
    made.facts.language = "en";
    made.facts.published = "2031-03-04";
    made.facts.entities.push_back(entity(EntityType::country, "Norway", "NO"));
    for (const auto& person : people) {
        Assertion a;
        a.subject = static_cast<std::uint32_t>(made.facts.entities.size());
        a.object = 0;
        a.relation = *catalog().find("summoned");
        a.sentence.begin = static_cast<std::uint32_t>(made.text.size());
        a.sentence_text = person + " summoned Norway.";
        made.text += a.sentence_text + "\n";
        a.sentence.end = static_cast<std::uint32_t>(made.text.size()) - 1;
        made.facts.assertions.push_back(a);
        made.facts.entities.push_back(entity(EntityType::person, person));
    }
    made.facts.sha256 = sha256_of(made.text);
    return made;
}

std::filesystem::path store_of(const std::string& name, const std::vector<IncomingArticle>& articles) {
    const auto path = scratch(name) / "s.store";
    StoreWriter writer(path);
    writer.read_by(catalog(), {"en-1", "r", "1", ""});
    for (const auto& article : articles) writer.add(article);
    writer.refresh();
    return path;
}

}  // namespace

TEST_CASE("a node's pages hold each of its edges once, heaviest first, and are those of the whole graph") {
    std::vector<std::string> people;
    for (int i = 0; i < 57; ++i) people.push_back("Ada Holt" + std::to_string(i));
    const Store store(store_of("pages", {meetings("a", people), meetings("b", {people[7], people[9]}),
                                         meetings("c", {people[9], "Ole Vik"})}));
    const auto rows = store.load_graph();
    std::vector<std::string> seen;
    EdgeCursor cursor;
    std::size_t pages = 0;
    for (std::optional<EdgeCursor> next = cursor; next; ++pages) {
        const auto page = store.node("country_NO", *next, 10, 1);
        REQUIRE(page);
        CHECK(page->edges == rows.edges.size());
        CHECK(page->rows.nodes.at(0).id == "country_NO");
        CHECK(page->rows.edges.size() <= 10);
        for (const auto& edge : page->rows.edges) {
            CHECK(edge.evidence.size() == 1);
            CHECK(page->rows.nodes.at(edge.target).id == "country_NO");
            const auto whole =
                std::find_if(rows.edges.begin(), rows.edges.end(), [&](const EdgeRow& e) { return e.id == edge.id; });
            REQUIRE(whole != rows.edges.end());
            CHECK(page->rows.nodes.at(edge.source).id == rows.nodes[whole->source].id);
            CHECK(edge.weight == whole->weight);
            CHECK(edge.evidence[0].text == whole->evidence[0].text);
            seen.push_back(edge.id);
        }
        CHECK_FALSE(page->rows.articles.empty());
        next = page->next;
    }
    CHECK(rows.edges.size() > 40);
    CHECK(pages == (rows.edges.size() + 9) / 10);
    CHECK(seen.size() == rows.edges.size());
    CHECK(std::set<std::string>(seen.begin(), seen.end()).size() == seen.size());
    const auto first = store.node("country_NO", {}, 1);
    CHECK(first->rows.nodes.at(1).label == people[9]);
    CHECK(first->rows.edges.at(0).weight == 3);
    CHECK_FALSE(store.node("country_XX"));
}

TEST_CASE("an old id leads to the node that it became, through several merges, and nowhere once it is gone") {
    const auto path = store_of("moved", {meetings("a", {"Maren Holt"}), meetings("b", {"M. Holt-Berg"}),
                                         meetings("c", {"Maren Astrid Holt"})});
    const auto decide = [&](const std::string& lines) {
        StoreWriter writer(path);
        const auto text = lines.empty() ? "" : "action\twho\ttarget\n" + lines;
        writer.decide(text, "d.tsv");
        writer.refresh();
    };
    const Store store(path);
    const auto before = store.generation();
    CHECK_FALSE(store.moved("person_maren-holt"));
    decide("merge\tperson/Maren Holt\tperson/M. Holt-Berg\n");
    CHECK(store.generation() != before);
    const bool first = store.node("person_maren-holt").has_value();
    const std::string gone = first ? "person_m-holt-berg" : "person_maren-holt";
    const std::string kept = first ? "person_maren-holt" : "person_m-holt-berg";
    CHECK_FALSE(store.node(gone));
    CHECK(store.moved(gone) == kept);
    CHECK_FALSE(store.moved(kept));
    decide(
        "merge\tperson/Maren Holt\tperson/M. Holt-Berg\n"
        "merge\tperson/Maren Holt\tperson/Maren Astrid Holt\n");
    CHECK(store.moved("person_maren-holt") == "person_maren-astrid-holt");
    CHECK(store.moved("person_m-holt-berg") == "person_maren-astrid-holt");
    decide("");
    CHECK(store.node("person_maren-holt"));
    CHECK_FALSE(store.moved("person_maren-holt"));
    CHECK_FALSE(store.moved("person_m-holt-berg"));
    StoreWriter writer(path);
    const std::string which[] = {"a"};
    writer.remove(which);
    writer.refresh();
    CHECK_FALSE(store.node("person_maren-holt"));
    CHECK_FALSE(store.moved("person_maren-holt"));
}

TEST_CASE("names are found by parts, in other scripts and without accents; nothing typed is a command") {
    const Store store(store_of("names", {meetings("a", {"Søren Ångström", "Ana Li", "Ana Lind", "Bo"})}));
    const auto labels = [&](const std::string& words) {
        std::vector<std::string> found;
        for (const auto& hit : store.find_names(words)) found.push_back(hit.label);
        return found;
    };
    using Labels = std::vector<std::string>;
    CHECK(labels("soren") == Labels{"Søren Ångström"});
    CHECK(labels("ngstr") == Labels{"Søren Ångström"});
    CHECK(labels("ANGSTRÖM søren") == Labels{"Søren Ångström"});
    CHECK(labels("Ангстром") == Labels{"Søren Ångström"});
    CHECK(labels("ana li") == Labels{"Ana Li", "Ana Lind"});
    CHECK(labels("bo") == Labels{"Bo"});
    CHECK(labels("norw") == Labels{"Norway"});
    CHECK(labels("nobody").empty());
    CHECK(labels("").empty());
    CHECK(labels(" - ").empty());
    CHECK(store.find_names("ana", 1).size() == 1);
    for (const auto* words : {"\"", "ana\" OR \"bo", "folded:ana", "NOT", "ana AND", "(", "*", "ana*", "^ana",
                              "{a b}: x", "NEAR(ana li)", "'; DROP TABLE names; --", "\x01\x02", "\xff\xfe", "a\0b"}) {
        CAPTURE(words);
        CHECK_NOTHROW(store.find_names(words));
        CHECK_NOTHROW(store.find_text(words));
    }
    CHECK_NOTHROW(store.find_names(std::string(100000, 'a')));
    CHECK_NOTHROW(store.find_text(std::string(100000, '"')));
}

TEST_CASE("texts are found by words and by quoted phrases, with the words marked in a snippet") {
    const Store store(store_of("texts", {meetings("a", {"Ada Vik", "Bo Lund"}), meetings("b", {"Bo Vik"})}));
    CHECK(store.find_text("vik").size() == 2);
    CHECK(store.find_text("VIK ada").size() == 1);
    CHECK(store.find_text("\"bo vik\"").size() == 1);
    CHECK(store.find_text("\"vik bo\"").empty());
    CHECK(store.find_text("vik OR lund").empty());  // "or" is a word here
    const auto hits = store.find_text("\"ada vik\" lund");
    REQUIRE(hits.size() == 1);
    CHECK(hits[0].article == "a");
    CHECK(hits[0].published == "2031-03-04");
    std::vector<std::string> marked;
    for (const auto mark : hits[0].marks) marked.push_back(hits[0].snippet.substr(mark.begin, mark.size()));
    CHECK(marked == std::vector<std::string>{"Ada Vik", "Lund"});
}

TEST_CASE("an article is found by id, name and hash; the id has digits of the hash where names meet") {
    auto one = meetings("a", {"Ada Vik"}), other = meetings("a", {"Bo Lund"}), again = one;
    again.facts.id = "z";
    again.facts.names = {"z"};
    const auto path = store_of("article", {one, other, again});
    const Store store(path);
    CHECK_FALSE(store.article("a"));  // which of the two?
    const auto id = "a-" + one.facts.sha256.substr(0, 6);
    for (const auto& name : {id, std::string("z"), one.facts.sha256, one.facts.sha256.substr(0, 8)}) {
        CAPTURE(name);
        const auto found = store.article(name);
        REQUIRE(found);
        CHECK(found->row.id == id);
        CHECK(found->row.names == std::vector<std::string>{"a", "z"});
        CHECK(found->text == one.text);
        CHECK(found->read_by.size() == 1);
    }
    StoreWriter writer(path);
    const std::string several[] = {"a"}, missing[] = {"z", "nothing"}, fits[] = {"z"};
    CHECK_THROWS_WITH(writer.remove(several), ContainsSubstring("may be a-"));
    CHECK_THROWS_WITH(writer.remove(missing), ContainsSubstring("has no article 'nothing'"));
    CHECK(store.article("z"));
    CHECK(writer.remove(fits) == std::vector<std::string>{one.facts.sha256});
    writer.refresh();
    CHECK(store.article("a")->row.id == "a");
    CHECK(store.info().articles == 1);
    CHECK(store.info().relations.at("summoned") == 1);
}

}  // namespace chancery
