// Is it said as a fact? The tree tells what stands over a trigger.
//
// From the trigger upwards: its own negation, modals and adverbs; then the word that governs its clause ("denied that",
// "plans to", "reports that", "urged X to"), that word's own negation, and so on, until a clause is reached that stands
// for itself. A denial anywhere on the way wins, then a plan, then a claim.
//
// Where the tree is wrong, the words right before the trigger still tell: "is believed to have", "has no plans to".
#include <algorithm>

#include "extract/relation/asides.hpp"
#include "extract/relation/done_deeds.hpp"
#include "extract/relation/framing.hpp"
#include "extract/relation/own_words.hpp"
#include "extract/relation/speakers.hpp"

namespace chancery {

namespace {

using Governor = Stance::Governor;

class StanceWalk {
  public:
    StanceWalk(const Stance& stance, const SentenceView& s, DeedKind kind)
        : stance_(stance),
          speakers_(stance, s),
          own_(stance, s),
          asides_(stance, s),
          done_(stance, s),
          framing_(stance, s),
          s_(s),
          kind_(kind),
          grave_(kind == DeedKind::grave) {}

    Status run(std::uint32_t trigger) {
        nominal_ = s_.words[trigger].tag == WordClass::noun && !stance_.as_infinitive(s_, trigger);
        const bool managed = words_before(trigger);
        const bool decided = !nominal_ && done_.decided(trigger);
        charged_ = doubts_.alleged;
        if (!nominal_) performer_ = done_.performer(trigger, kind_);
        if (!nominal_ && own_.is_to(trigger)) doubts_.planned = true;
        if (!nominal_) charge(trigger);
        if (!nominal_ && !managed && stance_.infinitive(s_, trigger) && s_.syntax[trigger].head != no_head &&
            !factual(s_.syntax[trigger].head) && !done_.ranked(s_.syntax[trigger].head) && !decided)
            doubts_.planned = true;
        own_.read(trigger, doubts_);
        asides_.read(trigger, grave_, doubts_);
        if (nominal_ && grave_ && done_.cited(trigger)) doubts_.alleged = true;
        if (!nominal_ && speakers_.only_claimed()) doubts_.alleged = true;  // "Russia's invasion", whoever speaks of it
        if (grave_ && !nominal_ && speakers_.said_before(trigger)) doubts_.alleged = true;
        if (!nominal_) framing_.read(trigger, doubts_);
        if (!decided) climb(trigger);  // "defied the decision to": whatever is done about it, it was taken
        if (told_plan_) doubts_.planned = *told_plan_;
        if ((!doubts_.planned || doubts_.denied) && framing_.unsettled(trigger)) return Status::alleged;
        if (doubts_.denied) return Status::denied;
        if (doubts_.planned) return Status::planned;  // also "is accused of planning to", "claims that X will"
        return doubts_.alleged ? Status::alleged : Status::asserted;
    }

  private:
    [[nodiscard]] bool before(std::uint32_t word, std::string_view form) const {
        for (auto i = word; i > 0 && i + 4 > word; --i)
            if (s_.is(i - 1, form)) return true;
        return false;
    }
    [[nodiscard]] std::optional<std::uint32_t> child(std::uint32_t head, Dependency relation) const {
        return s_.child(head, relation);
    }
    [[nodiscard]] bool adjective(std::uint32_t word) const { return s_.words[word].tag == WordClass::adjective; }
    [[nodiscard]] bool has_subject(std::uint32_t word) const {
        return child(word, Dependency::subject) || child(word, Dependency::passive_subject);
    }
    [[nodiscard]] std::optional<Governor> governor(std::uint32_t word) const {
        if (s_.words[word].tag == WordClass::proper) return std::nullopt;
        if (word + 1 < s_.size() && s_.words[word].tag == WordClass::verb) {  // "ruled out"
            const auto particle = std::string(s_.words[word].lower) + " " + std::string(s_.words[word + 1].lower);
            if (const auto kind = stance_.governor(particle)) return kind;
        }
        return stance_.governor(s_.words[word].lower);
    }
    [[nodiscard]] bool is_governor(std::uint32_t word, Governor kind) const { return governor(word) == kind; }

    /// The phrase that ends right before the trigger and its auxiliaries; true when it says that the deed was done.
    bool words_before(std::uint32_t trigger) {
        auto end = trigger;
        const auto skipped = [&](std::uint32_t i) {
            if (nominal_) return s_.words[i].tag == WordClass::determiner;
            return s_.adverb(i) || s_.words[i].is_any({"be", "been", "having"});
        };
        while (end > 0 && skipped(end - 1) && stance_.ending_at(s_, end) == nullptr) --end;
        if (end == 0) return false;
        if (nominal_ && s_.is(end - 1, "to")) return false;
        const auto* kind = stance_.ending_at(s_, end);
        if (kind == nullptr) return false;
        if (*kind == Stance::Kind::alleged) doubts_.alleged = true;
        if (*kind == Stance::Kind::denied || *kind == Stance::Kind::negation) doubts_.denied = true;
        if (*kind == Stance::Kind::planned) doubts_.planned = true;
        return *kind == Stance::Kind::factual;
    }

    /// "accused of arming", "denied having met", whatever the tree makes of them.
    void charge(std::uint32_t trigger) {
        auto i = trigger;
        const auto gerund = i > 0 && s_.is_any(i - 1, {"being", "getting"}) ? i - 1 : i;  // "kept X from being jailed"
        if (gerund > 0 && s_.is(gerund - 1, "from") && s_.words[gerund].lower.ends_with("ing") &&
            own_.kept_from(gerund - 1))
            doubts_.denied = true;
        if (i > 0 && s_.is(i - 1, "having")) --i;
        if (i > 0 && s_.is(i - 1, "of")) --i;
        if (i == 0 || (i == trigger && !s_.words[trigger].lower.ends_with("ing"))) return;
        if (is_governor(i - 1, Governor::denying)) doubts_.denied = true;
        if (is_governor(i - 1, Governor::claiming) && i < trigger) doubts_.alleged = true;
    }

    /// ", his lawyer said" behind a clause, ", activists say," inside it.
    void said_beside(std::uint32_t word) {
        for (std::uint32_t i = 0; i < s_.syntax.size(); ++i) {
            if (s_.syntax[i].head != word || s_.syntax[i].word_class != WordClass::verb) continue;
            const bool aside = s_.syntax[i].relation == Dependency::other && child(i, Dependency::subject);
            if (i < word && !aside) continue;
            if (s_.says(i) && grave_ && speakers_.ordinary(i, word)) doubts_.alleged = true;
            if (aside && is_governor(i, Governor::claiming) && !speakers_.doer_itself(i, word)) doubts_.alleged = true;
        }
    }

    void climb(std::uint32_t word) {
        for (int steps = 0; steps < 8; ++steps) {
            said_beside(word);
            framing_.asked(word, doubts_);
            const auto head = s_.syntax[word].head;
            if (head == no_head) return;
            if (const auto told = asides_.opener(word); told && *told != head) {
                if (asides_.claim_noun(*told)) {  // somebody's claim, whoever denies it
                    doubts_.alleged = true;
                    return;
                }
                const bool noun = s_.words[*told].tag == WordClass::noun;
                govern(*told, word, noun ? Dependency::noun_clause : Dependency::clause_complement);
                word = *told;
                continue;
            }
            if (!step(word, head)) return;
            word = head;
        }
    }

    /// What `head` makes of `word`, which hangs on it; false when nothing above matters any more.
    bool step(std::uint32_t word, std::uint32_t head) {
        const auto relation = s_.syntax[word].relation;
        switch (relation) {
            case Dependency::conjunct:
                if (!has_subject(word) && s_.words[head].tag == WordClass::verb && !adjective(word) &&
                    !child(word, Dependency::passive_auxiliary))
                    shared_words(head, word);
                return true;
            case Dependency::clause_complement:
            case Dependency::open_complement:
            case Dependency::noun_clause:
            case Dependency::clause_subject:
                if (relation == Dependency::noun_clause && bare_participle(word)) return false;
                if (relation == Dependency::open_complement && done_.told_of_noun(word, head)) return false;
                if (done_.ranked(head)) return lends_modals(head);
                govern(head, word, relation);
                tell_past(head, word, relation);
                return true;
            case Dependency::object:
            case Dependency::oblique:
            case Dependency::noun_modifier:
            case Dependency::subject:
            case Dependency::passive_subject:
                if (nominal_ && (done_.presupposed(word) || (governor(head) && done_.setting(word)))) return false;
                if ((s_.words[word].tag != WordClass::noun || !nominal_) && relation != Dependency::noun_modifier)
                    return false;
                if (done_.takes_part(word)) return lends_modals(head);
                if (own_.claimed(head)) doubts_.alleged = true;
                if (nominal_ && own_.would_be(word, head)) doubts_.planned = true;
                if (!governor(head) && passing(head, relation)) return false;
                govern_noun(head, word, relation);
                return true;
            case Dependency::relative_clause:
                if (!says_what(head, word)) return false;
                govern(head, word, Dependency::noun_clause);
                return true;
            case Dependency::adverb_clause:  // "lied when he said"
                if (s_.says(word) && is_governor(head, Governor::untrue)) doubts_.denied = true;
                gerund(head, word);
                means(head, word);
                if (!infinitive(word)) return false;
                if (done_.ranked(head)) return lends_modals(head);
                if (!factual(head)) doubts_.planned = true;
                return factual(head) && lends_modals(head);
            default:
                gerund(head, word);
                return false;
        }
    }

    /// "important to note that X met Y": who is to say it plans no meeting.
    void tell_past(std::uint32_t head, std::uint32_t word, Dependency relation) {
        const bool tells = relation == Dependency::clause_complement && (s_.says(head) || !governor(head));
        if (tells && has_subject(word) && own_.past(word) && !told_plan_) told_plan_ = doubts_.planned;
    }

    /// "spoke about the attack on X": the verb says not whether it happened; a light one does ("held no talks with").
    [[nodiscard]] bool passing(std::uint32_t head, Dependency relation) const {
        if (relation == Dependency::oblique) return true;
        return relation == Dependency::object && s_.words[head].tag == WordClass::verb &&
               !s_.lexicon.light_verbs.contains(s_.words[head].lower);
    }

    /// "will use force to", "tried to go on to": what the verb above is said with holds of its infinitive; true.
    bool lends_modals(std::uint32_t head) {
        own_.read(head, doubts_);
        return true;
    }

    /// "tariffs threatened by X": told in passing.
    [[nodiscard]] bool bare_participle(std::uint32_t word) const {
        if (s_.words[word].lower.ends_with("ing") || infinitive(word)) return false;
        for (std::uint32_t i = 0; i < word; ++i)
            if (s_.syntax[i].head == word && s_.words[i].is("that")) return false;
        return !has_subject(word);
    }

    /// "the allegation that X ...", read as a relative clause.
    [[nodiscard]] bool says_what(std::uint32_t noun, std::uint32_t verb) const {
        const auto kind = governor(noun);
        return kind && *kind != Governor::factual && s_.is(noun + 1, "that") && noun + 2 < verb;
    }

    /// "is accused of arming", "denied having met", "ruled out meeting".
    void gerund(std::uint32_t head, std::uint32_t word) {
        const bool form = s_.words[word].lower.ends_with("ing") || before(word, "having");
        const auto kind = governor(head);
        if (!form || !kind || asides_.told_beside(head, word)) return;
        if (*kind == Governor::claiming) doubts_.alleged = true;
        if (*kind == Governor::denying || *kind == Governor::refusing) doubts_.denied = true;
        if (*kind == Governor::planning && !charged_) doubts_.planned = true;  // "proposed expelling"
    }

    /// "could help by banning X", "may join Y in banning X": a plan's means is one.
    void means(std::uint32_t head, std::uint32_t word) {
        const bool by = word > head && s_.is_any(word - 1, {"by", "in"}) && s_.words[word].lower.ends_with("ing");
        Doubts above;
        if (by) own_.read(head, above);
        if (above.planned) doubts_.planned = true;
    }

    /// "to meet"; "to have met" is no plan.
    [[nodiscard]] bool infinitive(std::uint32_t word) const {
        if (word > 0 && before(word, "have")) return false;
        for (auto i = word; i > 0 && i + 3 > word; --i)
            if (s_.is(i - 1, "to") && s_.syntax[i - 1].head == word) return true;
        return false;
    }

    /// Modals and negation of a verb that a joined one shares: "will question and investigate".
    void shared_words(std::uint32_t head, std::uint32_t word) {
        for (std::uint32_t i = 0; i < head; ++i) {
            if (s_.syntax[i].head != head) continue;
            const bool modal = s_.syntax[i].word_class == WordClass::auxiliary;
            std::uint32_t length = 1;
            const auto* kind = stance_.at(s_, i, length);
            if (modal && kind != nullptr && *kind == Stance::Kind::planned) doubts_.planned = true;
            const bool bare = !stance_.past_form(s_.words[word].lower) && !s_.words[word].lower.ends_with("s");
            if ((bare || before(word, "or")) && s_.words[i].is_any({"not", "n't", "never"})) doubts_.denied = true;
        }
    }

    [[nodiscard]] bool negated(std::uint32_t word) const {
        for (std::uint32_t i = 0; i < s_.syntax.size(); ++i)
            if (s_.syntax[i].head == word && s_.words[i].is_any({"not", "n't", "never", "no", "little"})) return true;
        const auto subject = child(word, Dependency::subject);  // "nobody proved that"
        return subject && (s_.words[*subject].is_any({"nobody", "nothing", "none"}) || s_.is(*subject - 1, "no"));
    }

    /// No governor: a verb of saying, or one whose infinitive is a purpose or a wish.
    void govern_plainly(std::uint32_t head, std::uint32_t word, Dependency relation, bool no) {
        const bool speaks = s_.says(head);
        const bool passive = child(head, Dependency::passive_auxiliary) || child(head, Dependency::passive_subject);
        if (speaks && grave_ && speakers_.ordinary(head, word)) doubts_.alleged = true;
        if (speaks && speakers_.hearsay(head)) doubts_.alleged = true;
        if (speaks && passive && relation == Dependency::open_complement) doubts_.alleged = true;  // "is said to have"
        const bool wanted = relation != Dependency::clause_complement && infinitive(word) && !factual(head);
        if (wanted && s_.words[head].tag != WordClass::noun) doubts_.planned = true;
        if (no && relation == Dependency::open_complement) doubts_.denied = true;
    }

    /// The verb, adjective or noun `head` governs the clause of `word`.
    void govern(std::uint32_t head, std::uint32_t word, Dependency relation) {
        if (head == performer_) return own_.read(head, doubts_);
        const auto kind = governor(head);
        const bool no = negated(head);
        if (kind == Governor::untrue) doubts_.denied = !no;
        if (s_.words[head].is_any({"true", "case"}) && no) doubts_.denied = true;
        if (!kind) return told_by_subject(head, no) ? void() : govern_plainly(head, word, relation, no);
        switch (*kind) {
            case Governor::denying:
                doubts_.denied = !no;
                break;
            case Governor::claiming:
                if (!speakers_.doer_itself(head, word)) doubts_.alleged = true;
                break;
            case Governor::reporting:
                if (s_.words[head].tag == WordClass::noun || speakers_.doubtful(head)) doubts_.alleged = true;
                break;
            case Governor::planning:  // not "pressed him that X had met"
                if (relation == Dependency::clause_complement && own_.past(word)) break;
                (no ? doubts_.denied : doubts_.planned) = true;
                break;
            case Governor::refusing:
                if (!no) doubts_.denied = true;
                break;
            case Governor::evidence:
                (no || denied_above(head) ? doubts_.denied : doubts_.alleged) = true;
                break;
            case Governor::factual:
                if (relation == Dependency::open_complement) own_.read(head, doubts_);
                break;
            case Governor::deciding:  // "a decision to"; "a ruling barring" is one that was made
            case Governor::appealing:
                if (infinitive(word)) doubts_.planned = true;
                break;
            default:
                break;
        }
        if (s_.words[head].tag == WordClass::noun && (denied_above(head) || said_false(head))) doubts_.denied = true;
    }

    /// "No evidence has emerged that", "claims surfaced that": what the subject says of the clause.
    bool told_by_subject(std::uint32_t verb, bool no) {
        const auto noun = child(verb, Dependency::subject);
        if (!noun || (!is_governor(*noun, Governor::evidence) && !is_governor(*noun, Governor::claiming))) return false;
        (no ? doubts_.denied : doubts_.alleged) = true;
        return true;
    }

    /// A noun of an event hangs on `head`: "denied the killing", "called for the release", "no evidence of an attack".
    void govern_noun(std::uint32_t head, std::uint32_t word, Dependency relation) {
        const auto kind = governor(head);
        if (negated(head) && relation == Dependency::object) doubts_.denied = true;
        if (!kind) return;
        const bool thing = relation == Dependency::object || relation == Dependency::noun_modifier;
        if (*kind == Governor::appealing && before(word, "for")) doubts_.planned = true;
        const bool kept = *kind == Governor::denying || *kind == Governor::refusing || *kind == Governor::preventing;
        if (kept && thing) doubts_.denied = true;
        if (*kind == Governor::claiming && thing) doubts_.alleged = true;
        if ((*kind == Governor::planning || (*kind == Governor::deciding && !grave_)) &&
            (thing || relation == Dependency::oblique || relation == Dependency::passive_subject))
            doubts_.planned = true;
        if (s_.words[head].tag != WordClass::noun) return;
        if (*kind == Governor::evidence)
            (negated(head) || denied_above(head) ? doubts_.denied : doubts_.alleged) = true;
        if (*kind == Governor::reporting) doubts_.alleged = true;
        if (*kind != Governor::planning && said_false(head))
            doubts_.denied = true;  // "reports of X's arrest are false"
    }

    /// "rejected claims that", "found no proof that", "the claim that ... was rejected".
    [[nodiscard]] bool denied_above(std::uint32_t noun) const {
        const auto verb = s_.syntax[noun].head;
        if (negated(noun)) return true;
        if (verb == no_head) return false;
        const auto above = governor(verb);
        if (above == Governor::denying || negated(verb)) return true;
        const bool kept = above == Governor::refusing || above == Governor::preventing;
        return (kept || above == Governor::dropping) && is_governor(noun, Governor::planning);  // "resisted calls to"
    }
    /// "Reports that ... were false".
    [[nodiscard]] bool said_false(std::uint32_t noun) const {
        const auto above = s_.syntax[noun].head;
        return above != no_head && is_governor(above, Governor::untrue) && !negated(above);
    }
    [[nodiscard]] bool factual(std::uint32_t head) const {
        return head == performer_ || is_governor(head, Governor::factual);
    }
    const Stance& stance_;
    Speakers speakers_;
    OwnWords own_;
    Asides asides_;
    DoneDeeds done_;
    Framing framing_;
    const SentenceView& s_;
    DeedKind kind_;
    bool grave_;
    std::optional<std::uint32_t> performer_;  ///< the verb above, which did what its infinitive says
    bool charged_ = false;                    ///< the words right before the trigger make it a charge: "is wanted for"
    bool nominal_ = false;                    ///< the trigger is a noun, so its place in the sentence matters
    std::optional<bool> told_plan_;           ///< what was planned below a verb of saying that tells of the past
    Doubts doubts_;
};

}  // namespace

Status status_in_tree(const Stance& stance, const SentenceView& s, std::uint32_t trigger, DeedKind kind) {
    return StanceWalk(stance, s, kind).run(trigger);
}

}  // namespace chancery
