#include "graph/filter.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>

#include "graph/evidence_filter.hpp"
#include "graph/network.hpp"
#include "graph/summary.hpp"
#include "record/error.hpp"

namespace chancery {

namespace {

template <typename Value>
bool wanted(const std::vector<Value>& list, const Value& value) {
    return list.empty() || std::find(list.begin(), list.end(), value) != list.end();
}

/// Drops nodes and edges by mark. An edge without one of its ends goes, too.
void keep(GraphRows& rows, const std::vector<bool>& nodes) {
    constexpr std::uint32_t gone = 0xffffffff;
    std::vector<std::uint32_t> place(rows.nodes.size(), gone);
    std::vector<NodeRow> kept;
    for (std::size_t n = 0; n < rows.nodes.size(); ++n) {
        if (!nodes[n]) continue;
        place[n] = static_cast<std::uint32_t>(kept.size());
        kept.push_back(std::move(rows.nodes[n]));
    }
    rows.nodes = std::move(kept);
    std::erase_if(rows.edges,
                  [&](const EdgeRow& edge) { return place[edge.source] == gone || place[edge.target] == gone; });
    for (auto& edge : rows.edges) {
        edge.source = place[edge.source];
        edge.target = place[edge.target];
    }
}

std::vector<bool> linked(const GraphRows& rows) {
    std::vector<bool> marks(rows.nodes.size());
    for (const auto& edge : rows.edges) marks[edge.source] = marks[edge.target] = true;
    return marks;
}

class Filter {
  public:
    Filter(GraphRows rows, const GraphFilter& filter)
        : rows_(std::move(rows)), filter_(filter), articles_(rows_.articles) {}

    GraphRows run() {
        if (filter_.no_private_persons) rows_ = without_private_persons(rows_);
        std::optional<std::string> centre;
        if (!filter_.around.empty()) centre = centre_id();
        sift_evidence();
        sift_edges();
        sift_nodes(centre);
        if (centre) keep_around(*centre);
        if (filter_.top > 0) keep_top();
        if (filter_.per_mention) split();
        forget_speakers();
        return std::move(rows_);
    }

  private:
    [[nodiscard]] std::string centre_id() const {
        std::vector<std::string> found;
        for (const auto& node : rows_.nodes) {
            if (node.id == filter_.around) return node.id;
            const bool alias =
                std::find(node.aliases.begin(), node.aliases.end(), filter_.around) != node.aliases.end();
            if (node.label == filter_.around || alias) found.push_back(node.id);
        }
        if (found.empty())
            throw Error("--around: no node has the id, label or alias '" + filter_.around +
                        "'. Look for it in the table that chancery convert GRAPH prints.");
        if (found.size() == 1) return found.front();
        std::string ids;
        for (const auto& id : found) ids += (ids.empty() ? "" : ", ") + id;
        throw Error("--around: '" + filter_.around + "' names several nodes. Give one of the ids " + ids + ".");
    }

    void sift_evidence() {
        const EvidenceFilter evidence(articles_, {filter_.since, filter_.until, filter_.sources});
        if (evidence.active()) std::erase_if(rows_.edges, [&](EdgeRow& edge) { return !evidence.sift(edge); });
    }

    void sift_edges() {
        std::erase_if(rows_.edges, [&](const EdgeRow& edge) {
            const bool statuses = filter_.per_mention
                                      ? std::any_of(edge.evidence.begin(), edge.evidence.end(),
                                                    [&](const auto& e) { return wanted(filter_.statuses, e.status); })
                                      : wanted(filter_.statuses, edge.status);
            return !statuses || !wanted(filter_.relations, edge.relation) || !wanted(filter_.kinds, edge.kind) ||
                   edge.weight < filter_.min_weight || edge.confidence < filter_.min_confidence;
        });
    }

    /// Who asks for certain edges does not want the nodes that have none of them.
    void sift_nodes(const std::optional<std::string>& centre) {
        const bool by_edge = !filter_.relations.empty() || !filter_.kinds.empty() || !filter_.statuses.empty() ||
                             !filter_.sources.empty() || !filter_.since.empty() || !filter_.until.empty() ||
                             filter_.min_weight > 0 || filter_.min_confidence > 0;
        if (!filter_.types.empty()) {
            std::vector<bool> marks(rows_.nodes.size());
            for (std::size_t n = 0; n < marks.size(); ++n)
                marks[n] = wanted(filter_.types, rows_.nodes[n].type) || (centre && rows_.nodes[n].id == *centre);
            keep(rows_, marks);
        }
        if (!by_edge) return;
        auto marks = linked(rows_);
        for (std::size_t n = 0; n < marks.size(); ++n)
            if (centre && rows_.nodes[n].id == *centre) marks[n] = true;
        keep(rows_, marks);
    }

    void keep_around(const std::string& centre) {
        const auto at = std::find_if(rows_.nodes.begin(), rows_.nodes.end(),
                                     [&](const NodeRow& node) { return node.id == centre; });
        std::vector<bool> marks(rows_.nodes.size());
        for (const auto n :
             Network(GraphView(rows_)).around(static_cast<std::uint32_t>(at - rows_.nodes.begin()), filter_.hops))
            marks[n] = true;
        keep(rows_, marks);
    }

    /// Most weight of edges first, then most mentions, then the bytewise least id.
    void keep_top() {
        std::vector<std::uint64_t> weight(rows_.nodes.size());
        for (const auto& edge : rows_.edges) {
            weight[edge.source] += edge.weight;
            weight[edge.target] += edge.weight;
        }
        std::vector<std::size_t> order(rows_.nodes.size());
        for (std::size_t n = 0; n < order.size(); ++n) order[n] = n;
        std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            const auto &one = rows_.nodes[a], &other = rows_.nodes[b];
            return std::tuple(weight[b], other.mentions, std::string_view(one.id)) <
                   std::tuple(weight[a], one.mentions, std::string_view(other.id));
        });
        std::vector<bool> marks(rows_.nodes.size());
        for (std::size_t i = 0; i < std::min<std::size_t>(filter_.top, order.size()); ++i) marks[order[i]] = true;
        keep(rows_, marks);
    }

    void split() {
        std::vector<EdgeRow> mentions;
        for (auto& edge : rows_.edges) {
            const std::string label(bare_label(edge));
            std::uint32_t number = 0;
            auto evidence = std::move(edge.evidence);
            for (auto& piece : evidence) {
                ++number;
                if (!wanted(filter_.statuses, piece.status)) continue;
                mentions.push_back(edge);
                auto& mention = mentions.back();
                mention.id += "_" + std::to_string(number);
                mention.evidence.clear();
                mention.evidence.push_back(std::move(piece));
                summarise(mention, label, articles_.published);
                mention.weight = mention.sources = 1;
            }
        }
        rows_.edges = std::move(mentions);
    }

    /// A speaker that is no node any more keeps the words alone.
    void forget_speakers() {
        std::set<std::string_view> ids;
        for (const auto& node : rows_.nodes) ids.insert(node.id);
        for (auto& edge : rows_.edges)
            for (auto& evidence : edge.evidence)
                if (!ids.contains(evidence.speaker_node)) evidence.speaker_node.clear();
    }

    GraphRows rows_;
    const GraphFilter& filter_;
    ArticleFacets articles_;
};

}  // namespace

GraphRows filtered(GraphRows rows, const GraphFilter& filter) {
    return Filter(std::move(rows), filter).run();
}

}  // namespace chancery
