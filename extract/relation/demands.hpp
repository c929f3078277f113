#pragma once
#include "extract/relation/event_ends.hpp"
#include "extract/relation/relations.hpp"

namespace chancery {

/// Who says what somebody else has to do: "X said Y must withdraw", "\"Y needs to dismantle the camps,\" X said".
void find_demands(const RelationInput& input, const SentenceView& sentence, Assertions& out);

/// "will not meet X", "would never talk to X": who denies a dealing at word `verb` so turns X down, too.
void find_refusal(const SentenceView& sentence, std::uint32_t verb, const Trigger& trigger, const EventEnds& ends,
                  Assertions::Evidence evidence, Assertions& out);

}  // namespace chancery
