#pragma once
#include <initializer_list>

#include "extract/relation/relations.hpp"

namespace chancery {

// What the modules of fixed shapes ("CITY, COUNTRY", "his brother, Y") share.

/// Evidence that runs from `a` to `b` with the words `trigger` between or around them.
[[nodiscard]] Assertions::Evidence between(const SentenceView& s, const Mention& a, const Mention& b, Span trigger,
                                           const char* construction);

/// The entity of a country by its code; no_entity when the article does not name it.
[[nodiscard]] std::uint32_t country_entity(const RelationInput& input, const std::string& iso2);

/// The state of that code, named or only implied by its places ("was detained in Minsk").
[[nodiscard]] std::uint32_t state_entity(const RelationInput& input, const std::string& iso2);

/// The word of a mention that the rest of it hangs on.
[[nodiscard]] std::uint32_t head_word(const SentenceView& s, const Mention& mention);

/// What the parser or a comma sets beside the noun at `noun`: "NOUN of the bank, NAME,", "NAME, a NOUN of the bank".
[[nodiscard]] const Mention* set_beside(const SentenceView& s, std::uint32_t noun);

/// First word of the phrase that ends with the noun at `noun`: determiners and adjectives taken in.
[[nodiscard]] std::uint32_t phrase_start(const SentenceView& s, std::uint32_t noun);

/// Whose the noun at `noun` is: "X's NOUN", "the NOUN of X", "its NOUN" (the nearest before), "X, whose NOUN".
[[nodiscard]] const Mention* owner_of_noun(const SentenceView& s, std::uint32_t noun);

/// The nearest mention right of `from`, past at most `reach` plain words; nothing when a verb, a preposition or another
/// clause comes first.
[[nodiscard]] const Mention* next_mention(const SentenceView& s, std::uint32_t from, std::uint32_t reach);

/// A political party, by the lexicon or its name.
[[nodiscard]] bool is_party(const RelationInput& input, const Mention& body);

void find_parties(const RelationInput& input, const SentenceView& s, Assertions& out);    // who is of which party
void find_bodies(const RelationInput& input, const SentenceView& s, Assertions& out);     // structure
void find_places(const RelationInput& input, const SentenceView& s, Assertions& out);     // where places lie
void find_residence(const RelationInput& input, const SentenceView& s, Assertions& out);  // where people and bodies are
void find_family(const RelationInput& input, const SentenceView& s, Assertions& out);     // who is whose kin
void find_affiliations(const RelationInput& input, const SentenceView& s, Assertions& out);  // who belongs where

}  // namespace chancery
