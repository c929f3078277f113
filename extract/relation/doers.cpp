// Nouns that name the doer of an event: "an ally of Russia", "Morsi's critics", "supporters of the mayor".
//
// To whom it is done stands in "of" or before the noun; who does it is the group that the noun itself describes, or
// whoever the noun is set beside or said of.
#include <string>

#include "extract/lexicon/entry_key.hpp"
#include "extract/relation/event_ends.hpp"
#include "extract/relation/shapes.hpp"

namespace chancery {

namespace {

bool named(const Mention* mention) {
    return mention != nullptr && mention->kind != MentionKind::adjective && mention->kind != MentionKind::pronoun;
}

/// "X is an ally of Y".
const Mention* said_of(const SentenceView& s, std::uint32_t noun) {
    for (std::uint32_t i = 0; i < s.syntax.size(); ++i)
        if (s.syntax[i].head == noun && s.syntax[i].relation == Dependency::subject) return mention_of_phrase(s, i);
    return nullptr;
}

const Mention* bearer(const SentenceView& s, std::uint32_t noun, const Mention& whom, bool owned) {
    const auto head = s.syntax[noun].relation == Dependency::noun_modifier ? s.syntax[noun].head : no_head;
    if (head != no_head && s.is(head, "one")) {  // "X, one of Y's critics"
        if (const auto* beside = set_beside(s, head); named(beside)) return beside;
        if (const auto* subject = said_of(s, head)) return subject;
    }
    const auto* around = s.covering(noun);
    const bool group = around != nullptr && around->kind == MentionKind::description;
    if (group && (!owned || around->first <= whom.first)) return around;  // "X's critics", not "its critics"
    if (owned) {                                                          // "Serbia's ally Russia", "his ally, NAME"
        const auto* behind = s.starting(s.is(noun + 1, ",") ? noun + 2 : noun + 1);
        if (named(behind)) return behind;
    }
    if (const auto* beside = set_beside(s, noun); named(beside)) return beside;
    return said_of(s, noun);
}

}  // namespace

bool ends_of_doer(const SentenceView& s, std::uint32_t noun, const Trigger& trigger, EventEnds& ends) {
    for (auto i = noun; i > 0 && i + 3 > noun && s.words[i - 1].tag == WordClass::adjective; --i) {
        const auto modifier = s.lexicon.modifiers.find(s.words[i - 1].lower);
        if (modifier == s.lexicon.modifiers.end() || modifier->second != Modifier::former) continue;
        ends.missing = "it was so once";  // "a former ally of X"
        return false;
    }
    const bool of = s.is(noun + 1, trigger.before.front());
    const auto* whom = of ? object_of(s, noun + 2).mention : owner_of_noun(s, noun);
    if (whom == nullptr) {
        ends.missing = "its preposition or the phrase behind it is missing";
        return false;
    }
    ends.object = whom;
    ends.subject = bearer(s, noun, *whom, !of);
    ends.construction = "doer";
    ends.confidence = 600;
    ends.trigger_end = noun + 1;
    return true;
}

const Mention* body_of_people(const SentenceView& s, const Mention* people) {
    const bool of_body = people != nullptr && people->kind == MentionKind::description &&
                         (people->core == "employee_of" || people->core == "member_of");
    if (!of_body) return people;
    for (auto i = people->first; i < people->last; ++i)
        if (s.word_class(i) == WordClass::numeral) return people;
    for (const auto* inside : s.mentions) {
        if (inside->type != EntityType::institution || inside->kind != MentionKind::name ||
            inside->first < people->first || inside->last > people->last)
            continue;
        const bool debating = inside->state || organisation_kind(s.lexicon, inside->lexicon) ==
                                                   "party";  // its members act for themselves
        return people->core == "member_of" && debating ? people : inside;
    }
    const auto* owner = s.owner_at(people->first);  // "its forces"
    if (owner == nullptr && people->first > 0) owner = s.owner_at(people->first - 1);
    return owner != nullptr && !is_human(owner->type) ? owner : people;
}

const Mention* state_of_people(const SentenceView& s, const Mention* people) {
    if (people == nullptr || people->kind != MentionKind::description || people->core != "employee_of") return nullptr;
    for (const auto* inside : s.mentions)
        if (inside->type == EntityType::country && inside != people && inside->first >= people->first &&
            inside->last <= people->last)
            return inside;
    return nullptr;
}

}  // namespace chancery
