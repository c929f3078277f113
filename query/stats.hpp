#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "query/snapshot.hpp"

namespace chancery {

/// A relation as the graph has it.
struct RelationUse {
    std::string relation, kind, label;  ///< label in words, without status
    bool symmetric = false;
    std::uint64_t edges = 0;
    std::array<std::uint64_t, 4> statuses{};                                         ///< edges by Status
    std::map<std::pair<std::string_view, std::string_view>, std::uint64_t> between;  ///< types of the ends; edges
};

/// A graph in numbers.
struct GraphStats {
    std::uint64_t articles = 0, words = 0, entities = 0, relations = 0, evidence = 0;
    std::array<std::uint64_t, 6> types{};     ///< nodes by EntityType
    std::array<std::uint64_t, 4> statuses{};  ///< edges by Status
    std::uint64_t disputed = 0;               ///< edges that some evidence asserts or alleges and some denies
    std::map<std::string, std::uint64_t> kinds, countries, sources, languages;  ///< edges, nodes, articles, articles
    std::string first_published, last_published, first_date, last_date;         ///< of articles; of relations
    std::vector<RelationUse> uses;                                              ///< sorted by relation
};

[[nodiscard]] GraphStats count(const Snapshot& graph);

}  // namespace chancery
