// Who is of which party: "Republican Sen. X", "X (R-Ohio)", "X, a Democrat", "Labour MP X".
#include <algorithm>

#include "extract/lexicon/entry_key.hpp"
#include "extract/relation/frame.hpp"
#include "extract/relation/shapes.hpp"

namespace chancery {

namespace {

bool named_person(const Mention* mention) {
    return mention != nullptr && is_human(mention->type) && mention->kind == MentionKind::name;
}

/// First word of "a", "the ranking", "Ohio" before the party; the party's own first word when nothing of these is.
std::uint32_t set_off(const SentenceView& s, const Mention& party) {
    auto i = party.first;
    while (i > 1) {
        const auto* place = s.ending(i);
        if (place != nullptr && place->type == EntityType::place) {
            i = place->first;
            continue;
        }
        const auto& word = s.words[i - 1];
        if (word.is_any({"a", "the"})) return i - 1;
        if (word.tag != WordClass::adjective && !word.lower.ends_with("ing") && !word.is("top")) break;
        --i;
    }
    return s.is(i - 1, ",") ? i : party.first;
}

/// "Republicans X and Y": the name right behind, past titles.
const Mention* named_by(const SentenceView& s, const Mention& party) {
    const auto* who = next_mention(s, party.last, 4);
    return who != nullptr && who->phrase <= party.last ? who : nullptr;
}

/// Whose party the mention at words [first, last) is: behind it, before it in brackets, or beside it.
const Mention* carrier(const SentenceView& s, const Mention& party) {
    if (s.is(party.last, "-")) return party.first > 0 ? s.ending(party.first - 1) : nullptr;  // "X (R-Ohio)"
    const auto start = set_off(s, party);
    if (start < party.first) {
        const auto* beside = set_beside(s, party.first);
        if (named_person(beside)) return beside;
        if (start > 1 && s.is(start - 1, ",") && named_person(s.ending(start - 1))) return s.ending(start - 1);
    }
    if (party.last >= s.size() || s.words[party.last].word_class == WordClass::punctuation) return nullptr;
    if (party.kind == MentionKind::name) return named_by(s, party);
    const auto* who = next_mention(s, party.last, 4);
    return who != nullptr && who->type == EntityType::place ? next_mention(s, who->last, 4) : who;
}

/// "Democratic Sen. X and Republican challenger Y": the second has a party of his own.
bool party_between(const SentenceView& s, std::uint32_t from, std::uint32_t to) {
    return std::any_of(s.mentions.begin(), s.mentions.end(), [&](const Mention* mention) {
        return mention->first >= from && mention->last <= to && mention->type == EntityType::institution;
    });
}

/// "X, the top Democrat on the Senate Banking Committee".
void on_panel(const SentenceView& s, const Mention& who, const Mention& party, Assertions& out) {
    if (!s.is(party.last, "on")) return;
    const auto* panel = next_mention(s, party.last + 1, 3);
    if (panel == nullptr || panel->type != EntityType::institution || panel->kind != MentionKind::name) return;
    out.add(who.entity, "member_of", panel->entity,
            between(s, who, *panel, s.words.span(party.first, party.last + 1), "party-on-panel"));
}

/// "Roe's Harbour Party", "Roe and his ruling Harbour Party", "the Harbour Party of former president Roe": somebody's
/// party has him in it.
void owned_party(const RelationInput& input, const SentenceView& s, const Mention& party, Assertions& out) {
    auto first = party.first;
    const auto describes = [&](const Word& word) {
        return word.tag == WordClass::adjective || word.is_any({"ruling", "governing", "opposition"});
    };
    while (first > 0 && describes(s.words[first - 1]) && s.covering(first - 1) == nullptr) --first;
    if (first == 0 || s.is(party.last, "'s")) return;
    const Mention* who = nullptr;
    const bool of_name =
        first > 1 && s.is(first - 1, "'") && s.words[first - 2].lower.ends_with('s');  // no closing quote
    if (s.is(first - 1, "'s") || of_name) who = s.ending(first - 1);
    if (s.words[first - 1].is_any({"his", "her"})) who = s.owner_at(first - 1);
    const auto of = s.is(party.last, "party") ? party.last + 1 : party.last;
    if (who == nullptr && s.is(of, "of")) who = next_mention(s, of + 1, 4);
    if (who == nullptr || !is_human(who->type) || !is_human(input.entities[who->entity].type) ||
        who->kind == MentionKind::holder)
        return;
    out.add(who->entity, "member_of", party.entity, between(s, *who, party, party.where, "party-of-person"));
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
        if (!word || s.is(party->last, "party")) owned_party(input, s, *party, out);
        const auto* who = carrier(s, *party);
        if (!named_person(who)) continue;
        const auto evidence = between(s, *who, *party, party->where, "party");
        // of the parties of the United States, whose leaders are those of a chamber, only the members are told
        const bool leads = s.is(party->last, "leader") && input.entities[party->entity].signature.country != "US" &&
                           (who->first == party->last + 1 || who->first == party->last + 2);
        out.add(who->entity, leads ? "head_of" : "member_of", party->entity, evidence);
        if (who->first < party->first) {
            on_panel(s, *who, *party, out);
            continue;
        }
        const bool plural = word || party->name.ends_with('s');
        for (const auto* other : and_others(s, *who))  // "Republican Sens. X and Y", "Republicans X and Y"
            if (named_person(other) && plural && !party_between(s, who->last, other->first))
                out.add(other->entity, "member_of", party->entity, evidence);
    }
}

}  // namespace chancery
