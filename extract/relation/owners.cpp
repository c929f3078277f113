// Whose deed it is, when a pronoun tells.
//
// "Activists criticised his speech": he is somebody else than who criticises, and whom the report speaks of: a person
// before in the sentence, else the first one of the sentences before. Where the subject may be "he" himself ("the
// governor defended his decision"), nothing is guessed.
#include "extract/relation/owners.hpp"

#include <algorithm>

namespace chancery {

namespace {

const Mention* person_before(const RelationInput& input, const SentenceView& s, std::uint32_t verb, std::uint32_t but) {
    const Mention* last = nullptr;
    for (const auto* mention : s.mentions)
        if (mention->last <= verb && is_human(mention->type) && mention->entity != but) last = mention;
    if (last != nullptr) return last;
    for (std::uint32_t back = 1; back <= 2 && back <= s.index; ++back)
        for (const auto& mention : input.mentions)
            if (mention.sentence + back == s.index && mention.entity != no_entity && is_human(mention.type))
                return &mention;
    return nullptr;
}

/// "the law that X signed", "the work done by X": whose the thing is, by the clause behind it. What is said of people
/// is not said of whose they are.
const Mention* maker_behind(const SentenceView& s, std::uint32_t noun) {
    constexpr std::uint32_t reach = 8;
    if (s.words[noun].tag != WordClass::noun || human_noun(s, noun)) return nullptr;
    for (auto i = noun + 1; i < std::min(noun + reach, s.size()); ++i) {
        const auto relation = s.syntax[i].relation;
        const bool clause = relation == Dependency::relative_clause || relation == Dependency::noun_clause;
        if (s.syntax[i].head != noun || !clause || s.words[i].tag != WordClass::verb) continue;
        const auto frame = frame_of(s, i);
        if (!frame || !frame->subject || frame->object != noun) return nullptr;
        const auto* maker = mention_of_phrase(s, *frame->subject);
        return maker != nullptr && maker->type != EntityType::place ? maker : nullptr;
    }
    return nullptr;
}

/// "his speech", where somebody is meant who can be told.
const Mention* owner_by_pronoun(const RelationInput& input, const SentenceView& s, std::uint32_t verb,
                                std::uint32_t noun, const Mention& subject) {
    if (!s.lexicon.deeds.contains(s.words[noun].lower) || is_human(subject.type)) return nullptr;
    const bool his = std::any_of(s.syntax.begin(), s.syntax.end(), [&](const Syntax& word) {
        const auto i = static_cast<std::uint32_t>(&word - s.syntax.data());
        return word.head == noun && s.words[i].is_any({"his", "her"});
    });
    return his ? person_before(input, s, verb, subject.entity) : nullptr;
}

}  // namespace

bool ends_of_owned(const RelationInput& input, const SentenceView& s, std::uint32_t verb, const Trigger& trigger,
                   EventEnds& ends) {
    const auto& cameo = input.catalog.at(trigger.relation).cameo;
    const bool stance = cameo == "051" || cameo == "111" || cameo == "112" || cameo == "120";
    if (!stance || !trigger.before.empty() || !trigger.after.empty() || verb >= s.syntax.size()) return false;
    const auto frame = frame_of(s, verb);
    if (!frame || frame->passive || !frame->subject || !frame->object) return false;
    const auto noun = *frame->object;
    if (s.covering(noun) != nullptr) return false;
    const auto* subject = mention_of_phrase(s, *frame->subject);
    if (subject == nullptr) return false;
    ends.object = owner_by_pronoun(input, s, verb, noun, *subject);
    if (ends.object == nullptr) ends.object = maker_behind(s, noun);
    if (ends.object == nullptr || ends.object->entity == subject->entity) return false;
    ends.subject = subject;
    ends.construction = "owned";
    ends.confidence = 500;
    ends.trigger_end = verb + 1;
    return true;
}

}  // namespace chancery
