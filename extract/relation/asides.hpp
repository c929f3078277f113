#pragma once
#include <optional>

#include "extract/relation/own_words.hpp"

namespace chancery {

/// What is said of a statement beside it, in words that its tree does not hang on it: "..., a charge Norway denies",
/// "if confirmed", "at no time did", "the claim by X in Y that ...".
class Asides {
  public:
    Asides(const Stance& stance, const SentenceView& sentence) : stance_(stance), s_(sentence) {}

    /// Doubts about the word `trigger`; those that a denial behind it raises only for a `grave` deed, as it may be
    /// about something milder in between.
    void read(std::uint32_t trigger, bool grave, Doubts& found) const;

    /// The noun or verb that the clause of the verb `word` tells the content of, where the tree hangs the clause on a
    /// name between: "the claim by Senator X that Norway expelled Y", "said in an interview with X that ...".
    [[nodiscard]] std::optional<std::uint32_t> opener(std::uint32_t word) const;

    /// "..., accusing X of", "while praising X": a thing of its own beside what the verb `head` governs.
    [[nodiscard]] bool told_beside(std::uint32_t head, std::uint32_t word) const;

    /// "claim", "allegation".
    [[nodiscard]] bool claim_noun(std::uint32_t i) const;

  private:
    [[nodiscard]] bool denied_behind(std::uint32_t trigger) const;
    [[nodiscard]] bool refers_back(std::uint32_t i) const;
    [[nodiscard]] std::optional<std::uint32_t> behind_claim(std::uint32_t verb, std::uint32_t trigger) const;

    const Stance& stance_;
    const SentenceView& s_;
};

}  // namespace chancery
