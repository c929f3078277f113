#include "graph/network.hpp"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/visitors.hpp>
#include <queue>

namespace chancery {

// Undirected: who acts on whom does not matter for parts and neighbourhoods. Nodes and edges carry no data, only their
// place in the rows.
struct Network::Graph : boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS> {
    using adjacency_list::adjacency_list;
};

Network::Network(GraphView view) : graph_(std::make_unique<Graph>(view.nodes().size())) {
    for (const auto& edge : view.edges()) boost::add_edge(edge.source, edge.target, *graph_);
}
Network::~Network() = default;
Network::Network(Network&&) noexcept = default;
Network& Network::operator=(Network&&) noexcept = default;

std::vector<std::uint32_t> Network::components() const {
    std::vector<std::uint32_t> component(boost::num_vertices(*graph_));
    if (!component.empty()) boost::connected_components(*graph_, component.data());
    return component;
}

std::vector<std::uint32_t> Network::around(std::uint32_t node, std::uint32_t hops) const {
    std::vector<std::uint32_t> distance(boost::num_vertices(*graph_), 0xffffffff), found;
    std::queue<std::uint32_t> open;
    distance[node] = 0;
    open.push(node);
    while (!open.empty()) {
        const auto at = open.front();
        open.pop();
        found.push_back(at);
        if (distance[at] == hops) continue;
        for (auto [it, end] = boost::adjacent_vertices(at, *graph_); it != end; ++it) {
            if (distance[*it] != 0xffffffff) continue;
            distance[*it] = distance[at] + 1;
            open.push(static_cast<std::uint32_t>(*it));
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

std::vector<std::uint32_t> Network::degrees() const {
    std::vector<std::uint32_t> result;
    for (std::size_t v = 0; v < boost::num_vertices(*graph_); ++v)
        result.push_back(static_cast<std::uint32_t>(boost::out_degree(v, *graph_)));
    return result;
}

GraphRows without_private_persons(const GraphRows& rows) {
    GraphRows kept;
    kept.versions = rows.versions;
    kept.articles = rows.articles;
    kept.columns = rows.columns;
    constexpr std::uint32_t gone = 0xffffffff;
    std::vector<std::uint32_t> place(rows.nodes.size(), gone);
    for (std::size_t n = 0; n < rows.nodes.size(); ++n) {
        if (rows.nodes[n].type == EntityType::person) continue;
        place[n] = static_cast<std::uint32_t>(kept.nodes.size());
        kept.nodes.push_back(rows.nodes[n]);
    }
    for (const auto& edge : rows.edges) {
        if (place[edge.source] == gone || place[edge.target] == gone) continue;
        kept.edges.push_back(edge);
        kept.edges.back().source = place[edge.source];
        kept.edges.back().target = place[edge.target];
        for (auto& evidence : kept.edges.back().evidence) {
            const bool private_speaker = evidence.speaker_node.starts_with("person_") &&
                                         std::none_of(kept.nodes.begin(), kept.nodes.end(), [&](const NodeRow& node) {
                                             return node.id == evidence.speaker_node;
                                         });
            if (!private_speaker) continue;
            evidence.speaker_node.clear();
            evidence.speaker_text.clear();
        }
    }
    return kept;
}

}  // namespace chancery
