#include "store/store.hpp"

#include <algorithm>
#include <numeric>
#include <sstream>

#include "export/format.hpp"
#include "record/error.hpp"
#include "store/sqlite.hpp"
#include "tests/catch.hpp"
#include "tests/cli/run.hpp"
#include "tests/store/made.hpp"

namespace chancery {

namespace {

const RelationCatalog& catalog() {
    static const auto loaded = RelationCatalog::read(CHANCERY_SOURCE_DIR "/models/relations.tsv");
    return loaded;
}

const ArticleReaderVersions reader{"en-1", "rules-1", "1", ""};

StoreWriter writer(const std::filesystem::path& path) {
    StoreWriter made(path);
    made.read_by(catalog(), reader);
    return made;
}

std::string exported(const std::filesystem::path& path) {
    std::ostringstream out;
    const auto rows = Store(path).load_graph();
    find_format("json")->write(GraphView(rows), out);
    return std::move(out).str();
}

std::vector<IncomingArticle> made_articles(unsigned seed, int count) {
    FactsMaker maker(seed);
    std::vector<IncomingArticle> articles;
    for (int i = 0; i < count; ++i) articles.push_back(maker.article("a" + std::to_string(maker.below(12)), catalog()));
    for (int i = 0; i < count / 4; ++i) {  // copies: the same text under other names, titles, addresses
        auto copy = articles[maker.below(static_cast<std::uint32_t>(count))];
        copy.facts.urls = {"https://example.org/" + std::to_string(i)};
        if (maker.below(2) == 0) {
            const auto id = "b" + std::to_string(i);
            for (auto& entity : copy.facts.entities)
                if (entity.signature.article == copy.facts.id) entity.signature.article = id;
            copy.facts.id = id;
            copy.facts.names = {id};
        }
        if (maker.below(2) == 0) copy.facts.title = "Another title";
        articles.push_back(std::move(copy));
    }
    return articles;
}

}  // namespace

TEST_CASE("the graph's tables give the graph that the facts give, whatever the steps and their order") {
    const auto articles = made_articles(11, 24);
    const auto whole = scratch("store-whole") / "w.store";
    {
        auto w = writer(whole);
        for (const auto& article : articles) w.add(article);
        w.refresh();
    }
    const auto wanted = exported(whole);
    FactsMaker maker(12);
    for (int round = 0; round < 12; ++round) {
        CAPTURE(round);
        const auto path = scratch("store-steps") / "s.store";
        auto w = writer(path);
        std::vector<std::size_t> order(articles.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::shuffle(order.begin(), order.end(), std::mt19937(static_cast<unsigned>(round)));
        const auto others = made_articles(100 + static_cast<unsigned>(round), 6);
        for (const auto i : order) {
            w.add(articles[i]);
            if (maker.below(4) == 0) w.commit();
            if (maker.below(5) == 0) w.refresh();
            if (maker.below(4) == 0) w.add(others[maker.below(static_cast<std::uint32_t>(others.size()))]);
        }
        w.commit();
        for (const auto& other : others) {
            const std::string which[] = {other.facts.sha256};
            if (Store(path).article(other.facts.sha256)) w.remove(which);
            w.commit();
            if (maker.below(3) == 0) w.refresh();
        }
        w.commit();
        CHECK(exported(path) == wanted);  // made in memory
        w.refresh();
        CHECK(Store(path).current());
        CHECK(exported(path) == wanted);  // from the tables
        w.check();
    }
}

TEST_CASE("adding what is there changes nothing; removing all leaves nothing") {
    const auto articles = made_articles(21, 10);
    const auto path = scratch("store-again") / "s.store";
    auto w = writer(path);
    for (const auto& article : articles) w.add(article);
    w.refresh();
    const auto before = exported(path);
    const auto generation = Store(path).generation();
    for (const auto& article : articles) CHECK(w.add(article) == StoreWriter::Outcome::there);
    CHECK_FALSE(w.refresh());
    CHECK(Store(path).generation() == generation);
    CHECK(exported(path) == before);
    for (const auto& article : articles)
        if (Store(path).article(article.facts.sha256)) {
            const std::string which[] = {article.facts.sha256};
            w.remove(which);
            w.commit();
        }
    w.refresh();
    w.check();
    Database db(path, Database::Access::read, std::chrono::seconds(1));
    for (const auto* table : {"articles", "copies", "readings", "entities", "assertions", "problems", "nodes", "edges",
                              "evidence", "names", "signs", "graph_articles", "text_search", "name_search"}) {
        CAPTURE(table);
        static std::vector<std::string> kept;
        kept.push_back("SELECT count(*) FROM " + std::string(table));
        CHECK(db.number(kept.back().c_str()) == 0);
    }
}

}  // namespace chancery
