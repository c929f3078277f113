// Finds the ends of an event's verb.
//
// A verb is active ("Baku summoned the ambassador"), passive ("was summoned by Baku", "was summoned to the ministry"),
// a bare participle behind its object ("journalists arrested in Baku"), reciprocal ("X and Y signed an agreement").
//
// An end that the sentence does not name is not guessed.
#include "extract/relation/event_ends.hpp"

#include <algorithm>
#include <optional>

#include "extract/relation/deeds.hpp"
#include "extract/relation/entry_words.hpp"
#include "extract/relation/reciprocal.hpp"
#include "extract/relation/shapes.hpp"

namespace chancery {

namespace {

class EndFinder {
  public:
    EndFinder(const RelationInput& input, const SentenceView& s, EventEnds& ends) : input_(input), s_(s), told_(ends) {}

    bool of_verb(std::uint32_t i, const Trigger& trigger, VerbForm form, EventEnds& ends) {
        if (noun_use(i, form)) return because("the word is a noun here");
        if (s_.is(i, "back") && i > 0 && s_.words[i - 1].tag == WordClass::verb)
            return because("it belongs to the verb before it");  // "bring back X"
        if (s_.is(i + 1, "-") && !s_.words[i + 1].space_before) return because("it is part of a longer word");
        const bool bare = trigger.before.empty() && trigger.after.empty();
        if (bare && i + 1 < s_.size() && input_.rules.rule(trigger).blockers.contains(s_.words[i + 1].lower))
            return because("a word behind it blocks the rule");  // "fired up"
        ends.trigger_end = i + 1;
        const bool direct = trigger.before.empty();
        if (trigger.suffered) return suffered(i, ends);
        if (trigger.alone) return lone_verb(i, trigger, ends);
        if (input_.stance.others_deed(s_, i)) return because("the sentence does not say who does it");
        const auto verb = s_.adverb(i) ? i + 1 : i;  // "forcibly enlist X"
        const auto frame = input_.stance.charge(s_, i) ? std::nullopt : frame_of(s_, verb);
        if (frame && (frame->object || !direct || !trigger.after.empty())) {
            if (!frame_ends(i, trigger, *frame, ends))
                return because("its object is nothing the rule takes, or its fixed words are missing");
        } else if (direct && trigger.after.empty() && passive(i, form)) {
            passive_ends(i, trigger, ends, subject_of(s_, i), "passive");
        } else if (direct && trigger.after.empty() && bare_participle(i, form)) {
            passive_ends(i, trigger, ends, s_.ending(i), "participle");
        } else if (!active_ends(i, trigger, ends)) {
            return because("no object behind it, or its fixed words are missing");
        } else if (ends.subject == nullptr && frame && !frame->passive && frame->subject &&
                   !s_.words[i].lower.ends_with("ing")) {
            ends.subject = mention_of_phrase(s_, *frame->subject);  // "X's decision to expel", its object misread
        }
        return true;
    }

  private:
    /// "X resigned", "X stepped down": the entry asks for nobody; who it is done to is told elsewhere.
    bool lone_verb(std::uint32_t i, const Trigger& trigger, EventEnds& ends) {
        const auto behind = match_words(i + 1, trigger.before);
        if (!behind) return because("its fixed words are missing");
        if (s_.is(*behind, "from")) return because("it says from what");
        const auto frame = frame_of(s_, i);
        if (!frame) return because("the tree has no verb here");
        const auto doer = frame->passive ? frame->object : frame->subject;
        if (doer) ends.subject = mention_of_phrase(s_, *doer);
        if (ends.subject == nullptr) ends.subject = subject_of(s_, i);
        ends.construction = frame->construction;
        ends.confidence = 600;
        ends.trigger_end = i + 1 + static_cast<std::uint32_t>(trigger.before.size());
        return true;
    }

    /// "X died in an Omani air strike", "X died in the attack".
    bool suffered(std::uint32_t i, EventEnds& ends) {
        const auto frame = frame_of(s_, i);
        if (!frame || frame->passive || !frame->subject) return because("nobody suffers it");
        within_deed(i, ends);
        if (!ends.deed) return because("no deed is told that it was suffered in");
        ends.object = mention_of_phrase(s_, *frame->subject);
        ends.joined = joined_to(s_, *frame->subject);
        ends.construction = "deed";
        ends.confidence = 600;
        return ends.object != nullptr;
    }

    bool because(std::string_view reason) {
        told_.missing = reason;
        return false;
    }

    [[nodiscard]] std::optional<std::uint32_t> match_words(std::uint32_t at,
                                                           const std::vector<std::string>& wanted) const {
        return behind_words(s_, at, wanted);
    }

    [[nodiscard]] bool noun_use(std::uint32_t i, VerbForm form) const {
        if (input_.stance.as_infinitive(s_, i)) return false;
        if (gerund_as_noun(s_, i)) return true;
        if (i < s_.syntax.size()) {
            const auto tagged = s_.syntax[i].word_class;
            if (tagged == WordClass::verb) return before_its_noun(s_, i, form);
            if (tagged == WordClass::noun && verbless(s_) && s_.ending(i) != nullptr &&
                s_.ending(i)->kind == MentionKind::name)
                return false;  // "Norway cut ties with Oman.", read as one name
            if (tagged == WordClass::noun && (form == VerbForm::base || (form == VerbForm::third && !has_subject(i))))
                return true;
        }
        if (i == 0) return false;
        const auto before = s_.word_class(i - 1);
        const bool after_noun_marker =
            before == WordClass::determiner || before == WordClass::numeral || s_.is(i - 1, "'s");
        if (after_noun_marker) return true;
        const bool participle = form == VerbForm::participle || form == VerbForm::past_or_participle;
        if (participle && before == WordClass::preposition) return true;  // "over detained journalists"
        if (form != VerbForm::base && form != VerbForm::third) return false;
        const auto* owner = s_.ending(i);
        return before == WordClass::preposition && !s_.is(i - 1, "to")
                   ? true
                   : owner != nullptr && owner->kind == MentionKind::adjective;
    }

    [[nodiscard]] bool has_subject(std::uint32_t verb) const {
        const bool headline = s_.size() > 0 && s_.words[s_.size() - 1].word_class != WordClass::punctuation;
        if (headline || s_.words.title_case() || s_.words.shouted()) return true;  // tags of headlines are poor
        for (const auto& word : s_.syntax)
            if (word.head == verb && word.relation == Dependency::subject) return true;
        return false;
    }

    [[nodiscard]] bool passive(std::uint32_t i, VerbForm form) const {
        if (form != VerbForm::participle && form != VerbForm::past_or_participle) return false;
        auto j = i;
        while (j > 0 && s_.adverb(j - 1)) --j;
        return j > 0 && form_of_be(s_.words[j - 1]);
    }

    [[nodiscard]] bool bare_participle(std::uint32_t i, VerbForm form) const {
        if (form != VerbForm::participle && form != VerbForm::past_or_participle) return false;
        if (i == 0 || i + 1 >= s_.size() || s_.ending(i) == nullptr) return false;
        return s_.words[i + 1].is_any(
            {"by", "in", "on", "during", "over", "for", "at", "last", "after", "as", "from", "near", "outside"});
    }

    /// The ends by the tree. Words that the entry asks for behind the verb are still matched in their order.
    bool frame_ends(std::uint32_t i, const Trigger& trigger, const Frame& frame, EventEnds& ends) {
        ends.construction = frame.construction;
        if (frame.subject) {
            ends.subject = mention_of_phrase(s_, *frame.subject);
            if (ends.subject == nullptr && (ends.subject = first_person(s_, *frame.subject)) != nullptr)
                ends.by_us = s_.is(*frame.subject, "we");
            if (ends.subject == nullptr) {
                if (force(trigger) && s_.lexicon.documents.contains(s_.words[*frame.subject].lower)) return false;
                const auto* named = s_.starting(*frame.subject + 1);  // "Sweden's neighbour NAME"
                if (named != nullptr && named->kind == MentionKind::name && named->first < i) ends.subject = named;
                if (ends.subject == nullptr)
                    ends.subject = doer_of_noun(input_, s_, *frame.subject);  // "a speech attacking X" hurts nobody
                if (ends.subject == nullptr) ends.subject = issuer_of(input_, s_, *frame.subject);
            }
            if (ends.subject == nullptr && trigger.reversed) ends.subject = owner_of_suffering(trigger, *frame.subject);
            if (ends.subject == nullptr) nameless_doer(trigger, *frame.subject, ends);
            ends.subjects = joined_to(s_, *frame.subject);
            if (const auto* partner = joined_in_deed(i); partner != nullptr) ends.subjects.push_back(partner);
        } else if (!frame.passive && !frame.clausal) {
            ends.subject = subject_of(s_, i);
        }
        if (each_other(s_, i, trigger, frame, ends)) return true;
        if (trigger.before.empty() && trigger.after.empty()) return whole_object(i, trigger, frame, ends);
        if (frame.passive) {
            const bool by = !trigger.before.empty() && trigger.before.front() == "by" && s_.is(i + 1, "by");
            if (!by && (!frame.bare || !frame.object || done_to_it(trigger, frame)))
                return passive_of_phrase(i, trigger, frame, ends);
            if (!frame.object) return false;                      // "stood by X" has no agent
            ends.subject = mention_of_phrase(s_, *frame.object);  // "Ethiopia negotiated with Sudan", misread
            ends.construction = "active";
        }
        const bool left = !frame.passive && frame.object && *frame.object < i;  // "the deal, which X struck with Y"
        if (left && passive_of_phrase(i, trigger, frame, ends)) return true;
        if (reciprocal(input_, s_, i, trigger, frame, ends)) return true;
        const auto after = match_words(i + 1, trigger.before);
        if (!after) return false;
        auto phrase = object_of(s_, *after);
        if (trigger.before.empty() && frame.object)  // "named party loyalist X president"
            if (const auto* whole = mention_of_phrase(s_, *frame.object); whole != nullptr) phrase.mention = whole;
        if (phrase.mention == nullptr || is_blocked(s_, input_.rules.rule(trigger), phrase)) return false;
        if (!words_follow(s_, phrase.mention->last, trigger.after)) return false;
        ends.trigger_end = std::max(i + 1, *after);
        ends.object = phrase.mention;
        if (!trigger.before.empty() && trigger.before.back() == "that" && suffers(*phrase.mention))
            ends.object = by_agent(s_, phrase.mention->last);
        ends.confidence = phrase.through_preposition || !phrase.nouns.empty() ? 500 : 700;
        return ends.object != nullptr;
    }

    /// "demanded that X be released by Y": it is not asked of X.
    [[nodiscard]] bool suffers(const Mention& whom) const {
        for (auto i = whom.first; i < whom.last && i < s_.syntax.size(); ++i)
            if (s_.syntax[i].relation == Dependency::passive_subject) return true;
        return false;
    }

    /// "Norway attacked X": the entry has no words but its verb.
    bool whole_object(std::uint32_t i, const Trigger& trigger, const Frame& frame, EventEnds& ends) {
        if (!frame.object) return false;
        const auto& blockers = input_.rules.rule(trigger).blockers;
        for (const auto& blocker : blockers)
            if (same_word(s_.words[*frame.object].lower, blocker)) return false;
        ends.object = mention_of_phrase(s_, *frame.object);
        if (ends.object == nullptr && !frame.passive) {  // "attacked positions of the army"
            auto phrase = object_of(s_, i + 1);
            const auto* place = site_of(trigger, *frame.object);
            const bool meant = force(trigger) && (phrase.mention != nullptr || place == nullptr ||
                                                  place->type != EntityType::country);  // "pounded rebel positions in"
            if (place != nullptr && !meant) phrase = {place, {}, true};
            if (phrase.mention == nullptr ||
                !(below(s_, phrase.mention->last - 1, *frame.object) || below(s_, phrase.mention->last - 1, i)))
                return false;
            if (is_blocked(s_, input_.rules.rule(trigger), phrase)) return false;
            ends.object = phrase.mention;
        }
        if (ends.object == nullptr) ends.object = owner_of_suffering(trigger, *frame.object);
        if (ends.object == nullptr && s_.is(*frame.object, "me")) ends.object = first_person(s_, *frame.object);
        ends.joined = joined_to(s_, *frame.object);
        if (frame.passive && !frame.subject && force(trigger)) within_deed(i, ends);
        if (frame.passive && ends.subject == nullptr && input_.rules.rule(trigger).brought_to_doer &&
            s_.is_any(i + 1, {"to", "before"})) {  // "was summoned to the Foreign Ministry"
            const auto place = object_of(s_, i + 2);
            if (place.mention != nullptr && place.mention->type == EntityType::institution)
                ends.subject = place.mention;
        }
        ends.confidence = 750;
        return true;
    }

    /// "X's home was searched", "X's offer was rejected": words and searches reach whose the thing is.
    [[nodiscard]] const Mention* owner_of_suffering(const Trigger& trigger, std::uint32_t noun) const {
        const auto& relation = input_.catalog.at(trigger.relation);
        if (!relation.cameo.starts_with("11") && !relation.cameo.starts_with("12") && relation.id != "raided")
            return nullptr;
        const auto owner = s_.child(noun, Dependency::possessor);
        return owner ? mention_of_phrase(s_, *owner) : nullptr;
    }

    /// A participle behind its noun is a passive, but not "Protesters called for X to go", misread.
    static bool done_to_it(const Trigger& trigger, const Frame& frame) {
        if (std::string_view(frame.construction) != "participle") return false;
        if (trigger.before.empty()) return true;
        for (const std::string_view particle : {"up", "off", "out", "down", "away", "back", "in", "over"})
            if (trigger.before.front() == particle) return true;
        return false;
    }

    /// "Norway joined Oman in criticising Kenya": Oman does it, too.
    [[nodiscard]] const Mention* joined_in_deed(std::uint32_t verb) const {
        const auto above = s_.syntax[verb].head;
        if (above == no_head || verb == 0 || !s_.is(verb - 1, "in") || !s_.words[verb].lower.ends_with("ing") ||
            !s_.words[above].is_any({"join", "joins", "joined", "joining"}))
            return nullptr;
        const auto partner = s_.child(above, Dependency::object);
        return partner ? mention_of_phrase(s_, *partner) : nullptr;
    }

    /// "A court sentenced", "the attack killed": who it is may be told elsewhere.
    void nameless_doer(const Trigger& trigger, std::uint32_t word, EventEnds& ends) const {
        ends.doer_word = word;
        if (force(trigger) && deed_of_force(input_, s_, word)) ends.deed = word;
    }

    /// "was killed in an Israeli airstrike", "were wounded in the attack".
    void within_deed(std::uint32_t verb, EventEnds& ends) const {
        ends.deed = deed_around(input_, s_, verb);
        if (ends.deed) ends.subject = doer_of_noun(input_, s_, *ends.deed);
        if (ends.deed && ends.subject == nullptr && s_.is(*ends.deed + 1, "with"))  // "killed in a clash with X"
            ends.subject = object_of(s_, *ends.deed + 2).mention;
    }

    /// Violence: roots 18 to 20 of CAMEO.
    [[nodiscard]] bool force(const Trigger& trigger) const {
        const auto root = input_.catalog.at(trigger.relation).cameo.substr(0, 2);
        return root >= "18" && root <= "20";
    }

    /// "visited a refugee camp in Jordan": where the thing is, for rules that take places and no persons.
    [[nodiscard]] const Mention* site_of(const Trigger& trigger, std::uint32_t noun) const {
        const auto& rule = input_.rules.rule(trigger);
        const auto takes = [&](EntityType type) { return ((rule.objects >> static_cast<unsigned>(type)) & 1U) != 0; };
        if (!takes(EntityType::place) || s_.covering(noun) != nullptr) return nullptr;
        if (takes(EntityType::person) &&
            (!input_.catalog.at(trigger.relation).cameo.starts_with("19") || human_noun(s_, noun)))
            return nullptr;  // "bombed a school in Salalah", not "attacked a woman in Salalah"
        if (noun + 1 >= s_.size() || !s_.words[noun + 1].is_any({"in", "near", "at"})) return nullptr;
        const auto* place = next_mention(s_, noun + 2, 2);
        return place != nullptr && takes(place->type) ? place : nullptr;
    }

    /// "A protest was lodged with X by Y", "sanctions were imposed on X": the entry's noun is the verb's subject.
    bool passive_of_phrase(std::uint32_t i, const Trigger& trigger, const Frame& frame, EventEnds& ends) const {
        if (passive_with_particle(i, trigger, frame, ends)) return true;
        if (trigger.before.size() < 2 || !trigger.after.empty() || !frame.object) return false;
        const auto noun = std::find_if(trigger.before.begin(), trigger.before.end(), [&](const auto& word) {
            return same_word(s_.words[*frame.object].lower, word);
        });
        if (noun == trigger.before.end() || noun + 1 == trigger.before.end()) return false;
        const auto particle = match_words(i + 1, {trigger.before.begin(), noun});  // "called off"
        if (!particle) return false;
        const std::vector<std::string> rest(noun + 1, trigger.before.end());
        auto after = match_words(*frame.object + 1, rest);  // "talks with X were called off"
        const bool whole = after && *after < i && *after <= *frame.object + 1 + rest.size();
        if (!whole) after = match_words(*particle, rest);
        if (!after && s_.is(*particle, "by") && ends.subject != nullptr)  // "tariffs threatened by X against Y"
            after = match_words(std::max(*particle, ends.subject->last), rest);
        if (!after && rest.back() == "with" && input_.catalog.at(trigger.relation).symmetric &&
            !ends.subjects.empty()) {
            with_each_other(ends, *particle, 600);  // "a deal was signed by X and Y"
            ends.noun = *frame.object;
            return ends.subject != nullptr;
        }
        if (!after) return false;
        const auto phrase = object_of(s_, *after);
        if (phrase.mention == nullptr) return false;
        if (ends.subject == nullptr) ends.subject = by_agent(s_, *particle);
        const auto* own = mention_of_phrase(s_, *frame.object);  // "Omani troops were sent to"
        const auto* before = s_.ending(*frame.object);           // "Omani sanctions were imposed on"
        if (own == nullptr && before != nullptr && before->kind == MentionKind::adjective) own = before;
        if (ends.subject == nullptr) ends.subject = own;
        ends.object = phrase.mention;
        ends.noun = *frame.object;
        ends.trigger_end = std::max(i + 1, *particle);
        ends.confidence = 650;
        return true;
    }

    /// "X was called in by Y", "X was granted asylum": the entry's object is the verb's subject.
    bool passive_with_particle(std::uint32_t i, const Trigger& trigger, const Frame& frame, EventEnds& ends) const {
        const auto& words = trigger.before.empty() ? trigger.after : trigger.before;
        const bool one_side = trigger.before.empty() != trigger.after.empty();
        if (!frame.object || !one_side) return false;
        const auto after = match_words(i + 1, words);
        const auto agent = s_.is(i + 1, "by") ? 4U : 0U;  // "tapped by Y to lead"
        if (!after || *after > i + 2 + agent + 2 * words.size()) return false;
        const auto* object = mention_of_phrase(s_, *frame.object);
        if (object == nullptr) return false;
        if (ends.subject == nullptr) ends.subject = by_agent(s_, *after);
        ends.object = object;
        ends.joined = joined_to(s_, *frame.object);
        ends.trigger_end = *after;
        ends.confidence = 650;
        return true;
    }

    void passive_ends(std::uint32_t i, const Trigger& trigger, EventEnds& ends, const Mention* object,
                      const char* construction) {
        ends.construction = construction;
        ends.object = object;
        ends.subject = by_agent(s_, i + 1);
        if (ends.subject == nullptr && input_.rules.rule(trigger).brought_to_doer &&
            s_.is_any(i + 1, {"to", "before"})) {  // "was summoned to the Foreign Ministry"
            const auto place = object_of(s_, i + 2);
            if (place.mention != nullptr && place.mention->type == EntityType::institution)
                ends.subject = place.mention;
        }
    }

    bool active_ends(std::uint32_t i, const Trigger& trigger, EventEnds& ends) {
        const auto after = match_words(i + 1, trigger.before);
        if (!after) return false;
        const auto phrase = object_of(s_, *after);
        if (phrase.mention == nullptr || is_blocked(s_, input_.rules.rule(trigger), phrase)) return false;
        if (!words_follow(s_, phrase.mention->last, trigger.after)) return false;
        ends.trigger_end = std::max(i + 1, *after);
        ends.object = phrase.mention;
        ends.subject = subject_of(s_, i);
        if (ends.subject == nullptr) ends.subject = bearer_of_state(s_, i);
        if (ends.subject == nullptr && i > 1 && input_.stance.as_infinitive(s_, i))
            ends.subject = owner_of_noun(s_, i - 2);  // "X's decision to veto"
        ends.construction = s_.words[i].lower.ends_with("ing") ? "gerund" : "active";
        ends.confidence = phrase.through_preposition || !phrase.nouns.empty() ? 500 : 700;
        return true;
    }

    const RelationInput& input_;
    const SentenceView& s_;
    EventEnds& told_;
};

}  // namespace

bool ends_of_verb(const RelationInput& input, const SentenceView& s, std::uint32_t i, const Trigger& trigger,
                  VerbForm form, EventEnds& ends) {
    return EndFinder(input, s, ends).of_verb(i, trigger, form, ends);
}

}  // namespace chancery
