#pragma once
#include "extract/relation/relations.hpp"

namespace chancery {

/// What `speaker` says that `doer` did is only his word: he is of another state, an activist, outlet, party or person
/// without office, or it is a private person who is said to have done it. What a body says of its own side's deeds, or
/// of gunmen without a state, is told as a fact. Both are mentions of entities; `told` knows whose office a speaker
/// holds. Without a doer or speaker: false.
[[nodiscard]] bool only_says(const RelationInput& input, const Assertions& told, const Mention* speaker,
                             const Mention* doer);

}  // namespace chancery
