#pragma once
#include "extract/relation/stance.hpp"

namespace chancery {

/// Who says what a sentence tells, by its tree. What a body or an office holder says of itself is told as a fact, but
/// that one person or an activist group says somebody tortured or killed is a claim.
class Speakers {
  public:
    Speakers(const Stance& stance, const SentenceView& sentence) : stance_(stance), s_(sentence) {}

    /// "according to the opposition": a source that only claims is named.
    [[nodiscard]] bool only_claimed() const;
    /// "Unconfirmed reports said", "rumours say": the verb at `head` has hearsay for a subject.
    [[nodiscard]] bool hearsay(std::uint32_t head) const;
    /// Hearsay, or people without office: "media reported", "rumours say".
    [[nodiscard]] bool doubtful(std::uint32_t head) const;
    /// Somebody without office says at `head` what others did at `word`.
    [[nodiscard]] bool ordinary(std::uint32_t head, std::uint32_t word) const;
    /// "Activists say Oman tortured X", where the tree sees no clause of its own in what they say.
    [[nodiscard]] bool said_before(std::uint32_t trigger) const;
    /// "Oman claims it shot down the drone": the doer of `word` says so itself at `head`.
    [[nodiscard]] bool doer_itself(std::uint32_t head, std::uint32_t word) const;

  private:
    [[nodiscard]] bool public_body(std::uint32_t first) const;

    const Stance& stance_;
    const SentenceView& s_;
};

}  // namespace chancery
