// Structure: which body is of which country, part of which other body, owned by whom.
#include <algorithm>
#include <array>

#include "extract/relation/shapes.hpp"

namespace chancery {

namespace {

bool named_body(const Mention* mention) {
    return mention != nullptr && mention->type == EntityType::institution && mention->kind == MentionKind::name;
}

/// "Cuban state media": owned by the state, no agency of it.
bool state_media(const SentenceView& s, const Mention& body) {
    return std::any_of(s.lexicon.heads.begin(), s.lexicon.heads.end(), [&](const InstitutionHead& head) {
        return head.kind == "media" && fold(head.head) == body.core;
    });
}

/// "Russian Foreign Ministry", "Ministry of Finance of Norway": only a body whose name holds its country, since that is
/// what the text says.
void bodies_of_states(const SentenceView& s, Assertions& out) {
    for (const auto* agency : s.mentions) {
        if (agency->type != EntityType::institution || !agency->state) continue;
        const bool joint = s.is_any(agency->last - 1, {"departments", "ministries"}) && agency->first > 1 &&
                           s.is(agency->first - 1, "and");
        const auto* mate = joint ? s.ending(agency->first - 1) : nullptr;  // "the US commerce and treasury departments"
        const auto begin = mate != nullptr ? mate->first : agency->first;
        for (const auto* country : s.mentions) {
            if (country->type != EntityType::country) continue;
            const bool inside = agency->first <= country->first && country->last <= agency->last;
            const bool before = country->last == begin;  // "the Omani navy", "the US State Department"
            const bool owner = country->last + 1 == begin && s.is(country->last, "'s");
            const bool same = agency->country.empty() || agency->country == country->country;
            if (same && (inside || before || owner))
                out.add(agency->entity, state_media(s, *agency) ? "owned_by" : "agency_of", country->entity,
                        between(s, *agency, *country, agency->where, "name"));
        }
    }
}

/// "The country's foreign ministry".
void bodies_of_the_country(const RelationInput& input, const SentenceView& s, Assertions& out) {
    for (const auto* agency : s.mentions) {
        if (!named_body(agency) || !agency->state || agency->first < 2 || !s.is(agency->first - 1, "'s")) continue;
        if (!s.lexicon.points_at(s.words[agency->first - 2].lower, ReferenceWord::Kind::country)) continue;
        const auto country = country_entity(input, input.entities[agency->entity].signature.country);
        const auto where = s.words.span(agency->first - 2, agency->first - 1);
        if (country != no_entity)
            out.add(agency->entity, "agency_of", country,
                    {s.index, agency->where, agency->where, where, "the-country", 700, Status::asserted, false});
    }
}

/// "the Pentagon", "Japan Coast Guard": bodies that the lexicon knows as those of a state that the article speaks of.
void known_bodies(const RelationInput& input, const SentenceView& s, Assertions& out) {
    for (const auto* agency : s.mentions) {
        if (agency->type != EntityType::institution || agency->kind != MentionKind::name || !agency->state) continue;
        if (agency->lexicon.empty() || agency->country.empty()) continue;
        const auto country = country_entity(input, agency->country);
        if (country != no_entity)
            out.add(agency->entity, "agency_of", country,
                    {s.index, agency->where, agency->where, agency->where, "known-body", 700, Status::asserted, false});
    }
}

/// "the armed wing of X", "X's media office", "a subsidiary of X".
constexpr std::array<std::string_view, 19> parts = {
    "wing",   "arm",    "branch",  "unit",   "subsidiary", "affiliate", "division", "department", "faculty", "offshoot",
    "agency", "column", "brigade", "bureau", "battalion",  "chapter",   "section",  "faction",    "outlet"};

void parts_of_bodies(const SentenceView& s, Assertions& out) {
    for (const auto* inner : s.mentions) {
        if (!named_body(inner)) continue;
        const bool possessive = inner->first > 1 && (s.is(inner->first - 1, "'s") || s.is(inner->first - 1, "'"));
        const auto* owner = possessive ? s.ending(inner->first - 1) : nullptr;
        if (named_body(owner))
            out.add(inner->entity, "part_of", owner->entity,
                    between(s, *inner, *owner, inner->where, "body-possessive"));
        if (s.is(inner->last, "of") || s.is(inner->last, "at")) {
            const auto* outer = next_mention(s, inner->last + 1, 1);
            if (named_body(outer))
                out.add(inner->entity, "part_of", outer->entity,
                        between(s, *inner, *outer, s.words.span(inner->last, inner->last + 1), "body-of-body"));
        }
    }
    for (std::uint32_t i = 2; i + 2 < s.size(); ++i) {  // "NAME, part of COUNTRY's BODY"
        if (!s.is(i, "part") || !s.is(i + 1, "of") || !s.is(i - 1, ",")) continue;
        const auto* inner = s.ending(i - 1);
        const auto* outer = next_mention(s, i + 2, 3);
        if (outer != nullptr && outer->type == EntityType::country && s.is(outer->last, "'s"))
            outer = s.starting(outer->last + 1);
        if (named_body(inner) && named_body(outer))
            out.add(inner->entity, "part_of", outer->entity,
                    between(s, *inner, *outer, s.words.span(i, i + 2), "part-noun"));
    }
    for (std::uint32_t i = 1; i < s.size(); ++i) {
        if (std::find(parts.begin(), parts.end(), s.words[i].lower) == parts.end() || s.words[i].capital) continue;
        const auto* inner = set_beside(s, i);
        const auto* owner = owner_of_noun(s, i);
        if (named_body(inner) && named_body(owner) && inner != owner)
            out.add(inner->entity, "part_of", owner->entity,
                    between(s, *inner, *owner, s.words.span(i, i + 1), "part-noun"));
    }
}

/// The country that a phrase from `from` to `to` is said of: "Belarusian carrier", "Angolan state oil company".
const Mention* country_in(const SentenceView& s, std::uint32_t from, std::uint32_t to) {
    for (const auto* mention : s.mentions)
        if (mention->type == EntityType::country && mention->first >= from && mention->last <= to) return mention;
    return nullptr;
}

/// "state-owned X", "Kremlin-funded X", "X, a Russian state-run agency".
void owned_by_hyphen(const RelationInput& input, const SentenceView& s, Assertions& out) {
    for (std::uint32_t i = 2; i < s.size(); ++i) {
        if (!s.is(i - 1, "-") || !s.words[i].is_any({"owned", "run", "controlled", "funded", "financed", "backed"}))
            continue;
        const bool state = s.words[i - 2].is_any({"state", "government"});
        if (!state && s.is(i, "backed")) continue;
        const auto* owner = state ? nullptr : s.ending(i - 1);
        auto noun = i + 1;
        while (noun < s.size() && s.starting(noun) == nullptr &&
               (s.words[noun].tag == WordClass::noun || s.words[noun].tag == WordClass::adjective || s.is(noun, "-")))
            ++noun;
        if (state) owner = country_in(s, i >= 4 ? i - 4 : 0, noun + 1);
        const Mention* owned = noun < s.size() ? s.starting(noun) : nullptr;
        if (owned != nullptr && owned->kind == MentionKind::adjective && noun < s.size()) {
            noun = owned->last;
            while (noun < s.size() && s.starting(noun) == nullptr && s.words[noun].tag == WordClass::noun) ++noun;
            owned = noun < s.size() ? s.starting(noun) : nullptr;
        }
        if (!named_body(owned)) owned = set_beside(s, noun - 1);
        if (state && owner == nullptr && named_body(owned)) {  // "the state-run newspaper X": of its own country
            const auto country = country_entity(input, input.entities[owned->entity].signature.country);
            out.add(owned->entity, "owned_by", country,
                    {s.index, owned->where, s.words.span(i - 2, i + 1), owned->where, "owner-hyphen", 600,
                     Status::asserted, false});
        }
        if (owner != nullptr && named_body(owned) && owner != owned)
            out.add(owned->entity, "owned_by", owner->entity,
                    between(s, *owned, *owner, s.words.span(i - 2, i + 1), "owner-hyphen"));
    }
}

/// "X, which is owned by Y", "owned and operated by Y", "Angolan state oil company X".
void owned_in_words(const SentenceView& s, Assertions& out) {
    for (std::uint32_t i = 1; i + 2 < s.size(); ++i) {
        if (s.words[i].is_any({"owned", "controlled"}) && !s.is(i - 1, "-")) {
            auto by = i + 1;
            while (by < s.size() && by < i + 5 && !s.is(by, "by")) ++by;
            auto end = i;
            while (end > 0 &&
                   (s.auxiliary(end - 1) || s.adverb(end - 1) || s.words[end - 1].is_any({"which", "that", ","})))
                --end;
            const auto* owned = s.ending(end);
            const auto* owner = s.is(by, "by") ? next_mention(s, by + 1, 4) : nullptr;
            if (named_body(owned) && owner != nullptr && owner != owned)
                out.add(owned->entity, "owned_by", owner->entity,
                        between(s, *owned, *owner, s.words.span(i, by + 1), "owned-by"));
        }
        if (s.is(i, "state") && s.words[i + 1].tag == WordClass::noun) {
            const auto* country = s.ending(i);
            if (country == nullptr && i > 1 && s.is(i - 1, "'s")) country = s.ending(i - 1);
            auto name = i + 1;
            while (name < s.size() && s.words[name].tag == WordClass::noun && s.starting(name) == nullptr) ++name;
            const auto* owned = name < s.size() ? s.starting(name) : nullptr;
            if (country != nullptr && country->type == EntityType::country && named_body(owned))
                out.add(owned->entity, "owned_by", country->entity,
                        between(s, *owned, *country, s.words.span(i, name), "state-company"));
        }
    }
}

}  // namespace

void find_bodies(const RelationInput& input, const SentenceView& s, Assertions& out) {
    bodies_of_states(s, out);
    bodies_of_the_country(input, s, out);
    known_bodies(input, s, out);
    parts_of_bodies(s, out);
    owned_by_hyphen(input, s, out);
    owned_in_words(s, out);
}

}  // namespace chancery
