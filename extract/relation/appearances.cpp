// Visits that are told by the way: "Speaking in Oslo, X said", "X told reporters in Oslo".
//
// Officials speak at home every day; only who is known to be of another country than the place is visits it.
#include "extract/relation/appearances.hpp"

#include "extract/relation/frame.hpp"

namespace chancery {

namespace {

/// What an official does before an audience: "a news conference in Oslo".
bool occasion(const Word& word) {
    return word.is_any({"conference", "briefing", "reporters", "journalists", "rally", "summit", "speech", "address",
                        "ceremony", "forum", "crowd", "gathering", "stop"});
}

/// The verb that tells the appearance in the phrase before `in`: "speaking", or the one that has the occasion.
std::optional<std::uint32_t> appears(const SentenceView& s, std::uint32_t in) {
    if (in == 0) return std::nullopt;
    const auto before = in - 1;
    if (s.is(before, "speaking")) return s.syntax[before].head == no_head ? std::nullopt : std::optional(before);
    if (!occasion(s.words[before])) return std::nullopt;
    const auto verb = s.syntax[before].head;
    const auto relation = s.syntax[before].relation;
    const bool held =
        relation == Dependency::oblique || relation == Dependency::object || relation == Dependency::indirect_object;
    return held && verb != no_head && s.says(verb) ? std::optional(verb) : std::nullopt;
}

const Mention* speaker_at(const SentenceView& s, std::uint32_t verb) {
    const auto said = s.is(verb, "speaking") ? s.syntax[verb].head : verb;
    const auto frame = frame_of(s, said);
    if (!frame || frame->passive || !frame->subject) return nullptr;
    return mention_of_phrase(s, *frame->subject);
}

}  // namespace

void find_appearances(const RelationInput& input, const SentenceView& s, Assertions& out) {
    for (std::uint32_t in = 1; in + 1 < s.syntax.size(); ++in) {
        if (!s.is(in, "in") || s.quoted[in] != 0) continue;
        const auto* place = s.starting(s.past_determiners(in + 1));
        if (place == nullptr || place->kind != MentionKind::name || s.is(place->last, "'s") ||
            (place->type != EntityType::place && place->type != EntityType::country))
            continue;
        const auto verb = appears(s, in);
        const auto* who = verb ? speaker_at(s, *verb) : nullptr;
        if (who == nullptr || who->entity == no_entity || !is_human(who->type)) continue;
        const auto office = out.office_of(who->entity, s.index);
        const auto& home = input.entities[office == no_entity ? who->entity : office].signature.country;
        const auto& there = input.entities[place->entity].signature.country;
        if (home.empty() || there.empty() || home == there) continue;
        Assertions::Evidence evidence{s.index,      who->where,   s.words.span(*verb, *verb + 1),
                                      place->where, "appearance", 550};
        out.add(who->entity, "visited", place->entity, evidence);
    }
}

}  // namespace chancery
