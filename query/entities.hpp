#pragma once
#include <optional>
#include <string>
#include <vector>

#include "query/deadline.hpp"
#include "query/facets.hpp"
#include "query/snapshot.hpp"

namespace chancery {

enum class EntityOrder : std::uint8_t { match, weight, mentions, degree, label, id };

inline constexpr std::array<std::string_view, 6> entity_order_names = {"match",  "weight", "mentions",
                                                                       "degree", "label",  "id"};
inline constexpr std::array<std::string_view, 5> entity_facet_names = {"type", "country", "relation", "status",
                                                                       "source"};

/// Which entities are asked for. An empty list or text asks for nothing; a list is met by one of its values.
struct EntityQuery {
    std::string words;  ///< in one of their names
    std::vector<EntityType> types;
    std::vector<std::string> countries;  ///< "RU"
    std::vector<std::string> relations;  ///< they have an edge of this relation and of a status below
    std::vector<Status> statuses;        ///< of an edge they have
    std::vector<std::string> sources;    ///< news sources that mention them
    std::optional<EntityOrder> order;    ///< by match when there are words, else by weight
    std::vector<std::string> facets;     ///< of entity_facet_names
    std::string cursor;
    std::uint32_t limit = 50;
    Deadline deadline;
};

struct EntityPage {
    std::uint64_t total = 0;      ///< all that fit
    std::vector<EntityHit> hits;  ///< without words, `match` says nothing
    std::string next;             ///< cursor, or empty on the last page
    std::vector<Facet> facets;
};

/// Throws UsageError on a cursor or facet that is none, OutOfTime.
[[nodiscard]] EntityPage find_entities(const Snapshot& graph, const EntityQuery& query);

}  // namespace chancery
