#pragma once
#include <vector>

#include "extract/relation/relations.hpp"

namespace chancery {

/// Sets the status of the offices, memberships, kinships and bodies' ties in `all` that their sentence denies, only
/// claims or announces: "is not a member of X", "an alleged member of X", "is said to own X", "the incoming head of X".
/// Events have theirs already. What a sentence only mentions ("met the president of X") stays a fact.
void doubt_states(const RelationInput& input, std::span<const SentenceView> sentences, std::vector<Assertion>& all);

}  // namespace chancery
