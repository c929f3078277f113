#include "extract/relation/addressees.hpp"

#include "extract/relation/frame.hpp"

namespace chancery {

namespace {

/// The name right before "to" is called upon.
bool called_upon(const SentenceView& s, const Mention& name) {
    const auto start = s.before_determiners(name.phrase);
    if (start < 2) return false;
    const bool call = s.words[start - 2].is_any({"call", "calls", "called", "calling", "pressure"});
    const bool appeal = s.words[start - 2].is_any({"appeal", "appeals", "appealed", "appealing"});
    return (call && s.words[start - 1].is_any({"on", "upon", "for"})) ||
           (appeal && s.words[start - 1].is_any({"to", "for"}));
}

/// "gave police time to charge": a verb, a name and a bare noun before "to"; the name is given the means.
const Mention* given_means(const SentenceView& s, std::uint32_t to) {
    const bool noun = to > 1 && s.words[to - 1].tag == WordClass::noun && s.covering(to - 1) == nullptr;
    const auto noun_start = noun ? s.before_determiners(to - 1) : 0;
    const auto* name = noun ? s.ending(noun_start) : nullptr;
    if (name == nullptr || name->kind == MentionKind::adjective) return nullptr;
    const auto start = s.before_determiners(name->phrase);
    const bool gives = start > 0 && s.lexicon.light_verbs.contains(s.words[start - 1].lower);
    return gives && !human_noun(s, to - 1) ? name : nullptr;
}

}  // namespace

std::optional<std::uint32_t> addressee_of(const SentenceView& s, std::uint32_t verb) {
    auto to = verb;
    while (to > 0 && s.adverb(to - 1)) --to;
    if (to == 0 || !s.is(to - 1, "to")) return std::nullopt;
    --to;
    const auto* name = s.ending(to);
    if (name != nullptr && name->kind != MentionKind::adjective && called_upon(s, *name)) return name->last - 1;
    const auto* given = given_means(s, to);
    return given == nullptr ? std::nullopt : std::optional(given->last - 1);
}

}  // namespace chancery
