#pragma once
#include "extract/relation/clause.hpp"
#include "extract/relation/relations.hpp"

namespace chancery {

/// Who says what somebody else has to do: "X said Y must withdraw", "\"Y needs to dismantle the camps,\" X said".
void find_demands(const RelationInput& input, const SentenceView& sentence, Assertions& out);

}  // namespace chancery
