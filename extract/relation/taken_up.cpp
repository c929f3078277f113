// Words, papers and decisions that a sentence takes up with "the": "Oslo denied the charge", "welcomed the report".
//
// A charge, a demand or a criticism was told as such: the nearest earlier statement that says so of the one who speaks
// now has its author. A paper or a decision was named before together with whose it is ("Norway's report", "the
// decision by X"). Remarks are whoever's that spoke last. Nobody speaks of himself.
#include "extract/relation/taken_up.hpp"

#include <algorithm>

#include "extract/relation/deeds.hpp"
#include "extract/relation/entry_words.hpp"
#include "extract/relation/event_evidence.hpp"
#include "extract/relation/frame.hpp"
#include "extract/relation/shapes.hpp"

namespace chancery {

namespace {

bool praise_or_blame(const RelationInput& input, const Trigger& trigger) {
    const auto& cameo = input.catalog.at(trigger.relation).cameo;
    return (cameo == "051" || cameo == "111" || cameo == "120") && trigger.after.empty() && !trigger.reversed &&
           trigger.before.empty() && !trigger.noun;
}

/// "the report", "these claims", and ", a move" that names what the clause before told.
bool known(const SentenceView& s, std::uint32_t noun) {
    const auto start = phrase_start(s, noun);
    const auto marks = [&](std::uint32_t i) { return s.words[i].is_any({"the", "this", "these", "that", "those"}); };
    const auto one = [&](std::uint32_t i) { return i > 0 && s.words[i].is_any({"a", "an"}) && s.is(i - 1, ","); };
    if (marks(start) || one(start)) return true;
    return start > 0 && (marks(start - 1) || one(start - 1));
}

bool plain_noun(const SentenceView& s, std::uint32_t i) {
    return i < s.size() && s.words[i].tag == WordClass::noun && s.covering(i) == nullptr;
}

/// Two words for the same thing: "report" and "reports".
bool alike(std::string_view a, std::string_view b) {
    return same_word(a, b) || same_word(b, a);
}

/// What the noun names is done by the verb: "proposal" and "proposed", "decision" and "decided".
bool done_by(std::string_view noun, std::string_view verb) {
    if (noun.ends_with('s')) noun.remove_suffix(1);
    for (const std::string_view end : {"al", "sion", "ing", "ment", "ism"})
        if (noun.ends_with(end) && noun.size() > end.size() + 2) {
            noun.remove_suffix(end.size());
            break;
        }
    return noun.size() > 2 && verb.size() > noun.size() && verb.starts_with(noun);
}

/// Remarks and the like: whoever spoke made them.
bool utterance(const SentenceView& s, std::uint32_t i) {
    return s.words[i].is_any({"remark",     "remarks",     "comment",   "comments",   "statement",  "statements",
                              "speech",     "words",       "tweet",     "tweets",     "claim",      "claims",
                              "allegation", "allegations", "assertion", "assertions", "suggestion", "message",
                              "post",       "posts",       "letter"});
}

bool may_own(const Mention* who) {
    return who != nullptr && who->entity != no_entity && who->kind != MentionKind::pronoun &&
           (is_human(who->type) || who->type == EntityType::institution || who->type == EntityType::country);
}

/// Whose the noun at `noun` is, as its own sentence says it.
const Mention* maker_of(const RelationInput& input, const SentenceView& s, std::uint32_t noun) {
    if (const auto* issuer = issuer_of(input, s, noun); may_own(issuer)) return issuer;
    const auto start = phrase_start(s, noun);
    const Mention* owner = nullptr;
    if (start > 1 && (s.is(start - 1, "'s") || s.is(start - 1, "'"))) owner = s.ending(start - 1);
    for (auto i = start > 0 ? start - 1 : start; owner == nullptr && i < noun; ++i) owner = s.owner_at(i);
    if (owner == nullptr && s.is_any(noun + 1, {"by", "from"})) owner = object_of(s, noun + 2).mention;
    if (owner == nullptr) owner = doer_by_light_verb(s, noun);
    return may_own(owner) ? owner : nullptr;
}

/// Who made the thing called `name`, where word `i` tells of it.
const Mention* maker_here(const RelationInput& input, const SentenceView& s, std::uint32_t i, std::string_view name) {
    if (plain_noun(s, i) && alike(s.words[i].lower, name)) return maker_of(input, s, i);
    if (s.words[i].tag != WordClass::verb || !done_by(name, s.words[i].lower)) return nullptr;
    const auto frame = frame_of(s, i);
    const auto* doer = frame && frame->subject ? mention_of_phrase(s, *frame->subject) : nullptr;
    return may_own(doer) ? doer : nullptr;
}

/// The speaker meant when `whom` is spoken of: itself, or a body or official of the same state.
bool same_side(const RelationInput& input, std::uint32_t whom, std::uint32_t speaker) {
    if (whom == speaker) return true;
    const auto& a = input.entities[whom];
    const auto& b = input.entities[speaker];
    return a.type == EntityType::country && b.type != EntityType::group && !a.signature.country.empty() &&
           a.signature.country == b.signature.country;
}

/// Who said it, by what the article told.
Maker who_said(const RelationInput& input, const OpenDeed& deed, std::span<const Assertion> told) {
    const bool denied = input.catalog.at(deed.relation).id == "rejected";
    Maker found;
    std::uint32_t nearest = no_entity;
    for (const auto& a : told) {
        if (std::find(deed.deeds.begin(), deed.deeds.end(), a.relation) == deed.deeds.end()) continue;
        const auto sentence = sentence_at(input, a.sentence.begin);
        const bool before = sentence <= deed.evidence.sentence && sentence + sentences_back >= deed.evidence.sentence &&
                            (sentence < deed.evidence.sentence || a.trigger_mark.begin < deed.evidence.trigger.begin);
        if (!before || a.status == Status::denied || a.subject == deed.subject) continue;
        if (denied && !same_side(input, a.object, deed.subject)) continue;
        const auto far = deed.evidence.sentence - sentence;
        if (far > nearest) continue;
        found = {a.subject, a.subject_mark};
        nearest = far;
    }
    return found;
}

}  // namespace

bool denies_all(const SentenceView& s, std::uint32_t verb, const Trigger& trigger) {
    if (trigger.head != "deny" || verb >= s.syntax.size()) return false;
    for (auto i = verb; i > 1 && i + 8 > verb; --i) {
        if (s.words[i - 1].word_class == WordClass::punctuation) return false;
        if (!s.is(i - 1, "which") || !s.is(i - 2, ",")) continue;
        return i != verb && s.starting(s.past_determiners(i)) != nullptr;  // "which Oman denies", not "which denies"
    }
    return false;
}

std::vector<std::uint16_t> words_named(const RelationInput& input, const SentenceView& s, std::uint32_t thing) {
    std::vector<std::uint16_t> found;
    const auto add = [&](std::string_view id) {
        if (const auto relation = input.catalog.find(id)) found.push_back(*relation);
    };
    if (s.words[thing].is_any({"which", "it", "this", "that"})) {
        for (const auto* id : {"accused", "charged"}) add(id);
        return found;
    }
    for (const auto& hit : input.rules.nouns(s.words[thing].lower)) {
        const auto& trigger = input.rules.triggers()[hit.trigger];
        if (!trigger.doer && trigger.before.size() == 1 && cameo_between(input.catalog, trigger.relation, "10", "13"))
            found.push_back(trigger.relation);
    }
    if (s.words[thing].is_any({"charge", "charges", "claim", "claims"})) add("accused");
    if (s.words[thing].is_any({"demand", "demands", "call", "calls", "request", "requests", "ultimatum"}))
        add("demanded_of");
    return found;
}

std::optional<std::uint32_t> thing_taken_up(const RelationInput& input, const SentenceView& s, std::uint32_t verb,
                                            const Trigger& trigger) {
    if (!praise_or_blame(input, trigger)) return std::nullopt;
    for (auto i = verb; denies_all(s, verb, trigger) && i > 0; --i)
        if (s.is(i, "which")) return i;
    const auto frame = frame_of(s, verb);
    if (!frame || !frame->subject || !frame->object) return std::nullopt;
    const auto noun = *frame->object;
    if (trigger.head == "deny" && s.words[noun].is_any({"it", "this"})) return noun;
    const bool names =
        plain_noun(s, noun) && (s.lexicon.documents.contains(s.words[noun].lower) ||
                                s.lexicon.deeds.contains(s.words[noun].lower) || !words_named(input, s, noun).empty());
    if (!names || !known(s, noun)) return std::nullopt;
    for (const auto& blocker : input.rules.rule(trigger).blockers)
        if (same_word(s.words[noun].lower, blocker)) return std::nullopt;
    return noun;
}

bool take_up(const RelationInput& input, const SentenceView& s, std::uint32_t verb, const Trigger& trigger,
             const Assertions& told, std::vector<OpenDeed>& open) {
    const auto frame = frame_of(s, verb);
    const auto thing = thing_taken_up(input, s, verb, trigger);
    if (!thing || !frame || !frame->subject) return false;
    EventEnds ends;
    ends.subject = mention_of_phrase(s, *frame->subject);
    if (ends.subject == nullptr) ends.subject = first_person(s, *frame->subject);
    if (ends.subject == nullptr || ends.subject->entity == no_entity) return false;
    const auto type = static_cast<unsigned>(input.entities[ends.subject->entity].type);
    if (((input.rules.rule(trigger).subjects >> type) & 1U) == 0) return false;
    open.push_back({ends.subject->entity, trigger.relation, words_named(input, s, *thing), false, no_entity,
                    event_evidence(input, s, told, verb, trigger, ends), thing});
    return true;
}

Maker maker_told(const RelationInput& input, std::span<const SentenceView> sentences, const OpenDeed& deed,
                 std::span<const Assertion> told) {
    if (const auto found = who_said(input, deed, told); found.entity != no_entity) return found;
    const auto here = deed.evidence.sentence;
    const auto thing = *deed.thing;
    const auto& own = sentences[here];
    if (!plain_noun(own, thing)) return {};
    for (std::uint32_t back = 0; back <= sentences_back && back <= here; ++back) {
        const auto& s = sentences[here - back];
        for (auto i = back == 0 ? thing : s.size(); i-- > 0;) {
            const auto* maker = maker_here(input, s, i, own.words[thing].lower);
            if (maker != nullptr && maker->entity != deed.subject) return {maker->entity, maker->where};
        }
    }
    if (!utterance(own, thing) || here == 0) return {};
    const auto& s = sentences[here - 1];
    for (std::uint32_t i = 0; i < s.size(); ++i) {
        if (!s.says(i) || s.words[i].tag != WordClass::verb) continue;
        const auto frame = frame_of(s, i);
        const auto* speaker =
            frame && !frame->passive && frame->subject ? mention_of_phrase(s, *frame->subject) : nullptr;
        if (speaker != nullptr && speaker->entity != no_entity && speaker->entity != deed.subject &&
            (is_human(speaker->type) || speaker->type == EntityType::institution))
            return {speaker->entity, speaker->where};
    }
    return {};
}

}  // namespace chancery
