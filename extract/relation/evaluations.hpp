#pragma once
#include "extract/relation/open_deeds.hpp"

namespace chancery {

/// Who thinks what of whom: "X called Y a disgrace", "X said Y had betrayed the voters", "Y is a hero," X said. What is
/// said of deeds whose doer the sentence does not name goes to `open`.
void find_evaluations(const RelationInput& input, const SentenceView& sentence, std::vector<OpenDeed>& open,
                      Assertions& out);

}  // namespace chancery
