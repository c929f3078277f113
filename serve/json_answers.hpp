#pragma once
#include <span>
#include <string>
#include <string_view>

#include "export/json_sink.hpp"
#include "graph/duplicates.hpp"
#include "query/entities.hpp"
#include "query/paths.hpp"
#include "query/relations.hpp"
#include "query/snapshot.hpp"
#include "query/stats.hpp"

namespace chancery {

/// The answers to questions as JSON, the same over HTTP and in the shell (docs/http.md). An entity, relation, article
/// or piece of evidence is the object of node-link JSON, with a few members more. Each ends with a line end.
///
/// `next` of a list is where it goes on, as the reader is to ask for it; empty on the last page. `lines` are NDJSON:
/// the items alone, one a line.

[[nodiscard]] std::string entities_json(const Snapshot& graph, const EntityPage& page, std::string_view next,
                                        bool matches);
[[nodiscard]] std::string entities_lines(const Snapshot& graph, const EntityPage& page, bool matches);

/// The whole node, its degree and weight, and how many edges it has of each relation and direction.
[[nodiscard]] std::string entity_json(const Snapshot& graph, std::uint32_t node);

/// How relations of a list are written.
struct RelationLook {
    std::uint32_t evidence = 1;                ///< of the best pieces of each
    std::optional<std::uint32_t> seen_from{};  ///< a node: adds direction and the other end
};

[[nodiscard]] std::string relations_json(const Snapshot& graph, const RelationPage& page, std::string_view next,
                                         const RelationLook& look);
[[nodiscard]] std::string relations_lines(const Snapshot& graph, const RelationPage& page, const RelationLook& look);

/// The text around a piece of evidence, bytes of the article's cleaned text.
struct Passage {
    Span where;
    std::string text;
};

/// A relation with its evidence from `first` on, at most `most` pieces. `passages` are empty, or one for each of those
/// pieces, without text where it is not at hand.
[[nodiscard]] std::string relation_json(const Snapshot& graph, const EdgeRow& edge, std::size_t first, std::size_t most,
                                        std::string_view next, std::span<const Passage> passages);

[[nodiscard]] std::string paths_json(const Snapshot& graph, const PathQuery& query, const Paths& found);
[[nodiscard]] std::string stats_json(const Snapshot& graph, const GraphStats& stats);

/// Types, relations with the types of their ends as the graph has them, statuses, kinds, measures.
[[nodiscard]] std::string schema_json(const Snapshot& graph, const GraphStats& stats);

[[nodiscard]] std::string duplicates_json(const Snapshot& graph, std::span<const Doubt> doubts, std::size_t total,
                                          std::string_view next);
[[nodiscard]] std::string duplicates_lines(const Snapshot& graph, std::span<const Doubt> doubts);

/// Id, type, label, named, country: enough to show a node as the end of something.
void write_card(JsonSink& w, const NodeRow& node);

/// The members around a list: generation, total, and next; then the facets.
void write_frame(JsonSink& w, const Snapshot& graph, std::uint64_t total, std::string_view next);
void write_facets(JsonSink& w, std::span<const Facet> facets);

}  // namespace chancery
