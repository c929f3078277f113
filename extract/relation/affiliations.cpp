// Who belongs where: members, staff, citizens, and those whom a name ties to a body ("Jane Roe of Human Rights Watch").
#include <algorithm>
#include <array>
#include <initializer_list>

#include "extract/lexicon/entry_key.hpp"
#include "extract/relation/frame.hpp"
#include "extract/relation/shapes.hpp"

namespace chancery {

namespace {

bool person(const Mention* mention) {
    return mention != nullptr && is_human(mention->type) && mention->kind == MentionKind::name;
}
bool body(const Mention* mention) {
    return mention != nullptr && mention->type == EntityType::institution && mention->kind == MentionKind::name;
}

/// A person by name, or by "he", "she" or a title that the article tells whose it is.
bool somebody(const Mention* mention) {
    return mention != nullptr && is_human(mention->type) && mention->kind != MentionKind::holder;
}

/// What ties a group to the country or body that narrows it. Reporters and doctors work for a body, and are of a
/// country.
std::string_view tie(const Mention& group, const Mention& owner) {
    const bool country = owner.type == EntityType::country;
    if (group.core == "works_for") return country ? "citizen_of" : "employee_of";
    if (group.core == "citizen_of" && !country) return "member_of";
    return group.core;
}

/// "two Azerbaijani nationals", "Sputnik journalists": the group and what narrows it.
void groups(const SentenceView& s, Assertions& out) {
    for (const auto* group : s.mentions) {
        if (group->type != EntityType::group || group->core.empty()) continue;
        const Mention* owner = nullptr;
        for (const auto* inside : s.mentions) {
            if (inside == group || inside->first < group->first || inside->last > group->last ||
                inside->type == EntityType::group || s.is(inside->last, "-"))
                continue;  // "members of the Oman-backed group"
            const bool whole = inside->last == group->last && inside->type == EntityType::institution;
            if (owner == nullptr || whole) owner = inside;  // "staff of the UN"
        }
        if (owner != nullptr)
            out.add(group->entity, tie(*group, *owner), owner->entity,
                    {s.index, group->where, group->where, owner->where, "group", 700, Status::asserted, false});
    }
}

/// The first of "an Omani-Norwegian citizen" before the second.
const Mention* joined_by_hyphen(const SentenceView& s, const Mention& second) {
    if (second.first < 2 || !s.is(second.first - 1, "-")) return nullptr;
    const auto* first = s.ending(second.first - 1);
    return first != nullptr && first->type == EntityType::country ? first : nullptr;
}

/// "a US prisoner, Jane Roe", "Russian tourist Ivan Petrov": one of a people named by what he is.
void nationals(const SentenceView& s, Assertions& out) {
    std::vector<PhraseIndex::Hit> hits;
    for (std::uint32_t i = 1; i < s.size(); ++i) {
        hits.clear();
        s.lexicon.group_index.find(s.words.all(), i, hits);
        const auto singular =
            std::find_if(hits.begin(), hits.end(), [](const auto& hit) { return hit.value % 2 == 0; });
        if (singular == hits.end() || s.words[i].capital) continue;
        const auto& hint = s.lexicon.groups[singular->value / 2].hint;
        if (hint != "citizen_of" && hint != "works_for" && hint != "occupation") continue;
        const auto end = i + singular->length;
        const auto* country = s.ending(i);
        const bool initials =
            country != nullptr && country->last == country->first + 1 && s.words[country->first].all_caps;
        if (country == nullptr || country->type != EntityType::country ||
            (country->kind != MentionKind::adjective && !initials))
            continue;  // "Russian", "US"
        if (country->first > 0 && s.is_any(country->first - 1, {"chief", "senior", "lead", "head"}))
            continue;  // "chief US economist"
        const auto* who = s.starting(s.is(end, ",") ? end + 1 : end);
        if (s.is(end, ",") && who != nullptr && !s.is(who->last, ",")) continue;  // "a US prisoner, NAME said"
        if (!person(who)) who = set_beside(s, end - 1);
        if (!person(who)) continue;
        const auto evidence = between(s, *who, *country, s.words.span(i, end), "nationality-noun");
        out.add(who->entity, "citizen_of", country->entity, evidence);
        if (const auto* second = joined_by_hyphen(s, *country); second != nullptr)
            out.add(who->entity, "citizen_of", second->entity, evidence);
    }
}

/// "NAME is Belgian", "NAME, who is Belgian,", "NAME, a 34-year-old Belgian,".
void of_nationality(const SentenceView& s, Assertions& out) {
    for (const auto* country : s.mentions) {
        if (country->kind != MentionKind::adjective || country->type != EntityType::country || country->first < 2)
            continue;
        auto i = country->first;
        while (i > 1 && i + 8 > country->first && s.covering(i - 1) == nullptr && !s.is_any(i, {"a", "an"}) &&
               (s.is_any(i - 1, {"a", "an", "-", "year"}) || s.words[i - 1].tag == WordClass::adjective ||
                s.word_class(i - 1) == WordClass::numeral))
            --i;  // "a 34-year-old"
        const bool apposition = i > 1 && i < country->first && s.is(i - 1, ",") && s.is_any(i, {"a", "an"});
        if (!apposition) i = country->first;
        if (!apposition && !s.is_any(i - 1, {"is", "was"})) continue;
        const bool closed = country->last >= s.size() || s.words[country->last].word_class == WordClass::punctuation ||
                            s.words[country->last].is_any({"and", "but"});
        if (!closed) continue;  // "is Belgian property"
        --i;
        if (i > 1 && s.is(i - 1, "who")) i -= s.is(i - 2, ",") ? 2 : 1;
        const auto* who = s.ending(i);
        if (person(who))
            out.add(who->entity, "citizen_of", country->entity,
                    between(s, *who, *country, country->where, "nationality"));
    }
}

void citizens(const SentenceView& s, Assertions& out) {
    for (const auto* who : s.mentions) {
        if (!person(who) || who->first < 1) continue;
        const auto* adjective = s.ending(who->first);  // "the young American Jane Roe"
        if (adjective != nullptr && adjective->kind == MentionKind::adjective && adjective->type == EntityType::country)
            out.add(who->entity, "citizen_of", adjective->entity,
                    between(s, *who, *adjective, adjective->where, "nationality-name"));
    }
    for (std::uint32_t i = 1; i < s.size(); ++i) {
        if (!s.words[i].is_any({"citizen", "citizens", "national", "nationals"})) continue;
        const auto* country = s.ending(i);
        if (country == nullptr && s.is(i + 1, "of")) country = next_mention(s, i + 2, 1);
        if (country == nullptr || country->type != EntityType::country) continue;
        const auto* who = s.starting(i + 1);
        if (!person(who)) who = set_beside(s, i);
        if (!person(who)) {  // "NAME is a citizen of X"
            auto start = country->first < i ? country->first : i;
            while (start > 0 && (s.word_class(start - 1) == WordClass::determiner || s.adverb(start - 1) ||
                                 s.words[start - 1].is_any({"is", "was", "dual", ","})))
                --start;
            who = s.ending(start);
        }
        if (!person(who)) continue;
        const auto evidence = between(s, *who, *country, s.words.span(i, i + 1), "citizen");
        out.add(who->entity, "citizen_of", country->entity, evidence);
        if (const auto* second = joined_by_hyphen(s, *country); second != nullptr)
            out.add(who->entity, "citizen_of", second->entity, evidence);
        for (const auto* other : and_others(s, *who)) out.add(other->entity, "citizen_of", country->entity, evidence);
    }
}

/// "Judge NAME of the Supreme Court" has an office there.
bool in_office(const RelationInput& input, const Mention& who, const Mention& body) {
    return std::any_of(input.offices.begin(), input.offices.end(), [&](const Office& office) {
        return office.sentence == who.sentence && office.body != no_mention &&
               input.mentions[office.holder].entity == who.entity && input.mentions[office.body].entity == body.entity;
    });
}

/// "Jane Roe of Human Rights Watch", "from the guild": the bare form; "a researcher at X" is an office.
void affiliated(const RelationInput& input, const SentenceView& s, Assertions& out) {
    for (const auto* who : s.mentions) {
        if (!person(who)) continue;
        const auto at = s.is(who->last, ",") && s.is_any(who->last + 1, {"of", "from"}) ? who->last + 1 : who->last;
        if (!s.is_any(at, {"of", "from", "at", "with"})) continue;
        const auto* found = next_mention(s, at + 1, 4);
        if (found != nullptr && found->kind == MentionKind::adjective) found = next_mention(s, found->last, 3);
        if (found != nullptr && s.is(found->last, "-") && s.is(found->last + 1, "based"))
            found = next_mention(s, found->last + 2, 3);
        const bool aside = at == who->last || (found != nullptr && s.is(found->last, ","));  // "NAME, of the guild,"
        const bool seen = found != nullptr && found->state && s.is(at, "at");  // "NAME met her at the Foreign Ministry"
        if (!body(found) || !aside || seen || in_office(input, *who, *found)) continue;
        out.add(who->entity, is_party(input, *found) ? "member_of" : "affiliated_with", found->entity,
                between(s, *who, *found, s.words.span(at, at + 1), "name-of-body"));
    }
}

/// "Al Jazeera's Jane Roe", "Bremen University's Jane Roe": whoever a news outlet, a place of study or a charity calls
/// its own.
void bodies_own(const RelationInput& input, const SentenceView& s, Assertions& out) {
    for (const auto* who : s.mentions) {
        if (!person(who) || who->first < 2 || !s.words[who->first - 1].is_any({"'s", "'"})) continue;
        const auto* owner = s.ending(who->first - 1);
        const bool of_thing = who->last < s.size() && s.words[who->last].tag == WordClass::noun;  // "NAME emails"
        if (!body(owner) || of_thing) continue;
        const auto kind = organisation_kind(input.lexicon, owner->lexicon);
        const bool study = kind == "university" || kind == "think_tank" || kind == "ngo" ||
                           owner->core.ends_with(" university") || owner->core.ends_with(" institute");
        if (kind != "media" && !study) continue;
        out.add(who->entity, study ? "affiliated_with" : "employee_of", owner->entity,
                between(s, *who, *owner, s.words.span(who->first - 1, who->first), "outlet-possessive"));
    }
}

/// A parliament or council, in which one serves without being its servant.
bool elected(const Mention& body) {
    static constexpr std::array<std::string_view, 7> nouns = {"senate",     "house",    "representatives", "congress",
                                                              "parliament", "assembly", "council"};
    return std::find(nouns.begin(), nouns.end(), body.core.substr(body.core.rfind(' ') + 1)) != nouns.end();
}

/// "X, who studies politics at Y", "teaches at Y", "works for Y".
void works_at(const SentenceView& s, Assertions& out) {
    for (std::uint32_t i = 1; i + 1 < s.size(); ++i) {
        const bool served = s.words[i].is_any({"served", "serving", "serves"});  // "served in the Harbour Guard"
        const bool works = served || s.words[i].is_any({"works", "worked", "working", "employed"});
        const bool studies = s.words[i].is_any({"teaches", "taught", "studies", "lectures", "researches"});
        if (!works && !studies) continue;
        const auto* who = subject_of(s, i);
        if (who == nullptr) who = set_beside(s, i - 1);
        const bool finite = s.words[i].is_any({"works", "worked", "teaches", "taught", "served", "serves"});
        if (!somebody(who) || (!finite && !person(who))) continue;
        for (auto at = i + 1; at + 1 < s.size() && at < i + 7; ++at) {
            if (!s.words[at].is_any({"at", "for", "by"}) && !(served && s.is(at, "in"))) continue;
            if (served && at != i + 1) break;
            const auto* found = next_mention(s, at + 1, 3);
            if (body(found) && served && elected(*found)) {
                if (found->state)
                    out.add(who->entity, "legislator_of", found->entity,
                            between(s, *who, *found, s.words.span(i, at + 1), "works-at"));
            } else if (body(found))
                out.add(who->entity, works ? "employee_of" : "affiliated_with", found->entity,
                        between(s, *who, *found, s.words.span(i, at + 1), "works-at"));
            break;
        }
    }
}

/// "X belongs to Y", "X, a member of Y" beside bodies and countries, "NATO member X".
void members(const SentenceView& s, Assertions& out) {
    for (std::uint32_t i = 1; i + 1 < s.size(); ++i) {
        const bool belongs = s.words[i].is_any({"belongs", "belonged", "belong", "belonging"}) && s.is(i + 1, "to");
        const bool noun = s.words[i].is_any({"member", "members", "ally", "allies"});
        if (!belongs && !noun) continue;
        const Mention* inside = nullptr;
        const Mention* found = nullptr;
        if (belongs) {
            inside = subject_of(s, i);
            found = next_mention(s, i + 2, 4);
        } else if (s.is(i + 1, "of")) {
            found = next_mention(s, i + 2, 5);
            if (found != nullptr && found->kind == MentionKind::adjective) found = next_mention(s, found->last, 4);
            if (found != nullptr && s.is(found->last, "'s")) found = next_mention(s, found->last + 1, 4);
            inside = set_beside(s, i);
            if (inside == nullptr) {
                const auto start = phrase_start(s, i);
                if (start > 0 && s.words[start - 1].is_any({"is", "was", "are", "remains"}))
                    inside = s.ending(start - 1);
                if (start > 0 && s.is(start - 1, "as") && found != nullptr && s.is(found->last, ","))
                    inside = s.starting(found->last + 1);  // "As a member of X, NAME ..."
            }
        } else {
            found = s.ending(i);  // "NATO member Turkey", "fellow NATO member Turkey"
            const auto start = phrase_start(s, i);
            if (found == nullptr && start > 1 && s.is(start - 1, "'s")) found = s.ending(start - 1);  // "NATO's newest"
            inside = s.starting(i + 1);
            if (inside == nullptr) inside = set_beside(s, i);
        }
        if (!body(found) || inside == nullptr || inside == found || inside->kind == MentionKind::pronoun) continue;
        const bool alliance = found->type == inside->type || inside->type == EntityType::country;
        if (s.words[i].is_any({"ally", "allies"}) && !alliance) continue;  // "Kremlin allies Roe and Doe"
        const bool as = noun && inside->first > i;
        if (noun && person(inside) && !as) continue;  // an office
        const auto evidence = between(s, *inside, *found, s.words.span(i, i + 1), "member");
        out.add(inside->entity, "member_of", found->entity, evidence);
        if (s.words[i].is_any({"members", "allies"}))
            for (const auto* other : and_others(s, *inside))
                out.add(other->entity, "member_of", found->entity, evidence);
    }
}

/// A body that has people or states for members: a party, an armed group, a committee, an alliance.
bool has_members(const RelationInput& input, const Mention& body) {
    if (is_party(input, body)) return true;
    const auto kind = organisation_kind(input.lexicon, body.lexicon);
    if (!kind.empty()) return kind == "armed_group" || kind == "international";
    const auto noun = body.core.substr(body.core.rfind(' ') + 1);
    return input.lexicon.member_bodies.contains(noun);
}

/// "the committee, including X and Y", "members of the front, including X".
void members_included(const RelationInput& input, const SentenceView& s, Assertions& out) {
    for (const auto* inside : s.mentions) {
        if (!body(inside) || !has_members(input, *inside) || !s.is(inside->last, ",") ||
            !s.is(inside->last + 1, "including"))
            continue;
        const bool house = inside->state && !inside->core.ends_with("committee");
        const auto* members = s.ending(inside->last);
        if (house && (members->type != EntityType::group || members->core != "member_of")) continue;
        const auto* who = next_mention(s, inside->last + 2, 4);
        if (!person(who)) continue;
        const auto trigger = s.words.span(inside->last + 1, inside->last + 2);
        out.add(who->entity, "member_of", inside->entity, between(s, *who, *inside, trigger, "members-included"));
        for (const auto* other : and_others(s, *who))
            if (person(other))
                out.add(other->entity, "member_of", inside->entity,
                        between(s, *other, *inside, trigger, "members-included"));
    }
}

/// "Norway, which is part of the union", "X is part of the front".
void part_of(const RelationInput& input, const SentenceView& s, Assertions& out) {
    for (std::uint32_t i = 2; i + 2 < s.size(); ++i) {
        if (!s.is(i, "part") || !s.is(i + 1, "of") || !s.words[i - 1].is_any({"is", "are", "a", "also", "was"}))
            continue;
        const auto* found = next_mention(s, i + 2, 4);
        auto end = i;
        while (end > 0 && (s.auxiliary(end - 1) || s.adverb(end - 1) ||
                           s.words[end - 1].is_any({"is", "are", "was", "a", "also", ",", "which", "who", "that"})))
            --end;
        const auto* inside = s.ending(end);
        if (!body(found) || !has_members(input, *found) || inside == nullptr || inside == found ||
            inside->kind == MentionKind::adjective || s.is(found->last, "'s"))
            continue;
        out.add(inside->entity, "member_of", found->entity,
                between(s, *inside, *found, s.words.span(i, i + 2), "part-of"));
    }
}

struct LeadVerb {
    std::initializer_list<std::string_view> forms;
    std::string_view relation;
};

/// "the party led by X", "X, who runs Y", "founded by X".
void leaders(const SentenceView& s, Assertions& out) {
    static const std::array<LeadVerb, 3> verbs = {
        {{{"led", "leads", "headed", "heads", "run", "runs", "ran", "chaired", "chairs", "lead"}, "head_of"},
         {{"founded", "established", "created", "co", "cofounded", "launched"}, "founder_of"},
         {{"edited", "edits"}, "editor_of"}}};
    for (std::uint32_t i = 1; i + 1 < s.size(); ++i) {
        const auto verb =
            std::find_if(verbs.begin(), verbs.end(), [&](const auto& v) { return s.words[i].is_any(v.forms); });
        if (verb == verbs.end() || s.words[i].tag == WordClass::noun) continue;
        if (s.is(i, "co") && !(s.is(i + 1, "-") && s.is(i + 2, "founded"))) continue;
        const auto at = s.is(i, "co") ? i + 3 : i + 1;
        const Mention* inside = nullptr;
        const Mention* who = nullptr;
        if (s.is(at, "by")) {
            who = next_mention(s, at + 1, 5);
            auto end = i;
            while (end > 0 && (s.auxiliary(end - 1) || s.words[end - 1].is_any({",", "which", "that", "now", "once"})))
                --end;
            inside = s.ending(end);
            if (inside == nullptr && end > 0) inside = set_beside(s, end - 1);
        } else if (verb->relation != "founder_of" || s.is(i, "founded") || s.is(i, "co")) {
            who = subject_of(s, i);
            inside = next_mention(s, at, 6);
            if (inside != nullptr && inside->kind == MentionKind::adjective) inside = next_mention(s, inside->last, 4);
            if (inside != nullptr && s.is(inside->last, "to")) continue;  // "which led the agency to examine"
        }
        if (inside == nullptr && i > 2) {  // "the outlet, which NAME ran"
            who = s.ending(i);
            const bool clause = person(who) && who->first > 1 && s.words[who->first - 1].is_any({"which", "that"});
            if (clause) inside = s.ending(s.is(who->first - 2, ",") ? who->first - 2 : who->first - 1);
        }
        if (!person(who) || inside == nullptr || inside->kind != MentionKind::name) continue;
        const bool state = inside->type == EntityType::country && s.is(at, "by") && verb->relation == "head_of" &&
                           inside->name.find("overnment") != std::string::npos;
        if (inside->type != EntityType::institution && !state) continue;
        const std::string_view relation = state ? "head_of_government_of" : verb->relation;
        const auto trigger = s.words.span(i, at);
        out.add(who->entity, relation, inside->entity, between(s, *who, *inside, trigger, "leads"));
        if (s.is(at, "by"))
            for (const auto* other : and_others(s, *who))  // "led by X and Y"
                if (person(other))
                    out.add(other->entity, relation, inside->entity, between(s, *other, *inside, trigger, "leads"));
    }
}

}  // namespace

void find_affiliations(const RelationInput& input, const SentenceView& s, Assertions& out) {
    groups(s, out);
    citizens(s, out);
    of_nationality(s, out);
    nationals(s, out);
    affiliated(input, s, out);
    bodies_own(input, s, out);
    works_at(s, out);
    members(s, out);
    members_included(input, s, out);
    part_of(input, s, out);
    leaders(s, out);
}

}  // namespace chancery
