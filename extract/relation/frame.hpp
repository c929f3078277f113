#pragma once
#include <optional>

#include "extract/relation/clause.hpp"

namespace chancery {

/// What the tree says of the verb at a word: who does it and to whom, as words of the sentence.
struct Frame {
    bool passive = false;
    bool bare = false;                     ///< passive by its subject's arc alone, without "be" and without an agent
    std::optional<std::uint32_t> subject;  ///< the doer's head word; of a passive, its agent's
    std::optional<std::uint32_t> object;   ///< of a passive, its subject's
    bool clausal = false;  ///< a clause is its subject ("attacking Oman would be"), or it is one: nobody does it
    const char* construction = "active";  ///< how the verb hangs in its sentence
};

/// The frame of the verb at `verb`: its own arguments, or those it shares with the verb it is joined to ("arrested and
/// jailed"), the noun it modifies ("men arrested in Baku", "police who beat"), the verb that governs it ("decided to
/// expel", "urged Russia to release", "..., accusing"). Nothing when the sentence has no tree or the word is no verb in
/// it.
[[nodiscard]] std::optional<Frame> frame_of(const SentenceView& sentence, std::uint32_t verb);

/// "nurse", "envoy": what one person is; a person without a name.
[[nodiscard]] bool person_noun(const SentenceView& sentence, std::uint32_t noun);

/// A noun for a person or people: of the groups, the titles or the kin.
[[nodiscard]] bool human_noun(const SentenceView& sentence, std::uint32_t noun);

/// "did not", "has never": the verb at `verb` is denied by a word of its own.
[[nodiscard]] bool negated(const SentenceView& sentence, std::uint32_t verb);

/// The mention that stands for the phrase headed by `word`: the one around it, its apposition, or what is counted
/// ("dozens of protesters").
[[nodiscard]] const Mention* mention_of_phrase(const SentenceView& sentence, std::uint32_t word);

/// "I" and "we" in quotation marks: whoever speaks there.
[[nodiscard]] const Mention* first_person(const SentenceView& sentence, std::uint32_t word);

/// Word `word` is `top` or hangs on it, directly or through others.
[[nodiscard]] bool below(const SentenceView& sentence, std::uint32_t word, std::uint32_t top);

/// Who does what the noun at `noun` says by a verb that says little itself: "X launched an attack", "calls made by X".
[[nodiscard]] const Mention* doer_by_light_verb(const SentenceView& sentence, std::uint32_t noun);

/// The mentions joined to the phrase headed by `word`: "A, B and C".
[[nodiscard]] std::vector<const Mention*> joined_to(const SentenceView& sentence, std::uint32_t word);

/// Who is "concerned by X", "proud of X", by the form of "be" at word `be`; the speaker of "I" and "we".
[[nodiscard]] const Mention* bearer_of_state(const SentenceView& sentence, std::uint32_t be);

}  // namespace chancery
