#pragma once
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/days.hpp"
#include "graph/rows.hpp"
#include "graph/sources.hpp"
#include "graph/summary.hpp"

namespace chancery {

/// Which pieces of evidence count. An empty list or text asks for nothing.
struct EvidenceWish {
    std::string since, until;  ///< a year, month or day
    std::vector<std::string> sources;
    std::function<bool(const EvidenceRow&)> also = {};
};

/// What evidence inherits from its article, by article id.
struct ArticleFacets {
    explicit ArticleFacets(std::span<const ArticleRow> articles);

    Published published;
    std::map<std::string, std::string, std::less<>> news_source;
    SourceGroups groups;
};

/// Sifts the evidence of edges and counts anew what is left of them. Valid while the facets live.
class EvidenceFilter {
  public:
    EvidenceFilter(const ArticleFacets& articles, EvidenceWish wish);

    /// False when everything passes.
    [[nodiscard]] bool active() const { return active_; }
    [[nodiscard]] bool passes(const EvidenceRow& evidence) const;

    /// Drops the evidence that does not pass; weight, sources, statuses, label, confidence and dates follow. False when
    /// none is left.
    bool sift(EdgeRow& edge) const;

  private:
    [[nodiscard]] bool in_time(const EvidenceRow& evidence) const;
    [[nodiscard]] bool from_source(const EvidenceRow& evidence) const;

    const ArticleFacets& articles_;
    EvidenceWish wish_;
    bool active_;
    std::optional<DayRange> since_, until_;
};

}  // namespace chancery
