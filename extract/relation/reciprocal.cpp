// Events whose ends stand in one phrase: "X and Y signed an agreement", "X and Y accused each other".
#include "extract/relation/reciprocal.hpp"

#include <algorithm>

#include "extract/relation/entry_words.hpp"

namespace chancery {

namespace {

/// "Companies, including X, agreed": X is one of them, and no partner of theirs.
bool one_of_them(const SentenceView& s, const EventEnds& ends) {
    if (ends.subject == nullptr || ends.subject->type != EntityType::group) return false;
    for (auto i = ends.subject->last; i < ends.subjects.front()->first; ++i)
        if (s.is_any(i, {"including", "such", "notably", "among"})) return true;
    return false;
}

/// "The ministers of X and Y, A and B, signed": A and B did, who are named, and not the two states and A.
void named_for_states(const SentenceView& s, EventEnds& ends) {
    const auto person = [](const Mention* m) { return is_human(m->type) && m->kind == MentionKind::name; };
    const auto state = [](const Mention* m) { return m->type == EntityType::country && m->twin; };
    const auto named = std::find_if(ends.subjects.begin(), ends.subjects.end(), person);
    if (ends.subject == nullptr || !state(ends.subject) || named == ends.subjects.end()) return;
    auto others = and_others(s, **named);
    std::erase_if(others, [&](const Mention* m) { return !person(m); });
    if (others.empty()) return;
    ends.subject = *named;
    ends.subjects = std::move(others);
}

}  // namespace

void with_each_other(EventEnds& ends, std::uint32_t trigger_end, std::uint16_t confidence) {
    ends.object = ends.subjects.front();
    ends.subjects.erase(ends.subjects.begin());
    ends.joined = ends.subjects;
    ends.construction = "reciprocal";
    ends.trigger_end = trigger_end;
    ends.confidence = confidence;
}

bool reciprocal(const RelationInput& input, const SentenceView& s, std::uint32_t i, const Trigger& trigger,
                const Frame& frame, EventEnds& ends) {
    const bool with = !trigger.before.empty() && trigger.before.back() == "with" && trigger.after.empty();
    const bool mutual = input.rules.rule(trigger).mutual;
    if (!with || !(mutual || input.catalog.at(trigger.relation).symmetric) || !frame.subject || ends.subjects.empty())
        return false;
    if (trigger.before.size() == 1 && frame.object) return false;  // "X and Y met Z"
    const auto after = behind_words(s, i + 1, {trigger.before.begin(), trigger.before.end() - 1});
    if (!after || behind_words(s, *after, {"with"}) || one_of_them(s, ends)) return false;
    named_for_states(s, ends);
    with_each_other(ends, *after, 650);
    ends.mutual = mutual;
    return ends.subject != nullptr;
}

bool each_other(const SentenceView& s, std::uint32_t i, const Trigger& trigger, const Frame& frame, EventEnds& ends) {
    if (frame.passive || ends.subject == nullptr || ends.subjects.size() != 1 || !trigger.after.empty()) return false;
    const auto at = behind_words(s, i + 1, trigger.before);
    if (!at || !((s.is(*at, "each") && s.is(*at + 1, "other")) || (s.is(*at, "one") && s.is(*at + 1, "another"))))
        return false;
    with_each_other(ends, *at, 650);
    ends.mutual = true;
    return true;
}

}  // namespace chancery
