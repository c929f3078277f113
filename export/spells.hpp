#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "graph/days.hpp"
#include "graph/view.hpp"

namespace chancery {

/// When nodes and edges are there, for formats that know time. Valid while the rows live.
class Spells {
  public:
    explicit Spells(const GraphView& view);

    /// Whether anything has a date.
    [[nodiscard]] bool any() const { return any_; }

    /// From the first to the last day of a node's articles and of its edges, so that an edge is never there without its
    /// ends.
    [[nodiscard]] std::optional<DayRange> of_node(std::size_t index) const;

    /// Puts the days of an edge's evidence into `days`: when it happened, or else when it was published. Sorted and
    /// apart.
    void of_edge(const EdgeRow& edge, std::vector<DayRange>& days) const;

  private:
    [[nodiscard]] std::string_view published(std::string_view article) const;

    struct Days {
        std::int32_t first, last;  ///< since 1970; half the size of a DayRange, since there is one for every node
    };
    const GraphView& view_;
    std::vector<Days> nodes_;
    bool any_ = false;
};

}  // namespace chancery
