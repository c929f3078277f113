#pragma once
#include "extract/relation/event_ends.hpp"

namespace chancery {

/// Both ends of the verb at `verb` came out as the same: nobody does this to himself, so a pronoun means another, or a
/// gerund belongs to the sentence's subject. Parts the ends; false when nobody else can be meant.
[[nodiscard]] bool part_ends(const RelationInput& input, const SentenceView& sentence, std::uint32_t verb,
                             EventEnds& ends);

}  // namespace chancery
