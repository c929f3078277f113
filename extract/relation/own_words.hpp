#pragma once
#include "extract/relation/stance.hpp"

namespace chancery {

/// What was found against a statement's being a fact.
struct Doubts {
    bool denied = false, alleged = false, planned = false;
};

/// Negation, modals, adverbs, adjectives and conjunctions that hang on one word of a tree.
class OwnWords {
  public:
    OwnWords(const Stance& stance, const SentenceView& sentence) : stance_(stance), s_(sentence) {}

    void read(std::uint32_t word, Doubts& found) const;
    /// "allegedly" at the word.
    [[nodiscard]] bool claimed(std::uint32_t word) const;
    /// "an attack would be a mistake", "any attack will be answered": what the verb `head` says of its subject `noun`.
    [[nodiscard]] bool would_be(std::uint32_t noun, std::uint32_t head) const;
    /// "was barred from landing", "refrained from attacking", with "from" at the word.
    [[nodiscard]] bool kept_from(std::uint32_t from) const;
    /// "is to meet", "are to be expelled".
    [[nodiscard]] bool is_to(std::uint32_t verb) const;
    /// The verb stands in a past or perfect form.
    [[nodiscard]] bool past(std::uint32_t verb) const;

  private:
    void adjectives(std::uint32_t noun, Doubts& found) const;
    void called_off(std::uint32_t noun, Doubts& found) const;
    void conjunction(std::uint32_t i, std::uint32_t word, Doubts& found) const;
    [[nodiscard]] bool on_helper(std::uint32_t i, std::uint32_t verb) const;
    [[nodiscard]] bool past_time(std::uint32_t verb) const;
    void modal(std::uint32_t i, Doubts& found) const;
    [[nodiscard]] bool in_question(std::uint32_t word) const;
    [[nodiscard]] bool foreseen_above(std::uint32_t word) const;
    [[nodiscard]] bool counterfactual() const;
    [[nodiscard]] bool conditional(std::uint32_t clause) const;
    [[nodiscard]] bool is_governor(std::uint32_t word, Stance::Governor kind) const {
        return stance_.governor(s_.words[word].lower) == kind;
    }

    const Stance& stance_;
    const SentenceView& s_;
};

}  // namespace chancery
