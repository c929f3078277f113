#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/evidence_filter.hpp"
#include "graph/rows.hpp"
#include "graph/view.hpp"
#include "query/name_index.hpp"

namespace chancery {

/// A graph that can be asked: the rows and the ways into them. Immutable, so that any number of threads may ask at
/// once; whoever changes the graph makes another one. Nodes are numbered in the order of their ids.
class Snapshot {
  public:
    /// An edge as seen from one of its ends.
    struct Link {
        std::uint32_t other, edge;  ///< node at the other end; edge
    };

    /// What walking and sifting look at, close together: edge rows lie far apart in memory.
    struct EdgeBrief {
        std::uint32_t source, target, weight;
        std::uint16_t relation, confidence;  ///< number in relations(); per mille
        Status status;
    };

    /// `tag` tells this graph from every other the server had, and goes into ETags: letters, digits, - and _.
    explicit Snapshot(GraphRows rows, std::string tag = "0");
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;

    [[nodiscard]] const GraphRows& rows() const { return rows_; }
    [[nodiscard]] GraphView view() const { return GraphView(rows_); }
    [[nodiscard]] const std::string& tag() const { return tag_; }

    /// Places in the rows. An article is found by each of its names and by its SHA-256.
    [[nodiscard]] std::optional<std::uint32_t> node(std::string_view id) const;
    [[nodiscard]] std::optional<std::uint32_t> edge(std::string_view id) const;
    [[nodiscard]] std::optional<std::uint32_t> article(std::string_view id) const;

    /// The edges of a node in both directions, sorted by the other end, then by edge. A loop stands there once.
    [[nodiscard]] std::span<const Link> links(std::uint32_t node) const {
        return {links_.data() + link_offsets_[node], links_.data() + link_offsets_[node + 1]};
    }
    [[nodiscard]] const EdgeBrief& brief(std::uint32_t edge) const { return briefs_[edge]; }
    /// The names of the relations, sorted. REQUIRES: fewer than 65,536.
    [[nodiscard]] const std::vector<std::string>& relations() const { return relations_; }
    /// Which of relations() are in a list; all for an empty list.
    [[nodiscard]] std::vector<bool> marked_relations(std::span<const std::string> wanted) const;

    /// Pieces of evidence on all edges of a node: what ranks it.
    [[nodiscard]] std::uint64_t weight(std::uint32_t node) const { return weights_[node]; }

    /// The news sources, sorted; an article without one has "". Numbers of those of a node's articles and of an edge's
    /// evidence, sorted.
    [[nodiscard]] const std::vector<std::string>& sources() const { return sources_; }
    [[nodiscard]] std::span<const std::uint32_t> node_sources(std::uint32_t node) const {
        return {node_sources_.data() + node_source_offsets_[node],
                node_sources_.data() + node_source_offsets_[node + 1]};
    }
    [[nodiscard]] std::span<const std::uint32_t> edge_sources(std::uint32_t edge) const {
        return {edge_sources_.data() + edge_source_offsets_[edge],
                edge_sources_.data() + edge_source_offsets_[edge + 1]};
    }

    /// Dates, news sources and copies of the articles, for EvidenceFilter.
    [[nodiscard]] const ArticleFacets& article_facets() const { return article_facets_; }

    [[nodiscard]] const NameIndex& names() const { return names_; }

    /// What the ways in take beside the rows.
    [[nodiscard]] std::size_t index_bytes() const;

  private:
    void sort_nodes();
    void add_ids();
    void add_briefs();
    void add_links();
    void add_sources();

    GraphRows rows_;
    std::string tag_;
    std::vector<std::uint32_t> edges_by_id_;
    std::vector<std::pair<std::string_view, std::uint32_t>> articles_by_name_;
    std::vector<std::size_t> link_offsets_, node_source_offsets_, edge_source_offsets_;
    std::vector<EdgeBrief> briefs_;
    std::vector<std::string> relations_;
    std::vector<Link> links_;
    std::vector<std::uint64_t> weights_;
    std::vector<std::string> sources_;
    std::vector<std::uint32_t> node_sources_, edge_sources_;
    ArticleFacets article_facets_;
    NameIndex names_;
};

/// The node that a user means: by id, or else by a label or alias that only one node has. Throws Error that names the
/// nodes in question, or those of the nearest names.
[[nodiscard]] std::uint32_t require_node(const Snapshot& graph, std::string_view name);

}  // namespace chancery
