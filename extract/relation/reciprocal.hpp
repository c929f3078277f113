#pragma once
#include "extract/relation/event_ends.hpp"

namespace chancery {

// Events whose ends stand in one phrase: "X, Y and Z signed an agreement", "X and Y accused each other".

/// The ends of the verb at `i`, whose doers are found, when the entry ends in "with" and no X follows; each is paired
/// with each.
bool reciprocal(const RelationInput& input, const SentenceView& sentence, std::uint32_t i, const Trigger& trigger,
                const Frame& frame, EventEnds& ends);

/// The same of "each other" and "one another" in the place of the object, of two doers.
bool each_other(const SentenceView& sentence, std::uint32_t i, const Trigger& trigger, const Frame& frame,
                EventEnds& ends);

/// Makes the further doers the objects of the first, and of each other; there is at least one.
void with_each_other(EventEnds& ends, std::uint32_t trigger_end, std::uint16_t confidence);

}  // namespace chancery
