#pragma once
#include "extract/relation/relations.hpp"

namespace chancery {

/// Who thinks what of whom: "X called Y a disgrace", "X said Y had betrayed the voters", "Y is a hero," X said.
void find_evaluations(const RelationInput& input, const SentenceView& sentence, Assertions& out);

}  // namespace chancery
