#pragma once
#include <string_view>

#include "extract/relation/event_ends.hpp"
#include "extract/relation/relations.hpp"

namespace chancery {

/// The root of the relation's CAMEO code lies between two: "03" to "07" are dealings, "13" to "20" harm, "17" to "20"
/// violence, arrests and expulsions.
[[nodiscard]] bool cameo_between(const RelationCatalog& catalog, std::uint16_t relation, std::string_view first,
                                 std::string_view last);

/// What an event at word `i` rests on: the words of its ends and trigger, its status, its date and place, and who says
/// so. `told` knows whose office a speaker holds.
[[nodiscard]] Assertions::Evidence event_evidence(const RelationInput& input, const SentenceView& sentence,
                                                  const Assertions& told, std::uint32_t i, const Trigger& trigger,
                                                  const EventEnds& ends);

/// "arrested X on charges of": the same ends as those of the arrest, told by the word `charge`.
[[nodiscard]] Assertions::Evidence on_charges(const SentenceView& sentence, Assertions::Evidence arrest,
                                              std::uint32_t charge);

}  // namespace chancery
