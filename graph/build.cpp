// Merges the facts of many articles into the rows of one graph.
//
// Nodes first: every entity adds its names, counts and dates to the node its signature resolves to. Then edges: every
// assertion adds one piece of evidence to the edge of its ends and relation. Both are kept in ordered maps by id, and
// what is chosen (label, status, dates) is chosen by content, so the order of the articles leaves no trace.
#include "graph/build.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "graph/sources.hpp"
#include "graph/summary.hpp"
#include "resolve/digest.hpp"

namespace chancery {

namespace {

struct NodeDraft {
    NodeRow row;
    std::map<std::string, std::uint32_t> names;
    std::set<std::string> articles;
    std::set<std::string> countries;
    bool official = false, named = false;
};

std::size_t word_count(const std::string& name) {
    return static_cast<std::size_t>(std::count(name.begin(), name.end(), ' ')) + 1;
}

/// The fullest name: most words for persons, else the most frequent; then bytewise.
std::string best_label(const NodeDraft& draft, bool human) {
    const std::pair<const std::string, std::uint32_t>* best = nullptr;
    const auto rank = [&](const auto& name) {
        return human ? std::pair{word_count(name.first), std::size_t{name.second}}
                     : std::pair{std::size_t{name.second}, word_count(name.first)};
    };
    for (const auto& name : draft.names)
        if (best == nullptr || rank(name) > rank(*best)) best = &name;
    return best == nullptr ? draft.row.id : best->first;
}

void add_entity(NodeDraft& draft, const Entity& entity, const ArticleFacts& facts) {
    draft.official |= entity.type == EntityType::official;
    draft.named |= entity.named;
    draft.names[entity.label] += std::max(1U, entity.mentions);
    for (const auto& alias : entity.aliases) draft.names.try_emplace(alias, 0U);
    if (draft.row.label.empty()) draft.row.type = entity.type;
    draft.row.label = entity.label;
    draft.row.mentions += entity.mentions;
    if (!entity.signature.country.empty()) draft.countries.insert(entity.signature.country);
    for (const auto& [key, value] : entity.ids) draft.row.ids.emplace(key, value);
    draft.articles.insert(facts.id);
    widen(draft.row.first_seen, draft.row.last_seen, facts.published, facts.published);
}

/// The name a user gave the node comes first, what it was called stays an alias.
void rename(NodeRow& row, const std::string& label) {
    if (label.empty() || label == row.label) return;
    row.aliases.push_back(row.label);
    std::erase(row.aliases, label);
    std::sort(row.aliases.begin(), row.aliases.end());
    row.label = label;
}

NodeRow finish(NodeDraft& draft) {
    auto& row = draft.row;
    if (draft.official) row.type = EntityType::official;
    row.named = draft.named;
    const bool fixed = row.type == EntityType::country;  // every article calls it the same
    if (!fixed) row.label = best_label(draft, is_human(row.type));
    for (const auto& [name, count] : draft.names)
        if (name != row.label) row.aliases.push_back(name);
    if (!draft.countries.empty()) row.country = *draft.countries.begin();
    if (row.ids.contains("cameo")) row.cameo_actor = row.ids["cameo"];
    row.articles.assign(draft.articles.begin(), draft.articles.end());
    return std::move(row);
}

ArticleRow article_row(const ArticleFacts& facts) {
    return {facts.id,       facts.sha256, facts.title, facts.published,  facts.source,
            facts.language, facts.names,  facts.urls,  facts.word_count, {}};
}

EvidenceRow evidence_row(const Assertion& a, const ArticleFacts& facts, const std::string& speaker) {
    return {facts.id, a.sentence,     a.sentence_text, a.subject_mark, a.trigger_mark, a.object_mark,  a.status,
            speaker,  a.speaker_text, a.date,          a.place,        a.rule,         a.construction, a.confidence};
}

auto evidence_key(const EvidenceRow& e) {
    return std::tie(e.article, e.sentence, e.subject, e.trigger, e.object, e.rule, e.construction);
}

void finish(EdgeRow& edge, const Published& published, const Relation& relation, bool all_former) {
    std::sort(edge.evidence.begin(), edge.evidence.end(),
              [](const auto& a, const auto& b) { return evidence_key(a) < evidence_key(b); });
    edge.evidence.erase(std::unique(edge.evidence.begin(), edge.evidence.end(),
                                    [](const auto& a, const auto& b) { return evidence_key(a) == evidence_key(b); }),
                        edge.evidence.end());
    summarise(edge, relation.label, published);
    edge.former = all_former;
}

class Builder {
  public:
    Builder(std::span<const ArticleFacts> facts, const Resolution& resolution, const RelationCatalog& catalog)
        : facts_(facts), resolution_(resolution), catalog_(catalog) {}

    GraphRows run() {
        std::vector<const ArticleFacts*> order;
        for (const auto& facts : facts_) order.push_back(&facts);
        std::sort(order.begin(), order.end(),
                  [](const auto* a, const auto* b) { return std::tie(a->id, a->sha256) < std::tie(b->id, b->sha256); });
        const auto groups = find_source_groups(order);
        GraphRows rows;
        for (const auto* facts : order) {
            rows.articles.push_back(article_row(*facts));
            if (const auto group = groups.find(facts->id); group != groups.end())
                rows.articles.back().syndicated = group->second;
            published_[facts->id] = facts->published;
            for (const auto& entity : facts->entities) {
                auto& draft = nodes_[resolution_.node_of(entity.signature)];
                add_entity(draft, entity, *facts);
            }
        }
        for (const auto* facts : order)
            for (const auto& assertion : facts->assertions) add_assertion(*facts, assertion);
        std::map<std::string, std::uint32_t> index;
        for (auto& [id, draft] : nodes_) {
            index[id] = static_cast<std::uint32_t>(rows.nodes.size());
            draft.row.id = id;
            rows.nodes.push_back(finish(draft));
            rename(rows.nodes.back(), resolution_.label_of(id));
        }
        for (auto& [key, edge] : edges_) {
            const auto& [source, relation, target] = key;
            edge.source = index.at(source);
            edge.target = index.at(target);
            finish(edge, published_, catalog_.at(catalog_.require(relation, "graph")), !current_.contains(key));
            count_sources(edge, groups);
            rows.edges.push_back(std::move(edge));
        }
        return rows;
    }

  private:
    using Key = std::tuple<std::string, std::string, std::string>;

    void add_assertion(const ArticleFacts& facts, const Assertion& assertion) {
        const auto& relation = catalog_.at(assertion.relation);
        auto source = resolution_.node_of(facts.entities[assertion.subject].signature);
        auto target = resolution_.node_of(facts.entities[assertion.object].signature);
        if (source == target) return;
        auto evidence = evidence_row(assertion, facts,
                                     assertion.speaker == no_entity
                                         ? std::string()
                                         : resolution_.node_of(facts.entities[assertion.speaker].signature));
        if (relation.symmetric && target < source) {
            std::swap(source, target);
            std::swap(evidence.subject, evidence.object);
        }
        const Key key{source, relation.id, target};
        auto& edge = edges_[key];
        if (edge.id.empty()) {
            edge.id = "e_" + digest32(source + '\0' + relation.id + '\0' + target, 12);
            edge.relation = relation.id;
            edge.kind = relation.kind;
            edge.symmetric = relation.symmetric;
            edge.cameo = relation.cameo;
            edge.plover = relation.plover;
        }
        if (!assertion.former) current_.insert(key);
        edge.evidence.push_back(std::move(evidence));
    }

    std::span<const ArticleFacts> facts_;
    const Resolution& resolution_;
    const RelationCatalog& catalog_;
    std::map<std::string, NodeDraft> nodes_;
    std::map<Key, EdgeRow> edges_;
    std::set<Key> current_;
    Published published_;
};

}  // namespace

GraphRows build_graph(std::span<const ArticleFacts> facts, const Resolution& resolution, const RelationCatalog& catalog,
                      std::map<std::string, std::string> versions) {
    auto rows = Builder(facts, resolution, catalog).run();
    rows.versions = std::move(versions);
    return rows;
}

}  // namespace chancery
