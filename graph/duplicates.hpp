#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "graph/rows.hpp"

namespace chancery {

/// Two nodes that may be one thing, and why.
struct Doubt {
    std::uint32_t first = 0, second = 0;  ///< indices into GraphRows::nodes; the poorer name first
    std::string reason;
};

/// Pairs of nodes of one family whose names are alike: spellings kept apart by country, a surname beside a full name, a
/// name inside a longer one, one letter of difference, an acronym. Sorted by the ids of the nodes. A name that fits
/// more than eight others is left out, as it says nothing.
[[nodiscard]] std::vector<Doubt> find_duplicates(const GraphRows& rows);

/// How a decisions file names a node: "person/Maren Holt", "place/Georgia/US", "person/Holt@a1".
[[nodiscard]] std::string address_of(const NodeRow& node);

}  // namespace chancery
