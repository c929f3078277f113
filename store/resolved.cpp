#include "store/resolved.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "graph/build.hpp"
#include "resolve/join.hpp"
#include "resolve/resolve.hpp"
#include "store/digest.hpp"
#include "store/facts_rows.hpp"
#include "store/facts_sql.hpp"
#include "store/graph_sql.hpp"
#include "store/lists.hpp"

namespace chancery {

namespace {

/// Of several copies of one text the first is read for its facts, as join_articles() does; the others give their heads.
std::vector<ArticleFacts> load_facts(Database& db, const RelationCatalog& catalog) {
    struct Head {
        ArticleFacts facts;
        std::int64_t reading = 0;
    };
    std::vector<Head> heads;
    {
        auto rows = db.ask(sql::copies);
        std::int64_t article = 0;
        std::string urls;
        while (rows.next()) {
            auto& head = heads.emplace_back();
            auto& facts = head.facts;
            rows.read(article, facts.sha256, facts.id, facts.title, facts.published, facts.source, urls, head.reading);
            facts.names = {facts.id};
            facts.urls = split_list(urls);
        }
    }
    std::vector<ArticleFacts> all;
    all.reserve(heads.size());
    for (auto& head : heads) {
        if (all.empty() || all.back().sha256 != head.facts.sha256) read_reading(db, head.reading, catalog, head.facts);
        all.push_back(std::move(head.facts));
    }
    return all;
}

std::map<std::string, std::string> versions_of(Database& db) {
    std::array<std::set<std::string>, 3> found;
    std::array<std::string, 3> values;
    auto rows = db.ask(sql::readers_in_use);
    while (rows.next()) {
        rows.read(values[0], values[1], values[2]);
        for (std::size_t i = 0; i < values.size(); ++i) found.at(i).insert(values.at(i));
    }
    std::map<std::string, std::string> versions = {{"version", CHANCERY_VERSION}};
    constexpr std::array<const char*, 3> names = {"model", "rules", "cleaner"};
    for (std::size_t i = 0; i < names.size(); ++i) {
        auto& text = versions[names.at(i)];
        for (const auto& value : found.at(i)) text += (text.empty() ? "" : ", ") + value;
    }
    return versions;
}

std::int64_t sign_of(const Signature& s, const ArticleFacts& facts) {
    RowDigest digest;
    digest.add(s.name).add(s.country).add(lines_of(s.offices)).add(s.article == facts.id ? facts.sha256 : s.article);
    return digest.value();
}

}  // namespace

Resolved resolve_store(Database& db) {
    const auto catalog = read_catalog(db);
    auto facts = join_articles(load_facts(db, catalog));
    Resolved resolved;
    auto decided = apply_decisions(stored_decisions(db), facts);
    resolved.idle = std::move(decided.idle);
    std::vector<Signature> signatures;
    for (const auto& article : facts)
        for (const auto& entity : article.entities) signatures.push_back(entity.signature);
    const auto resolution = resolve(std::move(signatures), decided.rulings);
    resolved.rows = build_graph(facts, resolution, catalog, versions_of(db));
    const auto& nodes = resolved.rows.nodes;
    resolved.signs.resize(nodes.size());
    for (const auto& article : facts)
        for (const auto& entity : article.entities) {
            const auto& id = resolution.node_of(entity.signature);
            const auto node = std::lower_bound(nodes.begin(), nodes.end(), id,
                                               [](const NodeRow& row, const std::string& key) { return row.id < key; });
            resolved.signs[static_cast<std::size_t>(node - nodes.begin())].push_back(
                sign_of(entity.signature, article));
        }
    for (auto& signs : resolved.signs) {
        std::sort(signs.begin(), signs.end());
        signs.erase(std::unique(signs.begin(), signs.end()), signs.end());
    }
    return resolved;
}

std::vector<Decision> stored_decisions(Database& db) {
    auto text = state_of(db, "decisions");
    return text.empty() ? std::vector<Decision>() : parse_decisions(std::move(text), state_of(db, "decisions_name"));
}

std::string state_of(Database& db, const char* name) {
    auto row = db.ask(sql::state, name);
    return row.next() ? std::string(row.view(0)) : std::string();
}

bool graph_is_current(Database& db) {
    return state_of(db, "graph_by") == CHANCERY_VERSION && state_of(db, "graph_of") == state_of(db, "facts");
}

}  // namespace chancery
