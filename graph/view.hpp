#pragma once
#include <span>
#include <string_view>

#include "graph/rows.hpp"

namespace chancery {

/// How pictures are to look; other formats do not care.
struct Drawing {
    bool country_clusters = false;  ///< nodes of one country in one box
};

/// Read access to a finished graph. Cheap to copy; valid while the rows live. Knows nothing of how they are stored or
/// searched.
class GraphView {
  public:
    explicit GraphView(const GraphRows& rows, Drawing drawing = {}) : rows_(&rows), drawing_(drawing) {}

    [[nodiscard]] std::span<const ArticleRow> articles() const { return rows_->articles; }
    [[nodiscard]] std::span<const NodeRow> nodes() const { return rows_->nodes; }
    [[nodiscard]] std::span<const EdgeRow> edges() const { return rows_->edges; }
    [[nodiscard]] const std::map<std::string, std::string>& versions() const { return rows_->versions; }
    /// What NodeRow::values holds; empty when nothing was measured. Every format writes all of them.
    [[nodiscard]] std::span<const NodeColumn> columns() const { return rows_->columns; }
    [[nodiscard]] Drawing drawing() const { return drawing_; }

    [[nodiscard]] const NodeRow& source(const EdgeRow& edge) const { return rows_->nodes[edge.source]; }
    [[nodiscard]] const NodeRow& target(const EdgeRow& edge) const { return rows_->nodes[edge.target]; }

  private:
    const GraphRows* rows_;
    Drawing drawing_;
};

/// The evidence to quote when there is room for one: highest confidence, then strongest status, then the row order.
[[nodiscard]] const EvidenceRow& best_evidence(const EdgeRow& edge);

}  // namespace chancery
