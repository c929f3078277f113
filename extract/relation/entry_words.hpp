#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/relation/clause.hpp"
#include "extract/relation/rules.hpp"

namespace chancery {

/// Position behind the fixed words of an entry, matched from word `at` with small words skipped; nothing when they are
/// not there.
[[nodiscard]] std::optional<std::uint32_t> behind_words(const SentenceView& sentence, std::uint32_t at,
                                                        const std::vector<std::string>& wanted);

/// The fixed words of an entry behind X, which ends before word `last`: right there, behind an apposition ("named X, a
/// career diplomat, as"), or behind "X's" when the first is what X has ("demanded X's resignation", not "asked X's
/// aides to"). True when there are none.
[[nodiscard]] bool words_follow(const SentenceView& sentence, std::uint32_t last,
                                const std::vector<std::string>& wanted);

/// `text` is `lemma` or its plural.
[[nodiscard]] bool same_word(std::string_view text, std::string_view lemma);

/// "the shooting of X", whatever the tagger takes the gerund for.
[[nodiscard]] bool gerund_as_noun(const SentenceView& sentence, std::uint32_t i);

/// The participle at word `i` describes the noun behind it: "the ousted president", "an arresting portrait".
[[nodiscard]] bool before_its_noun(const SentenceView& sentence, std::uint32_t i, VerbForm form);

/// A whole sentence in which the tagger found no verb.
[[nodiscard]] bool verbless(const SentenceView& sentence);

/// A word that the rule must not meet stands in the object's phrase: "summoned the courage".
[[nodiscard]] bool is_blocked(const SentenceView& sentence, const Rule& rule, const ObjectPhrase& phrase);

/// The noun for the doer is of those that the rule wants (`by`), and not of those that it leaves out (`not_by`).
[[nodiscard]] bool done_by(const SentenceView& sentence, const Rule& rule, const Mention& doer);

/// "AGENCY/Jane Roe": the mention is part of a picture's credit in this sentence.
[[nodiscard]] bool in_credit(const SentenceView& sentence, const Mention& mention);

}  // namespace chancery
