// Who is of which party: "Republican Sen. X", "X (R-Ohio)", "X, a Democrat", "Labour MP X".
#include <algorithm>

#include "extract/lexicon/entry_key.hpp"
#include "extract/relation/frame.hpp"
#include "extract/relation/shapes.hpp"

namespace chancery {

namespace {

bool person(const Mention* mention) {
    return mention != nullptr && is_human(mention->type) && mention->kind == MentionKind::name;
}

/// Whose party the mention at words [first, last) is: behind it, before it in brackets, or beside it.
const Mention* carrier(const SentenceView& s, const Mention& party) {
    if (s.is(party.last, "-")) return party.first > 0 ? s.ending(party.first - 1) : nullptr;  // "X (R-Ohio)"
    if (party.first > 1 && s.is(party.first - 1, "a")) {
        const auto* beside = set_beside(s, party.first);
        if (person(beside)) return beside;
        if (s.is(party.first - 2, ",") && person(s.ending(party.first - 2))) return s.ending(party.first - 2);
    }
    if (party.last >= s.size() || s.words[party.last].word_class == WordClass::punctuation) return nullptr;
    return next_mention(s, party.last, 4);
}

/// "Democratic Sen. X and Republican challenger Y": the second has a party of his own.
bool party_between(const SentenceView& s, std::uint32_t from, std::uint32_t to) {
    return std::any_of(s.mentions.begin(), s.mentions.end(), [&](const Mention* mention) {
        return mention->first >= from && mention->last <= to && mention->type == EntityType::institution;
    });
}

}  // namespace

bool is_party(const RelationInput& input, const Mention& body) {
    const auto kind = organisation_kind(input.lexicon, body.lexicon);
    if (!kind.empty()) return kind == "party";
    return body.core.ends_with(" party");
}

void find_parties(const RelationInput& input, const SentenceView& s, Assertions& out) {
    for (const auto* party : s.mentions) {
        if (party->type != EntityType::institution || !is_party(input, *party)) continue;
        const bool word = party->kind == MentionKind::adjective;
        if (!word && (party->kind != MentionKind::name || s.is(party->last, "'s"))) continue;
        const auto* who = carrier(s, *party);
        if (!person(who)) continue;
        const auto evidence = between(s, *who, *party, party->where, "party");
        out.add(who->entity, "member_of", party->entity, evidence);
        if (who->first < party->first) continue;
        for (const auto* other : and_others(s, *who))  // "Republican Sens. X and Y"
            if (person(other) && word && !party_between(s, who->last, other->first))
                out.add(other->entity, "member_of", party->entity, evidence);
    }
}

}  // namespace chancery
