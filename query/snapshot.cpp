#include "query/snapshot.hpp"

#include <algorithm>
#include <numeric>
#include <set>

#include "record/error.hpp"

namespace chancery {

namespace {

template <typename T>
std::size_t bytes_of(const std::vector<T>& list) {
    return list.capacity() * sizeof(T);
}

/// Adds the different numbers of `list`, sorted, as the next row of `rows`.
void add_row(std::vector<std::uint32_t>& list, std::vector<std::uint32_t>& rows, std::vector<std::size_t>& offsets) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
    rows.insert(rows.end(), list.begin(), list.end());
    offsets.push_back(rows.size());
    list.clear();
}

}  // namespace

Snapshot::Snapshot(GraphRows rows, std::string tag)
    : rows_(std::move(rows)), tag_(std::move(tag)), article_facets_(rows_.articles) {
    sort_nodes();
    add_ids();
    add_briefs();
    add_links();
    add_sources();
    names_ = NameIndex(rows_.nodes);
}

void Snapshot::sort_nodes() {
    const auto by_id = [](const NodeRow& a, const NodeRow& b) { return a.id < b.id; };
    if (std::is_sorted(rows_.nodes.begin(), rows_.nodes.end(), by_id)) return;
    std::vector<std::uint32_t> order(rows_.nodes.size()), place(rows_.nodes.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return by_id(rows_.nodes[a], rows_.nodes[b]); });
    std::vector<NodeRow> sorted;
    sorted.reserve(order.size());
    for (const auto n : order) {
        place[n] = static_cast<std::uint32_t>(sorted.size());
        sorted.push_back(std::move(rows_.nodes[n]));
    }
    rows_.nodes = std::move(sorted);
    for (auto& edge : rows_.edges) {
        edge.source = place[edge.source];
        edge.target = place[edge.target];
    }
}

void Snapshot::add_ids() {
    edges_by_id_.resize(rows_.edges.size());
    std::iota(edges_by_id_.begin(), edges_by_id_.end(), 0);
    std::sort(edges_by_id_.begin(), edges_by_id_.end(),
              [&](auto a, auto b) { return rows_.edges[a].id < rows_.edges[b].id; });
    for (std::uint32_t a = 0; a < rows_.articles.size(); ++a) {
        const auto& article = rows_.articles[a];
        articles_by_name_.emplace_back(article.id, a);
        articles_by_name_.emplace_back(article.sha256, a);
        for (const auto& name : article.names)
            if (name != article.id) articles_by_name_.emplace_back(name, a);
    }
    std::sort(articles_by_name_.begin(), articles_by_name_.end());
}

void Snapshot::add_briefs() {
    std::set<std::string_view> names;
    for (const auto& edge : rows_.edges) names.insert(edge.relation);
    relations_.assign(names.begin(), names.end());
    for (const auto& edge : rows_.edges) {
        const auto at = std::lower_bound(relations_.begin(), relations_.end(), edge.relation) - relations_.begin();
        briefs_.push_back(
            {edge.source, edge.target, edge.weight, static_cast<std::uint16_t>(at), edge.confidence, edge.status});
    }
}

std::vector<bool> Snapshot::marked_relations(std::span<const std::string> wanted) const {
    std::vector<bool> marks(relations_.size(), wanted.empty());
    for (std::size_t r = 0; r < relations_.size() && !wanted.empty(); ++r)
        marks[r] = std::find(wanted.begin(), wanted.end(), relations_[r]) != wanted.end();
    return marks;
}

void Snapshot::add_links() {
    link_offsets_.assign(rows_.nodes.size() + 1, 0);
    weights_.assign(rows_.nodes.size(), 0);
    const auto each = [&](auto visit) {
        for (std::uint32_t e = 0; e < rows_.edges.size(); ++e) {
            const auto& edge = rows_.edges[e];
            visit(edge.source, edge.target, e);
            if (edge.source != edge.target) visit(edge.target, edge.source, e);
        }
    };
    each([&](auto node, auto, auto e) {
        ++link_offsets_[node + 1];
        weights_[node] += rows_.edges[e].weight;
    });
    std::partial_sum(link_offsets_.begin(), link_offsets_.end(), link_offsets_.begin());
    links_.resize(link_offsets_.back());
    auto next = link_offsets_;
    each([&](auto node, auto other, auto e) { links_[next[node]++] = {other, e}; });
    for (std::size_t n = 0; n < rows_.nodes.size(); ++n)
        std::sort(links_.begin() + static_cast<std::ptrdiff_t>(link_offsets_[n]),
                  links_.begin() + static_cast<std::ptrdiff_t>(link_offsets_[n + 1]),
                  [](const Link& a, const Link& b) { return std::pair(a.other, a.edge) < std::pair(b.other, b.edge); });
}

void Snapshot::add_sources() {
    for (const auto& article : rows_.articles) sources_.push_back(article.source);
    std::sort(sources_.begin(), sources_.end());
    sources_.erase(std::unique(sources_.begin(), sources_.end()), sources_.end());
    const auto source_of = [&](const std::string& article_id, std::vector<std::uint32_t>& list) {
        const auto a = article(article_id);
        if (!a) return;
        const auto at = std::lower_bound(sources_.begin(), sources_.end(), rows_.articles[*a].source);
        list.push_back(static_cast<std::uint32_t>(at - sources_.begin()));
    };
    std::vector<std::uint32_t> list;
    node_source_offsets_ = edge_source_offsets_ = {0};
    for (const auto& node : rows_.nodes) {
        for (const auto& id : node.articles) source_of(id, list);
        add_row(list, node_sources_, node_source_offsets_);
    }
    for (const auto& edge : rows_.edges) {
        for (const auto& evidence : edge.evidence) source_of(evidence.article, list);
        add_row(list, edge_sources_, edge_source_offsets_);
    }
}

std::optional<std::uint32_t> Snapshot::node(std::string_view id) const {
    const auto at = std::lower_bound(rows_.nodes.begin(), rows_.nodes.end(), id,
                                     [](const NodeRow& node, std::string_view wanted) { return node.id < wanted; });
    if (at == rows_.nodes.end() || at->id != id) return std::nullopt;
    return static_cast<std::uint32_t>(at - rows_.nodes.begin());
}

std::optional<std::uint32_t> Snapshot::edge(std::string_view id) const {
    const auto at = std::lower_bound(edges_by_id_.begin(), edges_by_id_.end(), id,
                                     [&](auto e, std::string_view wanted) { return rows_.edges[e].id < wanted; });
    if (at == edges_by_id_.end() || rows_.edges[*at].id != id) return std::nullopt;
    return *at;
}

std::optional<std::uint32_t> Snapshot::article(std::string_view id) const {
    const auto at = std::lower_bound(articles_by_name_.begin(), articles_by_name_.end(), std::pair(id, 0U));
    if (at == articles_by_name_.end() || at->first != id) return std::nullopt;
    return at->second;
}

std::size_t Snapshot::index_bytes() const {
    std::size_t sum = bytes_of(edges_by_id_) + bytes_of(articles_by_name_) + bytes_of(link_offsets_) +
                      bytes_of(node_source_offsets_) + bytes_of(edge_source_offsets_) + bytes_of(links_) +
                      bytes_of(briefs_) + bytes_of(weights_) + bytes_of(node_sources_) + bytes_of(edge_sources_) +
                      names_.bytes();
    for (const auto& source : sources_) sum += sizeof(std::string) + source.capacity();
    return sum;
}

std::uint32_t require_node(const Snapshot& graph, std::string_view name) {
    if (const auto found = graph.node(name)) return *found;
    const auto& nodes = graph.rows().nodes;
    auto hits = graph.names().find(name);
    const auto named = [&](const EntityHit& hit) {
        const auto& node = nodes[hit.node];
        return node.label == name || std::find(node.aliases.begin(), node.aliases.end(), name) != node.aliases.end();
    };
    std::vector<EntityHit> meant;
    std::copy_if(hits.begin(), hits.end(), std::back_inserter(meant), named);
    if (meant.empty())
        std::copy_if(hits.begin(), hits.end(), std::back_inserter(meant),
                     [](const auto& hit) { return hit.match == NameMatch::exact; });
    if (meant.size() == 1) return meant.front().node;
    const bool several = !meant.empty();
    auto& shown = several ? meant : hits;
    std::sort(shown.begin(), shown.end(), [&](const auto& a, const auto& b) {
        return std::tuple(a.match, graph.weight(b.node), a.node) < std::tuple(b.match, graph.weight(a.node), b.node);
    });
    std::string list;
    for (std::size_t i = 0; i < std::min<std::size_t>(shown.size(), 5); ++i)
        list += (list.empty() ? "" : ", ") + nodes[shown[i].node].id + " (" + nodes[shown[i].node].label + ")";
    const std::string quoted = "'" + std::string(name) + "'";
    if (several) throw Error(quoted + ": names several entities. Give one of the ids " + list + ".");
    throw Error(quoted + ": is no entity of this graph. " +
                (list.empty() ? "Search for it by other words." : "Near to it: " + list + "."));
}

}  // namespace chancery
