#pragma once
#include <optional>

#include "extract/relation/own_words.hpp"

namespace chancery {

/// What the order of words around a clause makes of it, where its tree is wrong or says too little: the noun or verb
/// right before it ("reports that", "her claim Norway attacked", "nobody proved that"), what is said of that noun
/// behind it ("... are untrue"), and set phrases ("neither confirmed nor denied that").
class Framing {
  public:
    Framing(const Stance& stance, const SentenceView& sentence) : stance_(stance), s_(sentence) {}

    /// "Did Norway expel X?", with the verb `root`: what is asked is no fact.
    void asked(std::uint32_t root, Doubts& found) const;

    /// Neither a fact nor denied, whatever the tree says: "could not confirm that", "no doubt that".
    [[nodiscard]] bool unsettled(std::uint32_t trigger) const;
    /// Doubts about the verb at `trigger`.
    void read(std::uint32_t trigger, Doubts& found) const;

  private:
    [[nodiscard]] std::optional<std::uint32_t> opener(std::uint32_t trigger) const;
    [[nodiscard]] std::optional<std::uint32_t> governor_before(std::uint32_t that) const;
    [[nodiscard]] bool subject_between(std::uint32_t first, std::uint32_t last) const;
    [[nodiscard]] bool followed_by_object(std::uint32_t trigger) const;
    [[nodiscard]] bool negated(std::uint32_t word) const;
    [[nodiscard]] bool denied_before(std::uint32_t noun) const;
    [[nodiscard]] bool judged_untrue(std::uint32_t trigger) const;
    [[nodiscard]] std::optional<Stance::Governor> governor(std::uint32_t i) const {
        if (s_.words[i].tag == WordClass::proper) return std::nullopt;
        return stance_.governor(s_.words[i].lower);
    }

    const Stance& stance_;
    const SentenceView& s_;
};

}  // namespace chancery
