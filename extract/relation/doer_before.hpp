#pragma once
#include "extract/relation/relations.hpp"

namespace chancery {

/// Who the sentence before `sentence` is about: the subject of its main verb, when that is a state, body or person
/// other than `critic` who does something there; of a sentence about the critic, the one before it. nullptr when none.
[[nodiscard]] const Mention* doer_before(std::span<const SentenceView> sentences, std::uint32_t sentence,
                                         std::uint32_t critic);

}  // namespace chancery
