#pragma once
#include "extract/tag/conllu.hpp"
#include "extract/train/random.hpp"

namespace chancery {

/// Most sentences as they are; a few as news has them and the treebanks hardly do: in capitals, as a headline with
/// every word capitalised, without the final stop. Tags and tree stay what they were.
[[nodiscard]] ConlluSentence augmented(const ConlluSentence& sentence, Random& random);

}  // namespace chancery
