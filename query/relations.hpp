#pragma once
#include <optional>
#include <string>
#include <vector>

#include "query/deadline.hpp"
#include "query/facets.hpp"
#include "query/snapshot.hpp"

namespace chancery {

enum class RelationOrder : std::uint8_t { weight, date, confidence, id };

inline constexpr std::array<std::string_view, 4> relation_order_names = {"weight", "date", "confidence", "id"};
inline constexpr std::array<std::string_view, 6> relation_facet_names = {"relation",     "kind",        "status",
                                                                         "subject_type", "object_type", "source"};

/// Which relations are asked for. An empty list or text and a zero ask for nothing; a list is met by one of its values.
/// News sources, dates and words are asked of each piece of evidence: a relation that loses some is counted anew, with
/// the status that is left, before anything else is asked of it.
struct RelationQuery {
    std::optional<std::uint32_t> subject, object;  ///< nodes; ends of symmetric relations are both
    std::optional<std::uint32_t> entity;           ///< a node at either end
    std::vector<EntityType> subject_types, object_types;
    std::vector<std::string> relations, kinds, sources;
    std::vector<Status> statuses;
    std::string since, until;  ///< a year, month or day
    std::string words;         ///< all in the quote, in any order, without regard to case
    std::uint32_t min_weight = 0;
    std::uint16_t min_confidence = 0;  ///< per mille
    RelationOrder order = RelationOrder::weight;
    std::vector<std::string> facets;  ///< of relation_facet_names
    std::string cursor;
    std::uint32_t limit = 50;
    Deadline deadline;
};

struct RelationPage {
    std::uint64_t total = 0;
    std::vector<EdgeRow> edges;  ///< copies, counted anew where evidence was left out
    std::string next;            ///< cursor, or empty on the last page
    std::vector<Facet> facets;
};

/// Throws UsageError on a cursor or facet that is none, OutOfTime.
[[nodiscard]] RelationPage find_relations(const Snapshot& graph, const RelationQuery& query);

}  // namespace chancery
