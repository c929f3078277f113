// Relations that hold rather than happen: what belongs to what, lies where, who is whose kin.
//
// They stand in fixed shapes: "CITY, COUNTRY", "the Russian city of X", "X-based", "his brother, Y", "two Azerbaijani
// nationals". Each shape is one function below and one construction in the evidence.
#include <algorithm>
#include <array>

#include "extract/relation/relations.hpp"

namespace chancery {

namespace {

using Evidence = Assertions::Evidence;

Evidence between(const SentenceView& s, const Mention& a, const Mention& b, Span trigger, const char* construction) {
    return {s.index, a.where, trigger, b.where, construction, 800, Status::asserted, false};
}

std::uint32_t country_entity(const RelationInput& input, const std::string& iso2) {
    for (std::uint32_t e = 0; e < input.entities.size() && !iso2.empty(); ++e)
        if (input.entities[e].type == EntityType::country && input.entities[e].signature.country == iso2) return e;
    return no_entity;
}

/// "Russian Foreign Ministry", "Ministry of Finance of Norway": only a body whose name holds its country, since that is
/// what the text says.
void bodies_of_states(const SentenceView& s, Assertions& out) {
    for (const auto* body : s.mentions) {
        if (body->type != EntityType::institution || !body->state) continue;
        for (const auto* country : s.mentions)
            if (country->type == EntityType::country && body->first <= country->first && country->last <= body->last)
                out.add(body->entity, "agency_of", country->entity, between(s, *body, *country, body->where, "name"));
    }
}

void places(const RelationInput& input, const SentenceView& s, Assertions& out) {
    for (const auto* place : s.mentions) {
        if (place->type != EntityType::place || place->kind != MentionKind::name) continue;
        auto i = place->last;
        while (i < s.size() && s.lexicon.place_heads.contains(s.words[i].lower)) ++i;
        const bool comma = s.is(i, ","), in = s.is(i, "in");
        if (comma || in) {
            auto next = i + 1;
            while (next < s.size() &&
                   s.words[next].is_any({"the", "northern", "southern", "eastern", "western", "central"}))
                ++next;
            const auto* outer = next < s.size() ? s.starting(next) : nullptr;
            const bool place_like = outer != nullptr &&
                                    (outer->type == EntityType::country || outer->type == EntityType::place) &&
                                    outer->kind == MentionKind::name;
            const auto& inner_country = input.entities[place->entity].signature.country;
            const bool fits =
                place_like && (inner_country.empty() || outer->country.empty() || inner_country == outer->country);
            const bool listing = comma && place_like && outer->type == EntityType::place && !s.is(outer->last, ",");
            if (fits && !listing)
                out.add(place->entity, "located_in", outer->entity,
                        between(s, *place, *outer, s.words.span(i, i + 1), comma ? "place-comma" : "place-in"));
        }
        if (place->first < 2) continue;
        auto before = place->first;
        if (s.is(before - 1, "of")) --before;
        bool head = false;
        while (before > 0 &&
               (s.lexicon.place_heads.contains(s.words[before - 1].lower) ||
                s.words[before - 1].is_any({"capital", "northern", "southern", "eastern", "western", "central"}))) {
            head = true;
            --before;
        }
        const bool possessive = before > 0 && s.is(before - 1, "'s");
        const auto* owner = s.ending(possessive ? before - 1 : before);
        const bool direct = possessive || (owner != nullptr && owner->kind == MentionKind::adjective && head);
        if (owner != nullptr && direct && owner->type == EntityType::country) {
            const auto& inner_country = input.entities[place->entity].signature.country;
            if (inner_country.empty() || inner_country == owner->country)
                out.add(place->entity, "located_in", owner->entity,
                        between(s, *place, *owner, s.words.span(owner->first, place->last), "country-place"));
        }
    }
}

void seats(const SentenceView& s, Assertions& out) {
    for (const auto* place : s.mentions) {
        if (place->type != EntityType::place && place->type != EntityType::country) continue;
        if (s.is(place->last, "-") && s.is(place->last + 1, "based")) {
            const auto phrase = object_of(s, place->last + 2);
            if (phrase.mention != nullptr && !phrase.through_preposition)
                out.add(phrase.mention->entity, "based_in", place->entity,
                        between(s, *phrase.mention, *place, s.words.span(place->last + 1, place->last + 2), "based"));
        }
        if (place->first < 2 || !s.is(place->first - 1, "in")) continue;
        auto i = place->first - 1;
        const bool verb =
            i > 0 && s.words[i - 1].is_any({"based", "headquartered", "lives", "living", "lived", "resides"});
        if (verb) --i;
        while (verb && i > 0 && (s.is(i - 1, ",") || s.auxiliary(i - 1) || s.is(i - 1, "who"))) --i;
        const auto* who = s.ending(i);
        if (who == nullptr || who == place) continue;
        const bool body = who->type == EntityType::institution &&
                          (!who->state || who->core.ends_with("embassy") || who->core.ends_with("consulate"));
        if (verb || body)
            out.add(who->entity, "based_in", place->entity,
                    between(s, *who, *place, s.words.span(place->first - 1, place->first),
                            verb ? "based" : "body-in-place"));
    }
}

void capitals(const RelationInput& input, const SentenceView& s, Assertions& out) {
    for (const auto* place : s.mentions) {
        if (place->type != EntityType::place) continue;
        auto i = place->first;
        if (i > 0 && s.is(i - 1, ",")) --i;
        if (i > 0 && s.is(i - 1, "of")) --i;
        const bool named = i > 0 && s.is(i - 1, "capital");
        const auto country = country_entity(input, input.entities[place->entity].signature.country);
        if (named)
            out.add(
                place->entity, "capital_of", country,
                {s.index, place->where, s.words.span(i - 1, i), place->where, "capital", 850, Status::asserted, false});
        if (s.is(place->last, ",") && s.is(place->last + 1, "the") && s.is(place->last + 2, "capital"))
            out.add(place->entity, "capital_of", country,
                    {s.index, place->where, s.words.span(place->last + 2, place->last + 3), place->where, "capital",
                     850, Status::asserted, false});
    }
}

/// "two Azerbaijani nationals", "Sputnik journalists": the group and what narrows it.
void groups(const SentenceView& s, Assertions& out) {
    for (const auto* group : s.mentions) {
        if (group->type != EntityType::group || group->core.empty()) continue;
        for (const auto* owner : s.mentions)
            if (owner != group && group->first <= owner->first && owner->last <= group->last &&
                owner->type != EntityType::group) {
                const bool country = owner->type == EntityType::country;
                const std::string_view relation =
                    group->core == "citizen_of" && !country ? "member_of" : std::string_view(group->core);
                out.add(group->entity, relation, owner->entity,
                        {s.index, group->where, group->where, owner->where, "group", 700, Status::asserted, false});
                break;
            }
    }
}

void citizens(const SentenceView& s, Assertions& out) {
    for (const auto* person : s.mentions) {
        if (!is_human(person->type) || person->kind != MentionKind::name || person->first < 1) continue;
        const auto* adjective = s.ending(person->first);  // "the young American Jane Roe"
        if (adjective != nullptr && adjective->kind == MentionKind::adjective && adjective->type == EntityType::country)
            out.add(person->entity, "citizen_of", adjective->entity,
                    between(s, *person, *adjective, adjective->where, "nationality-name"));
        if (person->first < 2) continue;
        const auto noun = person->first - 1;
        if (!s.words[noun].is_any({"citizen", "citizens", "national", "nationals"})) continue;
        const auto* country = s.ending(noun);
        if (country == nullptr || country->type != EntityType::country) continue;
        const auto evidence = between(s, *person, *country, s.words.span(noun, noun + 1), "citizen-name");
        out.add(person->entity, "citizen_of", country->entity, evidence);
        for (const auto* other : and_others(s, *person))
            out.add(other->entity, "citizen_of", country->entity, evidence);
    }
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 18> kin = {{{"brother", "sibling_of"},
                                                                                {"sister", "sibling_of"},
                                                                                {"wife", "spouse_of"},
                                                                                {"husband", "spouse_of"},
                                                                                {"widow", "spouse_of"},
                                                                                {"son", "child"},
                                                                                {"daughter", "child"},
                                                                                {"father", "parent_of"},
                                                                                {"mother", "parent_of"},
                                                                                {"cousin", "relative_of"},
                                                                                {"uncle", "relative_of"},
                                                                                {"aunt", "relative_of"},
                                                                                {"nephew", "relative_of"},
                                                                                {"niece", "relative_of"},
                                                                                {"grandson", "relative_of"},
                                                                                {"grandfather", "relative_of"},
                                                                                {"brothers", "siblings"},
                                                                                {"sisters", "siblings"}}};

const Mention* person_near(const SentenceView& s, std::uint32_t from) {
    for (auto i = from; i < s.size() && i < from + 5; ++i) {
        const auto* mention = s.starting(i);
        if (mention != nullptr)
            return is_human(mention->type) && mention->kind == MentionKind::name ? mention : nullptr;
        if (s.word_class(i) == WordClass::preposition || s.auxiliary(i)) return nullptr;
    }
    return nullptr;
}

void family(const SentenceView& s, Assertions& out) {
    for (std::uint32_t i = 0; i < s.size(); ++i) {
        const auto row =
            std::find_if(kin.begin(), kin.end(), [&](const auto& entry) { return s.words[i].is(entry.first); });
        if (row == kin.end()) continue;
        const auto* relative = person_near(s, i + 1);
        if (row->second == "siblings") {
            const auto others = relative == nullptr ? std::vector<const Mention*>{} : and_others(s, *relative);
            for (const auto* other : others)
                out.add(relative->entity, "sibling_of", other->entity,
                        between(s, *relative, *other, s.words.span(i, i + 1), "kin-list"));
            continue;
        }
        const Mention* owner = nullptr;
        if (i > 1 && s.is(i - 1, "'s")) owner = s.ending(i - 1);
        if (i > 0 && s.words[i - 1].is_any({"his", "her"}))
            for (const auto* mention : s.mentions)
                if (mention->last < i && is_human(mention->type) && mention->kind != MentionKind::holder)
                    owner = mention;
        if (s.is(i + 1, "of")) {  // "X, brother of Y"
            owner = person_near(s, i + 2);
            auto end = i;
            while (end > 0 && s.word_class(end - 1) == WordClass::determiner) --end;
            relative = end > 0 && s.is(end - 1, ",") ? s.ending(end - 1) : nullptr;
        }
        if (owner == nullptr || relative == nullptr || !is_human(owner->type)) continue;
        auto evidence = between(s, *relative, *owner, s.words.span(i, i + 1), "kin");
        if (row->second == "child")
            out.add(owner->entity, "parent_of", relative->entity,
                    {s.index, owner->where, evidence.trigger, relative->where, "kin", 800, Status::asserted, false});
        else
            out.add(relative->entity, row->second, owner->entity, evidence);
    }
}

/// "Jane Roe of Human Rights Watch", "a researcher at X" is an office; this is the bare form.
void affiliations(const SentenceView& s, Assertions& out) {
    for (const auto* person : s.mentions) {
        if (!is_human(person->type) || person->kind != MentionKind::name) continue;
        if (!(s.is(person->last, "of") || s.is(person->last, "from") || s.is(person->last, "at") ||
              s.is(person->last, "with")))
            continue;
        auto i = person->last + 1;
        if (s.is(i, "the")) ++i;
        const auto* body = i < s.size() ? s.starting(i) : nullptr;
        if (body != nullptr && body->type == EntityType::institution && body->kind == MentionKind::name)
            out.add(person->entity, "affiliated_with", body->entity,
                    between(s, *person, *body, s.words.span(person->last, person->last + 1), "name-of-body"));
    }
}

}  // namespace

void find_states(const RelationInput& input, Assertions& out) {
    for (const auto& s : sentence_views(input)) {
        bodies_of_states(s, out);
        places(input, s, out);
        seats(s, out);
        capitals(input, s, out);
        groups(s, out);
        citizens(s, out);
        family(s, out);
        affiliations(s, out);
    }
}

}  // namespace chancery
