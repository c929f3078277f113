#include "store/store.hpp"

#include <algorithm>
#include <array>
#include <fstream>

#include "record/error.hpp"
#include "store/article_names.hpp"
#include "store/facts_rows.hpp"
#include "store/facts_sql.hpp"
#include "store/graph_sql.hpp"
#include "store/graph_tables.hpp"
#include "store/resolved.hpp"
#include "store/schema.hpp"
#include "store/sqlite.hpp"

namespace chancery {

namespace {

constexpr std::chrono::seconds patience(10);

std::unique_ptr<Database> open(const std::filesystem::path& path) {
    std::error_code trouble;
    if (!std::filesystem::exists(path, trouble))
        throw Error(path.string() + ": there is no such file. Make a store with chancery add.");
    auto database = std::make_unique<Database>(path, Database::Access::read, patience);
    const auto version = stored_schema(*database);
    if (version == 0) throw Error(path.string() + ": is empty. Make a store with chancery add.");
    if (version == schema_version()) return database;
    database.reset();
    {
        Database writable(path, Database::Access::write, patience);
        migrate(writable, schema_version());
    }
    return std::make_unique<Database>(path, Database::Access::read, patience);
}

}  // namespace

bool is_store(const std::filesystem::path& path) {
    constexpr std::string_view magic("SQLite format 3\0", 16);
    std::array<char, 16> begin{};
    std::ifstream in(path, std::ios::binary);
    in.read(begin.data(), begin.size());
    return in.gcount() == 16 && std::string_view(begin.data(), begin.size()) == magic;
}

Store::Store(const std::filesystem::path& path) : database_(open(path)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

std::uint64_t Store::generation() const {
    return static_cast<std::uint64_t>(database_->number(sql::state, "generation"));
}

bool Store::current() const {
    const Transaction moment(*database_, Transaction::Kind::reading);
    return graph_is_current(*database_);
}

GraphRows Store::load_graph() const {
    const Transaction moment(*database_, Transaction::Kind::reading);
    return graph_is_current(*database_) ? read_graph_tables(*database_) : resolve_store(*database_).rows;
}

std::optional<std::string> Store::moved(std::string_view old_id) const {
    auto row = database_->ask(sql::moved, old_id);
    return row.next() ? std::optional(std::string(row.view(0))) : std::nullopt;
}

namespace {

/// Nodes and articles of a page, each once.
class PageMaker {
  public:
    PageMaker(Database& db, NodePage& page) : db_(db), page_(page) {}

    void add_node(std::int64_t key, NodeRow node) {
        places_.emplace_back(key, page_.rows.nodes.size());
        page_.rows.nodes.push_back(std::move(node));
    }

    void add_edge(std::int64_t key, std::int64_t source, std::int64_t target, EdgeRow edge, std::uint32_t most) {
        edge.source = place_of(source);
        edge.target = place_of(target);
        for (auto row = db_.ask(sql::evidence_of_edge, key, most); row.next();) {
            read_evidence_row(db_, row, edge.evidence.emplace_back());
            articles_.push_back(edge.evidence.back().article);
        }
        page_.rows.edges.push_back(std::move(edge));
    }

    void add_articles() {
        std::sort(articles_.begin(), articles_.end());
        articles_.erase(std::unique(articles_.begin(), articles_.end()), articles_.end());
        for (const auto& id : articles_)
            if (auto row = db_.ask(sql::graph_article, id); row.next())
                page_.rows.articles.push_back(read_article_row(row));
    }

  private:
    std::uint32_t place_of(std::int64_t key) {
        const auto known = std::find_if(places_.begin(), places_.end(), [&](const auto& p) { return p.first == key; });
        if (known != places_.end()) return static_cast<std::uint32_t>(known->second);
        auto row = db_.ask(sql::node_by_key, key);
        if (!row.next()) db_.damaged("an edge has an end that is not there");
        NodeRow node;
        read_node_row(db_, row, node);
        add_node(key, std::move(node));
        return static_cast<std::uint32_t>(page_.rows.nodes.size() - 1);
    }

    Database& db_;
    NodePage& page_;
    std::vector<std::pair<std::int64_t, std::size_t>> places_;
    std::vector<std::string> articles_;
};

}  // namespace

std::optional<NodePage> Store::node(std::string_view id, const EdgeCursor& after, std::uint32_t limit,
                                    std::uint32_t evidence) const {
    auto& db = *database_;
    const Transaction moment(db, Transaction::Kind::reading);
    NodePage page;
    PageMaker maker(db, page);
    std::int64_t key = 0;
    {
        auto row = db.ask(sql::node_by_id, id);
        if (!row.next()) return std::nullopt;
        NodeRow node;
        key = read_node_row(db, row, node);
        maker.add_node(key, std::move(node));
    }
    page.edges = static_cast<std::uint32_t>(db.number(sql::edge_count, key));
    std::uint32_t count = 0;
    for (auto row = db.ask(sql::edges_of_node, key, after.weight, after.id, limit + 1); row.next();) {
        if (count++ == limit) {
            const auto& last = page.rows.edges;
            page.next = last.empty() ? after : EdgeCursor{last.back().weight, last.back().id};
            break;
        }
        EdgeRow edge;
        const auto keys = read_edge_row(db, row, edge);
        maker.add_edge(keys.edge, keys.source, keys.target, std::move(edge), evidence);
    }
    maker.add_articles();
    return page;
}

std::optional<StoredArticle> Store::article(std::string_view id) const {
    auto& db = *database_;
    const Transaction moment(db, Transaction::Kind::reading);
    const auto keys = articles_called(db, id);
    if (keys.size() != 1) return std::nullopt;
    StoredArticle article;
    {
        auto row = db.ask(sql::article_text, keys.front());
        if (!row.next()) return std::nullopt;
        row.read(article.row.sha256, article.text);
    }
    if (auto row = db.ask(sql::graph_article_by_hash, article.row.sha256); row.next())
        article.row = read_article_row(row);
    else
        article.row.id = article_id(db, keys.front());
    const auto catalog = read_catalog(db);
    std::vector<std::int64_t> readings;
    for (auto row = db.ask(sql::readings_of, keys.front()); row.next();) {
        readings.push_back(row.number(0));
        article.read_by.emplace_back(row.view(1));
    }
    for (const auto reading : readings) {
        ArticleFacts facts;
        read_reading(db, reading, catalog, facts);
        if (article.problems.empty()) article.problems = std::move(facts.problems);
    }
    return article;
}

StoreInfo Store::info() const {
    auto& db = *database_;
    const Transaction moment(db, Transaction::Kind::reading);
    StoreInfo info;
    info.schema = stored_schema(db);
    info.current = graph_is_current(db);
    info.generation = static_cast<std::uint64_t>(db.number(sql::state, "generation"));
    info.bytes = static_cast<std::uint64_t>(db.number("PRAGMA page_count") * db.number("PRAGMA page_size"));
    if (auto row = db.ask(sql::counts); row.next())
        row.read(info.articles, info.copies, info.with_problems, info.foreign, info.entities, info.assertions,
                 info.nodes, info.edges, info.first_date, info.last_date);
    info.decisions = stored_decisions(db).size();
    const auto tally = [&](const char* sql, std::map<std::string, std::uint64_t>& into) {
        for (auto row = db.ask(sql); row.next();)
            into[std::string(row.view(0))] = static_cast<std::uint64_t>(row.number(1));
    };
    tally(sql::source_counts, info.sources);
    tally(sql::relation_counts, info.relations);
    tally(sql::type_counts, info.types);
    tally(sql::reader_counts, info.readers);
    return info;
}

}  // namespace chancery
