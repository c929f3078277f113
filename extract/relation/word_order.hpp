#pragma once
#include <optional>

#include "extract/relation/clause.hpp"

namespace chancery {

// Who does what by the order of words, for sentences whose tree is wrong there.

/// "Oman must apologise", with "Oman" hung on another verb: the name right before the verb's own auxiliary.
[[nodiscard]] std::optional<std::uint32_t> name_before_auxiliary(const SentenceView& sentence, std::uint32_t verb);

/// "months after Norway praised X", with "after" read as a preposition, "but Norway praised X", with the name read as
/// part of the verb: the name between the conjunction and the verb.
[[nodiscard]] std::optional<std::uint32_t> name_behind_conjunction(const SentenceView& sentence, std::uint32_t verb);

/// Behind ", a member of the league," or ", whose army fled," which follows the name that ends with `noun`; the word
/// behind it when none does.
[[nodiscard]] std::uint32_t past_aside(const SentenceView& sentence, std::uint32_t noun, std::uint32_t verb);

/// ", the army said,": what follows such a verb goes on with what is told, not with who tells it.
[[nodiscard]] bool aside_teller(const SentenceView& sentence, std::uint32_t verb);

/// "Thousands of people marched against X", with the verb hung on the people: who of the sentence does it.
[[nodiscard]] std::optional<std::uint32_t> counted_doer(const SentenceView& sentence, std::uint32_t verb);

/// "killed 12 and injured 40 others", read as one phrase up to `object`: the number right behind the verb.
[[nodiscard]] std::uint32_t counted_object(const SentenceView& sentence, std::uint32_t verb, std::uint32_t object);

}  // namespace chancery
