#pragma once
#include <cstddef>
#include <string_view>

#include "extract/lexicon/lexicon.hpp"

namespace chancery {

// What Mention::lexicon and Cluster::lexicon name: "organisation:12", "place:7", "known:3"; empty for nothing known.

/// The row that stands behind the colon. REQUIRES: the key has one.
[[nodiscard]] std::size_t entry_number(std::string_view key);

/// Organisation::kind of the key's entry; empty when it names no organisation.
[[nodiscard]] std::string_view organisation_kind(const Lexicon& lexicon, std::string_view key);

/// Place::kind of the key's entry; empty when it names no place.
[[nodiscard]] std::string_view place_kind(const Lexicon& lexicon, std::string_view key);

}  // namespace chancery
