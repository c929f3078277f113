#pragma once
#include <cstdint>
#include <memory>
#include <vector>

#include "graph/view.hpp"

namespace chancery {

/// A graph that can be walked: Boost.Graph over the rows of a view. Valid while the rows live.
class Network {
  public:
    explicit Network(GraphView view);
    ~Network();
    Network(Network&&) noexcept;
    Network& operator=(Network&&) noexcept;

    /// Number of the weakly connected component of every node, numbered from 0 in order of their first node.
    [[nodiscard]] std::vector<std::uint32_t> components() const;

    /// Nodes at most `hops` edges away from `node` in either direction, itself included, sorted.
    [[nodiscard]] std::vector<std::uint32_t> around(std::uint32_t node, std::uint32_t hops) const;

    /// Edges that touch each node, both directions counted.
    [[nodiscard]] std::vector<std::uint32_t> degrees() const;

  private:
    struct Graph;
    std::unique_ptr<Graph> graph_;
};

/// A copy without persons that hold no office, and without the edges that touch them. Both ends of every kept edge are
/// kept.
[[nodiscard]] GraphRows without_private_persons(const GraphRows& rows);

}  // namespace chancery
