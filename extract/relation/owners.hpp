#pragma once
#include "extract/relation/event_ends.hpp"

namespace chancery {

/// A stance toward what somebody does, told by a pronoun: "critics slammed his remarks". False when it is none.
bool ends_of_owned(const RelationInput& input, const SentenceView& sentence, std::uint32_t verb, const Trigger& trigger,
                   EventEnds& ends);

}  // namespace chancery
