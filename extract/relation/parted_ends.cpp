// Both ends of an event are the same: one of them was taken for somebody else.
//
// "X demanded that Y leave, accusing him of lying": X accuses, though the tree hangs the gerund on "leave". "When he
// accused Y": he is the one named before who is not Y. "X said Y had lied, and attacked him": so is him.
#include "extract/relation/parted_ends.hpp"

namespace chancery {

namespace {

bool acts(const Mention* who, std::uint32_t but) {
    return who != nullptr && who->entity != no_entity && who->entity != but && who->type != EntityType::place;
}

/// The subject of a verb above the gerund that is not `but`.
const Mention* subject_above(const SentenceView& s, std::uint32_t verb, std::uint32_t but) {
    auto at = s.syntax[verb].head;
    for (int steps = 0; steps < 6 && at != no_head; ++steps, at = s.syntax[at].head) {
        const auto frame = frame_of(s, at);
        if (!frame || frame->passive || !frame->subject) continue;
        if (const auto* who = mention_of_phrase(s, *frame->subject); acts(who, but)) return who;
    }
    return nullptr;
}

/// Whom a pronoun before word `at` may mean but `but`: the last person named before it, else the first one of the
/// sentence before. `gender` is the pronoun's.
const Mention* other_person(const RelationInput& input, const SentenceView& s, std::uint32_t at, std::uint32_t but,
                            char gender) {
    const auto meant = [&](const Mention& m) {
        return m.kind == MentionKind::name && is_human(m.type) && m.entity != no_entity && m.entity != but &&
               (m.gender == gender || m.gender == 'u' || gender == 'u');
    };
    const Mention* last = nullptr;
    for (const auto* mention : s.mentions)
        if (mention->last <= at && meant(*mention)) last = mention;
    if (last != nullptr || s.index == 0) return last;
    for (const auto& mention : input.mentions)
        if (mention.sentence + 1 == s.index && meant(mention)) return &mention;
    return nullptr;
}

}  // namespace

bool part_ends(const RelationInput& input, const SentenceView& s, std::uint32_t verb, EventEnds& ends) {
    if (verb >= s.syntax.size() || ends.subject == nullptr || ends.object == nullptr) return false;
    const auto same = ends.subject->entity;
    const bool gerund = s.words[verb].lower.ends_with("ing") && verb > 0 && s.is(verb - 1, ",");
    if (gerund)
        if (const auto* other = subject_above(s, verb, same)) {
            ends.subject = other;
            ends.subjects.clear();
            return true;
        }
    const auto pronoun = [&](const Mention* m) {
        return m->kind == MentionKind::pronoun && m->sentence == s.index && m->last == m->first + 1 &&
               s.words[m->first].is_any({"he", "she", "him", "her"});
    };
    auto& end = pronoun(ends.subject) ? ends.subject : ends.object;
    if (!pronoun(end) || (pronoun(ends.subject) && pronoun(ends.object))) return false;
    const char gender = s.words[end->first].is_any({"he", "him"}) ? 'm' : 'f';
    const auto* other = other_person(input, s, end->first, same, gender);
    if (other == nullptr) return false;
    end = other;
    ends.confidence = 500;
    return true;
}

}  // namespace chancery
