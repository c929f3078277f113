#pragma once
#include "extract/relation/clause.hpp"

namespace chancery {

/// "the", "northern", "nearby": words between a preposition of place and the name of the place.
[[nodiscard]] bool direction(const Word& word);

/// First word at or behind `from` that is no direction or begins a name ("South Korea").
[[nodiscard]] std::uint32_t past_directions(const SentenceView& s, std::uint32_t from);

/// The word at `i` is a noun for a kind of place, "city" or "cities".
[[nodiscard]] bool place_noun(const SentenceView& s, std::uint32_t i);

}  // namespace chancery
