#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "extract/lexicon/word_table.hpp"
#include "extract/relation/clause.hpp"
#include "record/status.hpp"

namespace chancery {

/// What kind of deed a trigger tells of: violence and arrests (`grave`), which an ordinary person's word does not make
/// a fact; deeds of mere words and protest (`spoken`), which are done by saying or gathering; or another.
enum class DeedKind : std::uint8_t { other, spoken, grave };

/// By the CAMEO code of a relation: grave are roots 17 to 20; spoken are demands, criticism and accusations (111, 112),
/// rejections, threats and protests.
[[nodiscard]] DeedKind deed_kind(std::string_view cameo);

/// Words that turn a statement into a claim, a denial or a plan: models/lexicon/status_words.tsv, governors.tsv and
/// sources.tsv.
class Stance {
  public:
    enum class Kind : std::uint8_t {
        alleged,
        denied,
        negation,
        planned,
        reporting,
        claiming,
        factual,
        crediting,
        foreseen,
        aside,
        nowise,
        telling,
        unsettled,
        untruly,
        voting
    };
    /// What a verb or noun makes of the clause it governs.
    enum class Governor : std::uint8_t {
        denying,
        claiming,
        planning,
        refusing,
        reporting,
        evidence,
        factual,
        preventing,
        untrue,
        appealing,
        wondering,
        opposing,
        deciding,
        citing,
        ranking,
        dropping
    };
    /// Whose word tells a fact, and whose a claim; a paper tells facts of lesser deeds than violence.
    enum class Source : std::uint8_t { official, ordinary, paper };

    /// Reads the three tables of `lexicon`. Throws Error "FILE:LINE: ...".
    static Stance read(const std::filesystem::path& lexicon);

    /// The status of what the word at `trigger` says: by the tree, where the sentence has one, else from the words of
    /// its clause before it and the two behind it.
    [[nodiscard]] Status of(const SentenceView& sentence, std::uint32_t trigger, std::uint32_t trigger_end,
                            DeedKind kind) const;

    /// The status of what a noun that names its doer says ("an ally of X"): of one in passing only its own adjectives
    /// tell, whatever governs it.
    [[nodiscard]] Status of_doer(const SentenceView& sentence, std::uint32_t noun) const;

    /// The charge a gerund stands in (clause.hpp); none in "has no intention of attacking", which is the subject's own.
    [[nodiscard]] std::optional<Charge> charge(const SentenceView& sentence, std::uint32_t trigger) const;

    [[nodiscard]] const Kind* at(const SentenceView& sentence, std::uint32_t i, std::uint32_t& length) const;
    [[nodiscard]] std::optional<Governor> governor(std::string_view word) const;
    [[nodiscard]] std::optional<Source> source(std::string_view word) const;

    /// "arrested", "shot": the form can be a past tense or a past participle.
    [[nodiscard]] bool past_form(std::string_view word) const;

    /// The phrase of two words or more that ends right before word `end`: "believed to", "no plans to".
    [[nodiscard]] const Kind* ending_at(const SentenceView& sentence, std::uint32_t end) const;

    /// "opposed sending", "condemned killing": what the gerund at word `i` says is done by others.
    [[nodiscard]] bool others_deed(const SentenceView& sentence, std::uint32_t i) const;

    /// "to" behind a word that takes an infinitive ("plans to", "is believed to have"): the word `i` behind it is a
    /// verb.
    [[nodiscard]] bool as_infinitive(const SentenceView& sentence, std::uint32_t i) const;

    /// "to release" behind no verb that makes it a fact ("managed to").
    [[nodiscard]] bool infinitive(const SentenceView& sentence, std::uint32_t trigger) const;

  private:
    [[nodiscard]] Status of_charge(const SentenceView& sentence, const Charge& charge) const;
    [[nodiscard]] Status by_order(const SentenceView& sentence, std::uint32_t trigger, std::uint32_t trigger_end) const;
    WordMap<Kind> words_;  ///< single words and phrases joined by blanks
    WordSet openers_;      ///< first words of those phrases
    WordMap<Governor> governors_;
    WordMap<Source> sources_;
    WordSet irregular_pasts_;
};

/// The status that the tree gives the word at `trigger`.
[[nodiscard]] Status status_in_tree(const Stance& stance, const SentenceView& sentence, std::uint32_t trigger,
                                    DeedKind kind);

}  // namespace chancery
