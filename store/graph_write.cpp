// The tables of the graph follow a graph that was made anew.
//
// Old and new rows are walked in step by id; what is on one side only is removed or added, what has another digest is
// written anew. Edges go before the nodes they hang on, and come after them. A node that is gone may have become
// another: it lives on in the node that holds most of the signs it was known by.
#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "resolve/name_key.hpp"
#include "store/digest.hpp"
#include "store/facts_sql.hpp"
#include "store/graph_sql.hpp"
#include "store/graph_tables.hpp"
#include "store/lists.hpp"

namespace chancery {

namespace {

void add(RowDigest& digest, Span span) {
    digest.add(std::uint64_t{span.begin} << 32U | span.end);
}

std::int64_t digest_of(const ArticleRow& a) {
    RowDigest digest;
    for (const auto& text : {a.id, a.sha256, a.title, a.published, a.source, a.language, lines_of(a.names),
                             lines_of(a.urls), a.syndicated})
        digest.add(text);
    return digest.add(a.words).value();
}

std::int64_t digest_of(const NodeRow& n, const std::vector<std::int64_t>& signs) {
    RowDigest digest;
    for (const auto& text : {n.id, n.label, lines_of(n.aliases), n.country, n.cameo_actor, lines_of(n.ids),
                             lines_of(n.articles), n.first_seen, n.last_seen})
        digest.add(text);
    digest.add(name_of(n.type)).add(n.named).add(n.mentions);
    for (const auto sign : signs) digest.add(static_cast<std::uint64_t>(sign));
    return digest.value();
}

void add(RowDigest& digest, const EvidenceRow& v) {
    for (const auto span : {v.sentence, v.subject, v.trigger, v.object}) add(digest, span);
    digest.add(v.article).add(v.text).add(name_of(v.status)).add(v.speaker_node).add(v.speaker_text).add(v.date);
    digest.add(v.place).add(v.rule).add(v.construction).add(v.confidence);
}

std::int64_t digest_of(const EdgeRow& e) {
    RowDigest digest;
    digest.add(e.id).add(e.kind).add(e.label).add(name_of(e.status));
    for (const auto count : e.statuses) digest.add(count);
    digest.add(e.former).add(e.symmetric).add(e.weight).add(e.sources).add(e.confidence).add(e.cameo).add(e.plover);
    digest.add(e.first_date).add(e.last_date).add(e.evidence.size());
    for (const auto& evidence : e.evidence) add(digest, evidence);
    return digest.value();
}

/// A row of a table as it is.
struct Old {
    std::string id;
    std::int64_t digest = 0, key = 0;
};

std::vector<Old> old_rows(Database& db, const char* sql, bool keyed) {
    std::vector<Old> rows;
    for (auto row = db.ask(sql); row.next();) {
        auto& old = rows.emplace_back();
        row.read(old.id, old.digest);
        if (keyed) old.key = row.number(2);
    }
    return rows;
}

/// What of a table must change. `added` and `changed` are places among the new rows.
struct Difference {
    std::vector<Old> removed;
    std::vector<std::uint32_t> added;
    std::vector<std::pair<std::uint32_t, Old>> changed, same;
};

/// `order` gives the places of the new rows by id.
template <typename Rows, typename Digest>
Difference difference(std::vector<Old> old, const Rows& rows, const std::vector<std::uint32_t>& order,
                      Digest digest_at) {
    Difference found;
    auto was = old.begin();
    for (const auto place : order) {
        while (was != old.end() && was->id < rows[place].id) found.removed.push_back(std::move(*was++));
        if (was == old.end() || was->id != rows[place].id) {
            found.added.push_back(place);
        } else {
            (was->digest == digest_at(place) ? found.same : found.changed).emplace_back(place, std::move(*was));
            ++was;
        }
    }
    found.removed.insert(found.removed.end(), std::make_move_iterator(was), std::make_move_iterator(old.end()));
    return found;
}

template <typename Rows>
std::vector<std::uint32_t> by_id(const Rows& rows) {
    std::vector<std::uint32_t> order(rows.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return rows[a].id < rows[b].id; });
    return order;
}

class Writer {
  public:
    Writer(Database& db, const Resolved& resolved) : db_(db), rows_(resolved.rows), signs_(resolved.signs) {}

    bool run() {
        write_articles();
        const auto digest_of_edge = [&](std::uint32_t e) { return digest_of(rows_.edges[e]); };
        auto edges =
            difference(old_rows(db_, sql::edge_digests, true), rows_.edges, by_id(rows_.edges), digest_of_edge);
        for (const auto& old : edges.removed) db_.run(sql::remove_edge, old.key);
        for (const auto& [place, old] : edges.changed) db_.run(sql::remove_edge, old.key);
        write_nodes();
        for (const auto& [place, old] : edges.changed) edges.added.push_back(place);
        std::sort(edges.added.begin(), edges.added.end());
        for (const auto place : edges.added) write_edge(rows_.edges[place]);
        changed_ |= !edges.removed.empty() || !edges.added.empty();
        return changed_;
    }

  private:
    void write_articles() {
        const auto digest_at = [&](std::uint32_t a) { return digest_of(rows_.articles[a]); };
        auto articles =
            difference(old_rows(db_, sql::article_digests, false), rows_.articles, by_id(rows_.articles), digest_at);
        for (const auto& old : articles.removed) db_.run(sql::remove_graph_article, old.id);
        for (const auto& [place, old] : articles.changed) {
            db_.run(sql::remove_graph_article, old.id);
            articles.added.push_back(place);
        }
        for (const auto place : articles.added) {
            const auto& a = rows_.articles[place];
            db_.run(sql::put_graph_article, a.id, a.sha256, a.title, a.published, a.source, a.language,
                    lines_of(a.names), lines_of(a.urls), a.words, a.syndicated, digest_at(place));
        }
        changed_ |= !articles.removed.empty() || !articles.added.empty();
    }

    void write_nodes() {
        const auto digest_at = [&](std::uint32_t n) { return digest_of(rows_.nodes[n], signs_[n]); };
        auto nodes = difference(old_rows(db_, sql::node_digests, true), rows_.nodes, by_id(rows_.nodes), digest_at);
        keys_.resize(rows_.nodes.size());
        std::map<std::string, std::vector<std::int64_t>> gone;
        std::int64_t last = 0;
        const auto seen = [&](const Old& old) { last = std::max(last, old.key); };
        for (const auto& old : nodes.removed) {
            seen(old);
            for (auto row = db_.ask(sql::signs_of, old.key); row.next();) gone[old.id].push_back(row.number(0));
            remove_names(old.key);
            db_.run(sql::remove_node, old.key);
        }
        for (const auto* part : {&nodes.same, &nodes.changed})
            for (const auto& [place, old] : *part) {
                seen(old);
                keys_[place] = old.key;
            }
        for (const auto& [place, old] : nodes.changed) put_node(sql::set_node, place, digest_at(place), true);
        for (const auto place : nodes.added) {
            keys_[place] = ++last;
            put_node(sql::add_node, place, digest_at(place), false);
            db_.run(sql::forget_moved, rows_.nodes[place].id);
        }
        for (const auto& [id, signs] : gone) note_move(id, signs);
        changed_ |= !nodes.removed.empty() || !nodes.changed.empty() || !nodes.added.empty();
    }

    void put_node(const char* sql, std::uint32_t place, std::int64_t digest, bool there) {
        const auto& n = rows_.nodes[place];
        const auto key = keys_[place];
        db_.run(sql, key, n.id, name_of(n.type), n.label, n.named, lines_of(n.aliases), n.country, n.cameo_actor,
                lines_of(n.ids), n.mentions, lines_of(n.articles), n.first_seen, n.last_seen, digest);
        if (there) db_.run(sql::remove_signs, key);
        for (const auto sign : signs_[place]) db_.run(sql::add_sign, key, sign);
        std::vector<std::string> names = {n.label};
        names.insert(names.end(), n.aliases.begin(), n.aliases.end());
        if (there) {
            std::vector<std::string> old;
            for (auto row = db_.ask(sql::names_of, key); row.next();) old.emplace_back(row.view(0));
            if (old == names) return;
            remove_names(key);
        }
        for (const auto& name : names) {
            const auto folded = name_key(name);
            db_.run(sql::add_name, key, name, folded);
            const auto row = db_.last_key();
            db_.run(sql::index_name, row, folded);
        }
    }

    void remove_names(std::int64_t node) {
        db_.run(sql::unindex_names, node);
        db_.run(sql::remove_names, node);
    }

    /// Most signs, then the same family, then the least id.
    void note_move(const std::string& id, const std::vector<std::int64_t>& signs) {
        std::map<std::string, std::size_t> heirs;
        for (const auto sign : signs)
            for (auto row = db_.ask(sql::nodes_of_sign, sign); row.next();) ++heirs[std::string(row.view(0))];
        const auto family = id.substr(0, id.find('_') + 1);
        const std::pair<const std::string, std::size_t>* best = nullptr;
        const auto rank = [&](const auto& heir) { return std::pair{heir.second, heir.first.starts_with(family)}; };
        for (const auto& heir : heirs)
            if (best == nullptr || rank(heir) > rank(*best)) best = &heir;
        if (best == nullptr) {
            db_.run(sql::forget_moved_to, id);
            return;
        }
        db_.run(sql::redirect_moved, id, best->first);
        db_.run(sql::set_moved, id, best->first);
    }

    void write_edge(const EdgeRow& e) {
        db_.run(sql::add_edge, e.id, keys_[e.source], e.relation, keys_[e.target], e.kind, e.label, name_of(e.status),
                e.statuses[0], e.statuses[1], e.statuses[2], e.statuses[3], e.former, e.symmetric, e.weight, e.sources,
                e.confidence, e.cameo, e.plover, e.first_date, e.last_date, digest_of(e));
        const auto key = db_.last_key();
        std::int64_t n = 0;
        for (const auto& v : e.evidence)
            db_.run(sql::add_evidence, key, n++, v.article, v.sentence.begin, v.sentence.end, v.text, v.subject.begin,
                    v.subject.end, v.trigger.begin, v.trigger.end, v.object.begin, v.object.end, name_of(v.status),
                    v.speaker_node, v.speaker_text, v.date, v.place, v.rule, v.construction, v.confidence);
    }

    Database& db_;
    const GraphRows& rows_;
    const std::vector<std::vector<std::int64_t>>& signs_;
    std::vector<std::int64_t> keys_;
    bool changed_ = false;
};

}  // namespace

bool write_graph_tables(Database& db, const Resolved& resolved) {
    return Writer(db, resolved).run();
}

}  // namespace chancery
