#pragma once
#include "extract/relation/relations.hpp"

namespace chancery {

/// Who speaks abroad is there: "Speaking in Oslo, X said", "X told a news conference in Oslo".
void find_appearances(const RelationInput& input, const SentenceView& sentence, Assertions& out);

}  // namespace chancery
