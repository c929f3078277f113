#include "store/writer.hpp"

#include <algorithm>

#include "record/error.hpp"
#include "store/article_names.hpp"
#include "store/facts_rows.hpp"
#include "store/facts_sql.hpp"
#include "store/graph_tables.hpp"
#include "store/lists.hpp"
#include "store/resolved.hpp"
#include "store/schema.hpp"
#include "store/sqlite.hpp"

namespace chancery {

class StoreWriter::Writing {
  public:
    Writing(const std::filesystem::path& path, std::chrono::milliseconds wait, std::uint32_t most_pages)
        : db(path, Database::Access::write, wait) {
        static_cast<void>(stored_schema(db));  // before anything is changed in another's file
        db.script(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = "
            "-65536; PRAGMA journal_size_limit = 67108864; PRAGMA wal_autocheckpoint = 4000");
        if (most_pages > 0) db.script(("PRAGMA max_page_count = " + std::to_string(most_pages)).c_str());
        migrate(db, schema_version());
    }

    /// Runs a change inside the transaction; when it fails, all since the last commit is undone.
    template <typename Change>
    auto change(Change make) {
        try {
            if (!db.in_transaction()) db.script("BEGIN IMMEDIATE");
            return make();
        } catch (...) {
            undo();
            throw;
        }
    }

    void undo() {
        reader_ = 0;
        catalog_written_ = false;
        if (!db.in_transaction()) return;
        try {
            db.script("ROLLBACK");
        } catch (const Error&) {
            // it was rolled back by the trouble itself
        }
    }

    [[nodiscard]] std::int64_t find_reader() {
        return db.number(sql::find_reader, CHANCERY_VERSION, versions.model, versions.rules, versions.cleaner,
                         versions.settings);
    }

    Outcome add(const IncomingArticle& incoming) {
        write_relations();
        const auto& facts = incoming.facts;
        auto article = db.number(sql::find_article, facts.sha256);
        const bool known = article != 0;
        if (!known) {
            db.run(sql::add_article, facts.sha256, incoming.text);
            article = db.last_key();
            db.run(sql::index_text, article, incoming.text);
        } else if (const auto outcome = meet(article, facts)) {
            return *outcome;
        }
        const auto reading = write_reading(db, article, reader(), facts, catalog, incoming.text);
        const auto original = incoming.original ? std::optional(Blob{*incoming.original}) : std::nullopt;
        db.run(sql::add_copy, article, facts.id, facts.title, facts.published, facts.source,
               lines_of(sorted(facts.urls)), reading, incoming.hints, original);
        db.run(sql::changed);
        return known ? Outcome::merged : Outcome::added;
    }

    void replace(std::int64_t key, const IncomingArticle& incoming) {
        std::int64_t article = 0, reading = 0;
        {
            auto row = db.ask(sql::copy, key);
            if (!row.next()) return;
            row.read(article, reading);
        }
        db.run(sql::remove_copy, key);
        add(incoming);
        db.run(sql::remove_unused_reading, reading);
        if (db.number(sql::copy_count, article) == 0) remove_article(article);
        db.run(sql::changed);
    }

    void remove_article(std::int64_t article) {
        db.run(sql::unindex_text, article);
        db.run(sql::remove_article, article);
    }

    Database db;
    RelationCatalog catalog;
    ArticleReaderVersions versions;

  private:
    static std::vector<std::string> sorted(std::vector<std::string> items) {
        std::sort(items.begin(), items.end());
        items.erase(std::unique(items.begin(), items.end()), items.end());
        return items;
    }

    /// The text is there. Nothing when it has not come as this copy yet.
    std::optional<Outcome> meet(std::int64_t article, const ArticleFacts& facts) {
        std::int64_t copy = 0;
        std::string urls;
        {
            auto row = db.ask(sql::find_copy, article, facts.id, facts.title, facts.published, facts.source);
            if (!row.next()) return std::nullopt;
            row.read(copy, urls);
        }
        auto all = split_list(urls);
        all.insert(all.end(), facts.urls.begin(), facts.urls.end());
        const auto merged = lines_of(sorted(std::move(all)));
        if (merged == urls) return Outcome::there;
        db.run(sql::set_urls, copy, merged);
        db.run(sql::changed);
        return Outcome::merged;
    }

    void write_relations() {
        if (catalog_written_) return;
        if (write_catalog(db, catalog)) db.run(sql::changed);
        catalog_written_ = true;
    }

    std::int64_t reader() {
        if (reader_ == 0) reader_ = find_reader();
        if (reader_ == 0) {
            db.run(sql::add_reader, CHANCERY_VERSION, versions.model, versions.rules, versions.cleaner,
                   versions.settings);
            reader_ = db.last_key();
        }
        return reader_;
    }

    std::int64_t reader_ = 0;
    bool catalog_written_ = false;
};

StoreWriter::StoreWriter(const std::filesystem::path& path, std::chrono::milliseconds wait, std::uint32_t most_pages)
    : writing_(std::make_unique<Writing>(path, wait, most_pages)) {}
StoreWriter::StoreWriter(StoreWriter&&) noexcept = default;
StoreWriter& StoreWriter::operator=(StoreWriter&&) noexcept = default;

StoreWriter::~StoreWriter() {
    if (writing_) writing_->undo();
}

void StoreWriter::read_by(const RelationCatalog& catalog, const ArticleReaderVersions& versions) {
    writing_->undo();
    writing_->catalog = catalog;
    writing_->versions = versions;
}

StoreWriter::Outcome StoreWriter::add(const IncomingArticle& article) {
    return writing_->change([&] { return writing_->add(article); });
}

void StoreWriter::replace(std::int64_t key, const IncomingArticle& article) {
    writing_->change([&] { writing_->replace(key, article); });
}

namespace {

/// The error for a name that more than one article answers to.
Error may_be_several(Database& db, std::string_view name, std::span<const std::int64_t> articles) {
    std::string ids;
    for (const auto article : articles) {
        if (!ids.empty()) ids += ", ";
        ids += article_id(db, article);
    }
    return Error(db.where() + ": '" + std::string(name) + "' may be " + ids +
                 ". Name one of them; nothing was removed.");
}

}  // namespace

std::vector<std::string> StoreWriter::remove(std::span<const std::string> which) {
    auto& db = writing_->db;
    return writing_->change([&] {
        std::vector<std::int64_t> keys;
        for (const auto& what : which) {
            const auto found = articles_called(db, what);
            if (found.empty())
                throw Error(db.where() + ": has no article '" + what +
                            "'. Give an id, a name or the beginning of a SHA-256 of eight digits or more; nothing was "
                            "removed.");
            if (found.size() > 1) throw may_be_several(db, what, found);
            keys.push_back(found.front());
        }
        std::vector<std::string> removed;
        for (const auto key : keys) {
            auto row = db.ask(sql::article_hash, key);
            if (!row.next()) continue;  // named twice
            removed.emplace_back(row.view(0));
            writing_->remove_article(key);
        }
        if (!removed.empty()) db.run(sql::changed);
        return removed;
    });
}

std::vector<std::int64_t> StoreWriter::outdated() const {
    std::vector<std::int64_t> keys;
    auto rows = writing_->db.ask(sql::outdated_copies, writing_->find_reader());
    while (rows.next()) keys.push_back(rows.number(0));
    return keys;
}

std::optional<OriginalArticle> StoreWriter::original(std::int64_t key) const {
    auto row = writing_->db.ask(sql::original, key);
    if (!row.next()) return std::nullopt;
    OriginalArticle article;
    std::string bytes;
    article.key = key;
    row.read(article.name, article.hints, bytes, article.text);
    if (!row.null(2)) article.original = std::move(bytes);
    return article;
}

bool StoreWriter::decide(std::string_view text, std::string_view name) {
    auto& db = writing_->db;
    return writing_->change([&] {
        if (state_of(db, "decisions") == text) return false;
        db.run(sql::set_state, "decisions", text);
        db.run(sql::set_state, "decisions_name", name);
        db.run(sql::changed);
        return true;
    });
}

void StoreWriter::commit() {
    auto& db = writing_->db;
    if (!db.in_transaction()) return;
    try {
        db.script("COMMIT");
    } catch (...) {
        writing_->undo();
        throw;
    }
}

void StoreWriter::undo() {
    writing_->undo();
}

bool StoreWriter::refresh(std::vector<std::string>* idle) {
    commit();
    auto& db = writing_->db;
    std::optional<Resolved> resolved;
    std::string facts;
    {
        // the long part disturbs nobody; should a writer come between, it is done again while others wait
        Transaction moment(db, Transaction::Kind::reading);
        if (graph_is_current(db)) return false;
        facts = state_of(db, "facts");
        resolved = resolve_store(db);
    }
    return writing_->change([&] {
        if (graph_is_current(db)) return false;
        if (state_of(db, "facts") != facts) resolved = resolve_store(db);
        if (idle != nullptr) *idle = resolved->idle;
        const auto versions = lines_of(resolved->rows.versions);
        const bool changed = write_graph_tables(db, *resolved) || versions != state_of(db, "versions");
        db.run(sql::set_state, "versions", versions);
        db.run(sql::set_state, "graph_by", CHANCERY_VERSION);
        db.run(sql::graph_done);
        if (changed) db.run(sql::next_generation);
        commit();
        return changed;
    });
}

void StoreWriter::check() {
    auto& db = writing_->db;
    {
        auto row = db.ask(sql::integrity);
        if (!row.next() || row.view(0) != "ok") db.damaged(row.view(0));
    }
    if (auto row = db.ask(sql::loose_rows); row.next())
        db.damaged("a row of " + std::string(row.view(0)) + " belongs to nothing");
    db.script(sql::search_integrity);
}

}  // namespace chancery
