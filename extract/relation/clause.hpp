#pragma once
#include <optional>
#include <span>
#include <vector>

#include "extract/lexicon/lexicon.hpp"
#include "extract/lexicon/words.hpp"
#include "record/facts.hpp"
#include "record/mention.hpp"
#include "record/reading.hpp"

namespace chancery {

/// One sentence as the relation step sees it: its words and the mentions in it that have an entity.
struct SentenceView {
    const Lexicon& lexicon;
    const Words& words;
    std::vector<const Mention*> mentions;  ///< in text order, wider first
    std::uint32_t index = 0;
    std::span<const Syntax> syntax = {};      ///< of its words; empty when there is no tree
    std::vector<char> quoted = {};            ///< by word: inside quotation marks; empty when nobody asked
    const Mention* speaker = nullptr;         ///< whose words the quoted ones are; may stand in another sentence
    std::vector<const Mention*> owners = {};  ///< "his", "its", where it is known whose

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(words.size()); }
    [[nodiscard]] bool is(std::uint32_t i, std::string_view form) const { return i < size() && words[i].is(form); }
    [[nodiscard]] bool is_any(std::uint32_t i, std::initializer_list<std::string_view> forms) const {
        return i < size() && words[i].is_any(forms);
    }
    [[nodiscard]] const Mention* starting(std::uint32_t first) const;  ///< the widest that begins there
    [[nodiscard]] const Mention* ending(std::uint32_t last) const;     ///< the widest that ends there
    [[nodiscard]] const Mention* covering(
        std::uint32_t i) const;  ///< the widest that holds word i, but a person keeps his name
    [[nodiscard]] const Mention* owner_at(std::uint32_t i) const;  ///< the "his" or "its" that is word i
    [[nodiscard]] WordClass word_class(std::uint32_t i) const;
    [[nodiscard]] bool auxiliary(std::uint32_t i) const { return word_class(i) == WordClass::auxiliary; }
    [[nodiscard]] bool adverb(std::uint32_t i) const;
    /// A verb of saying in any form: what follows is somebody's words.
    [[nodiscard]] bool says(std::uint32_t i) const;
    /// The first word from `i` on that is no determiner; size() when none is.
    [[nodiscard]] std::uint32_t past_determiners(std::uint32_t i) const {
        while (i < size() && word_class(i) == WordClass::determiner) ++i;
        return i;
    }
    /// The first of the determiners right before word `i`; `i` when none is there.
    [[nodiscard]] std::uint32_t before_determiners(std::uint32_t i) const {
        while (i > 0 && word_class(i - 1) == WordClass::determiner) --i;
        return i;
    }
    /// The first word that hangs on `head` as `relation`.
    [[nodiscard]] std::optional<std::uint32_t> child(std::uint32_t head, Dependency relation) const;
};

/// "he", "they", "you": whoever it is that does or says something.
[[nodiscard]] bool personal_pronoun(const Word& word);
/// A form of "be", as the passive needs it.
[[nodiscard]] bool form_of_be(const Word& word);

/// First word of the clause that holds word `at`: behind the nearest conjunction, comma pair, dash or verb of saying
/// that opens it.
[[nodiscard]] std::uint32_t clause_start(const SentenceView& sentence, std::uint32_t at);

/// A gerund that says what somebody is accused, praised or kept from: "accused X of attacking", "thanked X for
/// releasing", "kept X from leaving".
struct Charge {
    const Mention* doer = nullptr;  ///< X, when it is a mention; of "was criticised for attacking" whoever was
    std::uint32_t preposition = 0;  ///< the word before the gerund
};
/// The charge the gerund at `verb` stands in; nothing when it is no gerund behind of, for or from, or when its subject
/// leads ("X, accused of attacking").
[[nodiscard]] std::optional<Charge> charge_of(const SentenceView& sentence, std::uint32_t verb);

/// Who does what the verb at `verb` says, looking left past auxiliaries and adverbs: the antecedent of a relative, the
/// object of a control verb
/// ("urged Russia to release"), the noun phrase right before, or the first of the clause that hangs on no preposition.
[[nodiscard]] const Mention* subject_of(const SentenceView& sentence, std::uint32_t verb);

/// The thing acted on: the first mention right of word `from` inside the same noun phrase, through "of", "against",
/// "by" and possessors, not through prepositions of time and place. `head` receives the phrase's first plain noun
/// before it, or npos.
struct ObjectPhrase {
    const Mention* mention = nullptr;
    std::vector<std::uint32_t> nouns;  ///< plain words walked over
    bool through_preposition = false;
};
[[nodiscard]] ObjectPhrase object_of(const SentenceView& sentence, std::uint32_t from);

/// Further objects joined to the first by commas and "and".
[[nodiscard]] std::vector<const Mention*> and_others(const SentenceView& sentence, const Mention& first);

/// "by X" right of word `from`, in the same clause.
[[nodiscard]] const Mention* by_agent(const SentenceView& sentence, std::uint32_t from);

}  // namespace chancery
