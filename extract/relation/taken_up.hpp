#pragma once
#include <optional>

#include "extract/relation/open_deeds.hpp"

namespace chancery {

/// What somebody said, wrote or did that the verb at `verb` speaks of without telling whose it is: "Oslo denied the
/// charge", "Peru welcomed the report", "..., a move that Oman condemned", "..., which Oman denies". The word that
/// names it; nothing when the verb speaks of nothing such.
[[nodiscard]] std::optional<std::uint32_t> thing_taken_up(const RelationInput& input, const SentenceView& sentence,
                                                          std::uint32_t verb, const Trigger& trigger);

/// Notes what the verb speaks of in `open` when its speaker fits the rule; false when it speaks of nothing such.
bool take_up(const RelationInput& input, const SentenceView& sentence, std::uint32_t verb, const Trigger& trigger,
             const Assertions& told, std::vector<OpenDeed>& open);

/// "..., which Oman denies" behind a name: what is denied is the charge, and nobody named.
[[nodiscard]] bool denies_all(const SentenceView& sentence, std::uint32_t verb, const Trigger& trigger);

/// What was said before that the word at `thing` may take up.
[[nodiscard]] std::vector<std::uint16_t> words_named(const RelationInput& input, const SentenceView& sentence,
                                                     std::uint32_t thing);

/// Whose the thing is, by this sentence up to it and the three before: who said such a thing (`deed.deeds`), whose
/// paper or decision of that name was told, or who spoke last. Its entity and where the text names it.
struct Maker {
    std::uint32_t entity = no_entity;
    Span where;
};
[[nodiscard]] Maker maker_told(const RelationInput& input, std::span<const SentenceView> sentences,
                               const OpenDeed& deed, std::span<const Assertion> told);

}  // namespace chancery
