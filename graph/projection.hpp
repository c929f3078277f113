#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "graph/view.hpp"

namespace chancery {

/// The edges that measures count, and the frozen undirected graph under them. Vertices are the nodes in the order of
/// their ids, whatever the order of the rows, so that every measure is the same for every order.
struct Projection {
    struct Arc {
        std::uint32_t target;
        double weight;
    };

    std::vector<std::uint32_t> rows;    ///< place in the rows of each vertex
    std::vector<std::uint32_t> vertex;  ///< vertex of each place in the rows
    std::vector<std::uint32_t> edges;   ///< places of the counted edges in the rows
    std::vector<std::size_t> offsets;   ///< arcs of vertex v: [offsets[v], offsets[v + 1])
    std::vector<Arc> arcs;              ///< both directions, sorted by target; parallel edges are one, weights summed

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(rows.size()); }
    [[nodiscard]] std::span<const Arc> around(std::uint32_t v) const {
        return {arcs.data() + offsets[v], arcs.data() + offsets[v + 1]};
    }
    /// The values of vertices in the order of the rows.
    [[nodiscard]] std::vector<double> in_row_order(const std::vector<double>& of_vertices) const;
};

/// Loops are left out; so are denied and planned edges unless `all`.
[[nodiscard]] Projection project(const GraphView& view, bool all);

}  // namespace chancery
