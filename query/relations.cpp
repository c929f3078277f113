#include "query/relations.hpp"

#include <algorithm>

#include "graph/evidence_filter.hpp"
#include "query/fold.hpp"
#include "query/page.hpp"
#include "record/error.hpp"

namespace chancery {

namespace {

template <typename Value>
bool wanted(const std::vector<Value>& list, const Value& value) {
    return list.empty() || std::find(list.begin(), list.end(), value) != list.end();
}

/// An edge that fits, with what sorts it.
struct Found {
    std::uint32_t edge;
    SortKey key;
};

class Search {
  public:
    Search(const Snapshot& graph, const RelationQuery& query)
        : graph_(graph),
          query_(query),
          words_(lower_words(query.words)),
          evidence_(graph.article_facets(), wish()),
          relations_(graph.marked_relations(query.relations)),
          by_relation_(graph.relations().size()) {
        for (const auto& facet : query.facets)
            if (std::find(relation_facet_names.begin(), relation_facet_names.end(), facet) ==
                relation_facet_names.end())
                throw UsageError("facets: '" + facet +
                                 "' is none. Use relation, kind, status, subject_type, object_type, source.");
        counts_.resize(query.facets.size());
    }

    RelationPage run() {
        const Cursor cursor(query_.cursor, name());
        collect();
        RelationPage page;
        page.total = found_.size();
        const auto kept = page_of(
            std::move(found_), [](const Found& one) { return one.key; }, cursor, name(), query_.limit, page.next);
        for (const auto& one : kept) {
            page.edges.push_back(graph_.rows().edges[one.edge]);
            evidence_.sift(page.edges.back());
        }
        for (std::size_t f = 0; f < query_.facets.size(); ++f) {
            for (std::size_t r = 0; r < by_relation_.size() && query_.facets[f] == "relation"; ++r)
                if (by_relation_[r] > 0) counts_[f][graph_.relations()[r]] = by_relation_[r];
            page.facets.push_back(facet_of(query_.facets[f], counts_[f]));
        }
        return page;
    }

  private:
    [[nodiscard]] std::string_view name() const { return relation_order_names[static_cast<std::size_t>(query_.order)]; }

    [[nodiscard]] EvidenceWish wish() const {
        EvidenceWish wish{query_.since, query_.until, query_.sources};
        if (!words_.empty())
            wish.also = [this](const EvidenceRow& evidence) { return holds_all(evidence.text, words_); };
        return wish;
    }

    /// Follows the links of an end when one is given, else looks at every edge.
    void collect() {
        const auto& edges = graph_.rows().edges;
        const auto start = query_.subject ? query_.subject : query_.object ? query_.object : query_.entity;
        std::size_t looked = 0;
        const auto look = [&](std::uint32_t e) {
            if (++looked % 1024 == 0) query_.deadline.check();
            if (fits(graph_.brief(e)) && fits_ends(edges[e])) take(e);
        };
        if (start)
            for (const auto& link : graph_.links(*start)) look(link.edge);
        else
            for (std::uint32_t e = 0; e < edges.size(); ++e) look(e);
    }

    /// What can be told without the row. Status, weight and confidence only when no evidence is left out.
    [[nodiscard]] bool fits(const Snapshot::EdgeBrief& edge) const {
        if (!relations_[edge.relation]) return false;
        if (query_.entity && edge.source != *query_.entity && edge.target != *query_.entity) return false;
        return evidence_.active() || fits(edge.status, edge.weight, edge.confidence);
    }

    [[nodiscard]] bool fits(Status status, std::uint32_t weight, std::uint16_t confidence) const {
        return wanted(query_.statuses, status) && weight >= query_.min_weight && confidence >= query_.min_confidence;
    }

    [[nodiscard]] bool fits_ends(const EdgeRow& edge) const {
        if (!wanted(query_.kinds, edge.kind)) return false;
        return fits_ends(edge.source, edge.target) || (edge.symmetric && fits_ends(edge.target, edge.source));
    }

    [[nodiscard]] bool fits_ends(std::uint32_t subject, std::uint32_t object) const {
        const auto& nodes = graph_.rows().nodes;
        return (!query_.subject || *query_.subject == subject) && (!query_.object || *query_.object == object) &&
               wanted(query_.subject_types, nodes[subject].type) && wanted(query_.object_types, nodes[object].type);
    }

    void take(std::uint32_t e) {
        const auto& whole = graph_.rows().edges[e];
        if (!evidence_.active()) return take(e, whole);
        const bool any = std::any_of(whole.evidence.begin(), whole.evidence.end(),
                                     [&](const auto& piece) { return evidence_.passes(piece); });
        if (!any) return;
        auto sifted = whole;
        evidence_.sift(sifted);
        take(e, sifted);
    }

    void take(std::uint32_t e, const EdgeRow& edge) {
        if (!fits(edge.status, edge.weight, edge.confidence)) return;
        found_.push_back({e, key(edge, graph_.rows().edges[e].id)});
        for (std::size_t f = 0; f < counts_.size(); ++f) count(query_.facets[f], e, edge, counts_[f]);
    }

    [[nodiscard]] SortKey key(const EdgeRow& edge, std::string_view id) const {
        const auto weight = descending(edge.weight), confidence = descending(edge.confidence);
        const auto day = descending(day_number(edge.last_date));
        switch (query_.order) {
            case RelationOrder::weight:
                return {{weight, confidence, day}, {}, id};
            case RelationOrder::date:
                return {{day, weight, confidence}, {}, id};
            case RelationOrder::confidence:
                return {{confidence, weight, day}, {}, id};
            case RelationOrder::id:
                break;
        }
        return {{}, {}, id};
    }

    using Counts = std::map<std::string_view, std::uint64_t>;

    void count(std::string_view facet, std::uint32_t e, const EdgeRow& edge, Counts& counts) {
        const auto& row = graph_.rows().edges[e];
        const auto& nodes = graph_.rows().nodes;
        if (facet == "relation") ++by_relation_[graph_.brief(e).relation];
        if (facet == "kind") ++counts[row.kind];
        if (facet == "status") ++counts[name_of(edge.status)];
        if (facet == "subject_type") ++counts[name_of(nodes[row.source].type)];
        if (facet == "object_type") ++counts[name_of(nodes[row.target].type)];
        if (facet == "source")
            for (const auto s : graph_.edge_sources(e))
                if (const auto& source = graph_.sources()[s]; !source.empty() && wanted(query_.sources, source))
                    ++counts[source];
    }

    const Snapshot& graph_;
    const RelationQuery& query_;
    std::vector<std::string> words_;
    EvidenceFilter evidence_;
    std::vector<Found> found_;
    std::vector<bool> relations_;             ///< those asked for
    std::vector<std::uint64_t> by_relation_;  ///< counts of the facet
    std::vector<Counts> counts_;
};

}  // namespace

RelationPage find_relations(const Snapshot& graph, const RelationQuery& query) {
    return Search(graph, query).run();
}

}  // namespace chancery
