#pragma once
#include <optional>

#include "extract/relation/relations.hpp"

namespace chancery {

/// The noun at word `noun` names a deed of force: "attack", "airstrike", "raid" (root 19 of CAMEO, raids).
[[nodiscard]] bool deed_of_force(const RelationInput& input, const SentenceView& sentence, std::uint32_t noun);

/// Who acts through the thing or deed at word `noun`: "Russian missiles", "a Taliban attack", "the ministry's
/// statement", "the bombing by X", "an attack carried out by X". Nothing when its phrase names nobody.
[[nodiscard]] const Mention* doer_of_noun(const RelationInput& input, const SentenceView& sentence, std::uint32_t noun);

/// The deed in which the verb's act happens: "airstrike" of "was killed in an Israeli airstrike".
[[nodiscard]] std::optional<std::uint32_t> deed_around(const RelationInput& input, const SentenceView& sentence,
                                                       std::uint32_t verb);

/// The body that acts through its people: "Harbour Police officers", "Taliban fighters"; else the mention itself.
[[nodiscard]] const Mention* body_behind(const SentenceView& sentence, const Mention* people);

/// Who does what the document or deed at `noun` does, by what is said around it: "signed an order banning", "a report
/// by Y accused", "launched an operation killing".
[[nodiscard]] const Mention* issuer_of(const RelationInput& input, const SentenceView& sentence, std::uint32_t noun);

/// "by" behind the word at `i`: a doer is named, though nobody the article knows. The noun that names him, or the "by".
[[nodiscard]] std::optional<std::uint32_t> unnamed_agent(const SentenceView& sentence, std::uint32_t i);

/// The "charges" of "arrested X on charges of", "held on a murder charge", in the clause behind word `from`.
[[nodiscard]] std::optional<std::uint32_t> charge_named(const SentenceView& sentence, std::uint32_t from);

}  // namespace chancery
