#pragma once
#include <vector>

#include "extract/relation/event_ends.hpp"

namespace chancery {

/// Who does something, where the act itself names nobody.
struct LeftOutDoer {
    std::uint32_t entity = no_entity;
    Span where;  ///< the words that tell
    const char* construction = "";
};

/// The state in whose country an official act happens: "was detained in Baku", "sentenced by a court in Iran", for
/// rules that say so (`doer_in`). Nothing when somebody else is named as the doer.
[[nodiscard]] LeftOutDoer state_of_place(const RelationInput& input, const SentenceView& sentence, std::uint32_t word,
                                         const Trigger& trigger, const EventEnds& ends);

/// What an article tells of deeds and acts in one place and takes up in another: "the attack killed six" behind "Hamas
/// attacked", "he was later released" behind "Iran arrested him".
class ToldElsewhere {
  public:
    /// An act with an object and without a doer.
    struct Orphan {
        std::uint32_t sentence = 0, word = 0;
        const Trigger* trigger = nullptr;
        EventEnds ends;
    };

    explicit ToldElsewhere(const RelationInput& input) : input_(input) {}

    void add_orphan(Orphan orphan) { orphans_.push_back(std::move(orphan)); }
    /// A deed of force whose doer the sentence tells, with or without whom it strikes.
    void add_deed(std::uint32_t sentence, const Mention& doer, bool claimed) {
        if (!is_human(doer.type)) deeds_.push_back({sentence, doer.entity, doer.where, claimed});
    }
    [[nodiscard]] const std::vector<Orphan>& orphans() const { return orphans_; }

    /// The doer as another sentence tells it, given what was read so far.
    [[nodiscard]] LeftOutDoer doer_of(const SentenceView& sentence, const Orphan& orphan,
                                      const std::vector<Assertion>& read) const;

  private:
    struct Deed {
        std::uint32_t sentence;
        std::uint32_t doer;
        Span where;
        bool claimed;  ///< somebody claimed responsibility
    };
    [[nodiscard]] LeftOutDoer deed_taken_up(const SentenceView& sentence, const Orphan& orphan) const;
    [[nodiscard]] LeftOutDoer earlier_act(const Orphan& orphan, const std::vector<Assertion>& read) const;

    [[nodiscard]] LeftOutDoer deed_in_clause(const SentenceView& sentence, const Orphan& orphan) const;
    [[nodiscard]] LeftOutDoer act_beside(const SentenceView& s, const Orphan& orphan,
                                         const std::vector<Assertion>& read) const;

    const RelationInput& input_;
    std::vector<Orphan> orphans_;
    std::vector<Deed> deeds_;  ///< in text order
};

}  // namespace chancery
