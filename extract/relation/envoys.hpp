#pragma once
#include "extract/relation/event_ends.hpp"

namespace chancery {

/// What is done before an envoy whom the sentence names, and so to him: "summoned Y's ambassador to lodge a protest",
/// "met the envoy, handing over a note". False, with `missing` set, when there is none or the entry does not fit.
bool ends_before_envoy(const RelationInput& input, const SentenceView& sentence, std::uint32_t verb,
                       const Trigger& trigger, EventEnds& ends);

}  // namespace chancery
