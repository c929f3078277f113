#pragma once
#include <span>
#include <vector>

#include "extract/lexicon/lexicon.hpp"
#include "extract/lexicon/words.hpp"
#include "extract/relation/confidence.hpp"
#include "extract/relation/rules.hpp"
#include "extract/relation/stance.hpp"
#include "record/article.hpp"
#include "record/facts.hpp"
#include "record/mention.hpp"

namespace chancery {

/// One entry of the rules tried on one word, and what came of it.
struct Attempt {
    std::uint32_t sentence = 0, word = 0;
    std::string text, rule, entry, outcome;
};

/// What the relation modules read. Lives for one article.
struct RelationInput {
    const Lexicon& lexicon;
    const RelationCatalog& catalog;
    const Rules& rules;
    const Stance& stance;
    const Confidence& confidence;
    const Article& article;
    const Reading& reading;
    std::span<const Words> sentences;
    const std::vector<Mention>& mentions;
    const std::vector<Office>& offices;
    const std::vector<std::uint32_t>& office_bodies;  ///< entity of each office's body, or no_entity
    const std::vector<Entity>& entities;
    std::vector<Attempt>* attempts = nullptr;  ///< receives what was tried, when somebody asks
};

/// All assertions of an article, sorted by sentence and content, without repetitions.
[[nodiscard]] std::vector<Assertion> find_relations(const RelationInput& input);

/// Collects assertions; drops those whose ends are the same or of a type the relation does not take.
class Assertions {
  public:
    explicit Assertions(const RelationInput& input) : input_(input) {}

    struct Evidence {
        std::uint32_t sentence = 0;
        Span subject, trigger, object;
        const char* construction = "";
        std::uint16_t confidence = 500;
        Status status = Status::asserted;
        bool former = false;
        std::string date = {}, place = {}, speaker_text = {};  ///< as in Assertion
        std::uint32_t speaker = no_entity;
    };
    bool add(std::uint32_t subject, std::string_view relation, std::uint32_t object, const Evidence& evidence);

    /// The body whose office the person holds or held, by the roles collected so far: as sentence `sentence` says it,
    /// else as the article says it first; no_entity when it says none.
    [[nodiscard]] std::uint32_t office_of(std::uint32_t person, std::uint32_t sentence) const;

    /// The person's offices are all of a country that only the rest of the article suggests ("Senator X").
    [[nodiscard]] bool country_only_guessed(std::uint32_t person) const;

    [[nodiscard]] const std::vector<Assertion>& all() const { return all_; }  ///< what was added, in that order

    std::vector<Assertion> take();

  private:
    const RelationInput& input_;
    std::vector<Assertion> all_;
};

// `sentences`: all of the article, in order. Events mark in them what stands in quotation marks, and whose words it is.
void find_roles(const RelationInput& input, Assertions& out);  // offices: who is what of which body
/// Structure, place, affiliation, family.
void find_states(const RelationInput& input, std::span<const SentenceView> sentences, Assertions& out);
/// Who did what to whom.
void find_events(const RelationInput& input, std::vector<SentenceView>& sentences, Assertions& out);

}  // namespace chancery
