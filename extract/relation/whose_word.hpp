#pragma once
#include "extract/relation/relations.hpp"
#include "extract/relation/tellers.hpp"

namespace chancery {

/// What `teller` says that `doer` did is only a claim: the teller is of another state, an activist, outlet, paper,
/// party or person without office, or it is a private person who is said to have done it. What a body says of its own
/// side's deeds, or of gunmen without a state, is told as a fact. `doer` is a mention of an entity; `told` knows whose
/// office a teller holds. `violent`: the deed is violence, where officials, too, are believed of their own side alone;
/// of arrests and the like only the word of people without office is a claim.
[[nodiscard]] bool only_says(const RelationInput& input, const Assertions& told, const SentenceView& sentence,
                             const Teller& teller, const Mention* doer, bool violent);

}  // namespace chancery
