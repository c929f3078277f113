#pragma once
#include "extract/relation/stance.hpp"

namespace chancery {

/// What the words around a trigger take for granted, or only give as a reason, whatever governs them.
class DoneDeeds {
  public:
    DoneDeeds(const Stance& stance, const SentenceView& sentence) : stance_(stance), s_(sentence) {}

    /// "the first leader to visit X", "was the last to leave": the rank is held because it was done.
    [[nodiscard]] bool ranked(std::uint32_t noun) const;
    /// "the government's decision to ban X", "the ruling by Y to": a certain decision, and so a taken one.
    [[nodiscard]] bool decided(std::uint32_t trigger) const;
    /// "avoid tariffs on X threatened by Y": a passive that tells of the noun, and not of what the verb wants.
    [[nodiscard]] bool told_of_noun(std::uint32_t participle, std::uint32_t head) const;
    /// "after the attack", "despite the removal of X": that it happened is taken for granted.
    [[nodiscard]] bool presupposed(std::uint32_t noun) const;

    /// "In a call with X, Y urged", "denied it at a meeting with X": where somebody says it is not what he says. What
    /// he plans may be there too ("plans a speech at a meeting with X").
    [[nodiscard]] bool setting(std::uint32_t noun) const;
    /// "will take part in talks with X": the talks are as the verb says.
    [[nodiscard]] bool takes_part(std::uint32_t noun) const;
    /// The verb that did what the infinitive at `verb` says: parliament "voted to ban", leaders "met to condemn",
    /// thousands "gathered to protest". A country that voted to leave has not left yet.
    [[nodiscard]] std::optional<std::uint32_t> performer(std::uint32_t verb, DeedKind kind) const;
    /// "citing killings and violence against X by Y": a reason that somebody gives.
    [[nodiscard]] bool cited(std::uint32_t noun) const;

  private:
    [[nodiscard]] bool simple_past(std::uint32_t verb) const;
    [[nodiscard]] bool definite(std::uint32_t noun) const;
    [[nodiscard]] bool is_governor(std::uint32_t word, Stance::Governor kind) const {
        return stance_.governor(s_.words[word].lower) == kind;
    }

    const Stance& stance_;
    const SentenceView& s_;
};

}  // namespace chancery
