#include "query/entities.hpp"

#include <algorithm>
#include <set>

#include "query/page.hpp"
#include "record/error.hpp"

namespace chancery {

namespace {

template <typename Value>
bool wanted(const std::vector<Value>& list, const Value& value) {
    return list.empty() || std::find(list.begin(), list.end(), value) != list.end();
}

class Search {
  public:
    Search(const Snapshot& graph, const EntityQuery& query) : graph_(graph), query_(query) {
        for (std::uint32_t s = 0; s < graph.sources().size(); ++s)
            if (wanted(query.sources, graph.sources()[s])) sources_.push_back(s);
        order_ = query.order.value_or(query.words.empty() ? EntityOrder::weight : EntityOrder::match);
    }

    EntityPage run() {
        const Cursor cursor(query_.cursor, name());
        EntityPage page;
        auto hits = fitting();
        page.total = hits.size();
        for (const auto& facet : query_.facets) page.facets.push_back(count(facet, hits));
        page.hits = page_of(
            std::move(hits), [&](const EntityHit& hit) { return key(hit); }, cursor, name(), query_.limit, page.next);
        return page;
    }

  private:
    [[nodiscard]] std::string_view name() const { return entity_order_names[static_cast<std::size_t>(order_)]; }

    [[nodiscard]] std::vector<EntityHit> fitting() const {
        std::vector<EntityHit> hits;
        if (!query_.words.empty()) {
            hits = graph_.names().find(query_.words);
        } else {
            hits.resize(graph_.rows().nodes.size());
            for (std::uint32_t n = 0; n < hits.size(); ++n) hits[n].node = n;
        }
        std::size_t looked = 0;
        std::erase_if(hits, [&](const EntityHit& hit) {
            if (++looked % 4096 == 0) query_.deadline.check();
            return !fits(hit.node);
        });
        return hits;
    }

    [[nodiscard]] bool fits(std::uint32_t n) const {
        const auto& node = graph_.rows().nodes[n];
        if (!wanted(query_.types, node.type) || !wanted(query_.countries, node.country)) return false;
        if (!query_.sources.empty()) {
            const auto mine = graph_.node_sources(n);
            if (std::find_first_of(mine.begin(), mine.end(), sources_.begin(), sources_.end()) == mine.end())
                return false;
        }
        if (query_.relations.empty() && query_.statuses.empty()) return true;
        const auto links = graph_.links(n);
        return std::any_of(links.begin(), links.end(), [&](const auto& link) {
            const auto& edge = graph_.rows().edges[link.edge];
            return wanted(query_.relations, edge.relation) && wanted(query_.statuses, edge.status);
        });
    }

    [[nodiscard]] SortKey key(const EntityHit& hit) const {
        const auto& node = graph_.rows().nodes[hit.node];
        const auto weight = descending(graph_.weight(hit.node)), mentions = descending(node.mentions);
        switch (order_) {
            case EntityOrder::match:
                return {{static_cast<std::uint64_t>(hit.match), weight, mentions}, {}, node.id};
            case EntityOrder::weight:
                return {{weight, mentions, 0}, {}, node.id};
            case EntityOrder::mentions:
                return {{mentions, weight, 0}, {}, node.id};
            case EntityOrder::degree:
                return {{descending(graph_.links(hit.node).size()), weight, 0}, {}, node.id};
            case EntityOrder::label:
                return {{}, node.label, node.id};
            case EntityOrder::id:
                break;
        }
        return {{}, {}, node.id};
    }

    /// What a node counts as in a facet.
    template <typename Visit>
    void values(std::string_view facet, std::uint32_t n, Visit visit) const {
        const auto& node = graph_.rows().nodes[n];
        if (facet == "type") return visit(name_of(node.type));
        if (facet == "country") return visit(std::string_view(node.country));
        std::set<std::string_view> once;
        for (const auto& link : graph_.links(n)) {
            const auto& edge = graph_.rows().edges[link.edge];
            once.insert(facet == "relation" ? std::string_view(edge.relation) : name_of(edge.status));
        }
        for (const auto value : once) visit(value);
    }

    [[nodiscard]] Facet count_sources(const std::vector<EntityHit>& hits) const {
        std::vector<std::uint64_t> by_source(graph_.sources().size());
        for (const auto& hit : hits)
            for (const auto s : graph_.node_sources(hit.node)) ++by_source[s];
        std::map<std::string_view, std::uint64_t> counts;
        for (std::size_t s = 0; s < by_source.size(); ++s)
            if (by_source[s] > 0 && !graph_.sources()[s].empty()) counts[graph_.sources()[s]] = by_source[s];
        return facet_of("source", counts);
    }

    [[nodiscard]] Facet count(const std::string& facet, const std::vector<EntityHit>& hits) const {
        if (std::find(entity_facet_names.begin(), entity_facet_names.end(), facet) == entity_facet_names.end())
            throw UsageError("facets: '" + facet + "' is none. Use type, country, relation, status, source.");
        std::map<std::string_view, std::uint64_t> counts;
        if (facet == "source") return count_sources(hits);
        for (std::size_t h = 0; h < hits.size(); ++h) {
            if (h % 4096 == 4095) query_.deadline.check();
            values(facet, hits[h].node, [&](std::string_view value) {
                if (!value.empty()) ++counts[value];
            });
        }
        return facet_of(facet, counts);
    }

    const Snapshot& graph_;
    const EntityQuery& query_;
    std::vector<std::uint32_t> sources_;
    EntityOrder order_ = EntityOrder::weight;
};

}  // namespace

EntityPage find_entities(const Snapshot& graph, const EntityQuery& query) {
    return Search(graph, query).run();
}

}  // namespace chancery
