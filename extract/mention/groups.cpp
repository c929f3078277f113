// People without names: groups by description ("two Azerbaijani nationals", "journalists from Sputnik's Baku office").
//
// A group is a plural head noun of the lexicon with the words that narrow it: numbers, adjectives, a country or body
// before it, "of" or "from" with a named thing after it. Which groups matter is decided later: only those that take
// part in a relation become nodes.
#include <algorithm>
#include <array>

#include "extract/mention/scan.hpp"

namespace chancery {

namespace {

const Mention* mention_ending(const Scan& scan, std::uint32_t last) {
    for (const auto& mention : scan.mentions)
        if (mention.last == last && mention.kind != MentionKind::description && !(mention.owner && mention.plural))
            return &mention;
    return nullptr;
}

const Mention* mention_starting(const Scan& scan, std::uint32_t first) {
    for (const auto& mention : scan.mentions)
        if (mention.first == first && mention.kind != MentionKind::description) return &mention;
    return nullptr;
}

/// Counts and measures, which narrow a group though they hang on nothing in it.
bool quantifier(const Scan& scan, std::uint32_t i) {
    const auto& word = scan.words[i];
    if (word.word_class == WordClass::numeral) return true;
    const auto it = scan.lexicon.function_words.find(word.lower);
    if (it != scan.lexicon.function_words.end() && it->second == WordClass::numeral) return true;
    return word.is_any({"several", "some", "many", "other", "more", "most", "few", "such", "both", "all"});
}

/// An adjective, participle or noun that hangs on the group's head or on another word of its phrase.
bool modifier_word(const Scan& scan, std::uint32_t i, std::uint32_t head) {
    const auto& word = scan.words[i];
    if (quantifier(scan, i)) return true;
    if (scan.lexicon.function_words.contains(word.lower)) return false;
    if (word.is("-")) return i > 0 && !word.space_before && !scan.words[i + 1].space_before;
    if (word.word_class == WordClass::punctuation || word.is("least")) return false;  // "at least 12 people"
    const bool inside = word.head > i && word.head <= head;
    const bool noun = word.tag == WordClass::noun || (word.tag == WordClass::proper && word.capital);
    const bool hyphened = i + 1 < head && scan.is(i + 1, "-");
    // "the detained staff", not "Norway detained staff"
    const bool participle =
        word.lower.ends_with("ed") && (word.tag == WordClass::verb || word.tag == WordClass::adjective);
    if (participle && i > 0 && !hyphened && !scan.is(i - 1, "-") && mention_ending(scan, i) != nullptr) return false;
    return (inside || hyphened) && (noun || participle || word.tag == WordClass::adjective);
}

std::uint32_t left_edge(const Scan& scan, std::uint32_t head, const Mention*& owner) {
    auto first = head;
    while (first > 0) {
        if (const auto* mention = mention_ending(scan, first)) {
            owner = mention;
            first = mention->first;
        } else if ((scan.is(first - 1, "'s") || scan.is(first - 1, "'")) &&
                   mention_ending(scan, first - 1) != nullptr) {
            owner = mention_ending(scan, first - 1);
            first = owner->first;
            return first;
        } else if (modifier_word(scan, first - 1, head)) {
            --first;
        } else {
            while (first < head && scan.is(first, "-")) first += 2;  // "so-called rebels"
            return std::min(first, head);
        }
    }
    return first;
}

std::uint32_t right_edge(const Scan& scan, std::uint32_t last, const Mention*& owner) {
    if (last + 1 >= scan.size() || !scan.words[last].is_any({"of", "from", "at", "with"})) return last;
    auto i = last + 1;
    if (i < scan.size() && scan.words[i].is_any({"the", "its"})) ++i;
    while (i < scan.size() && mention_starting(scan, i) == nullptr &&
           (scan.words[i].tag == WordClass::adjective || scan.is(i, "-") || scan.is(i + 1, "-") || scan.is(i, "run")))
        ++i;  // "from the state-run Sputnik"
    const auto* mention = i < scan.size() ? mention_starting(scan, i) : nullptr;
    const bool hyphened = mention != nullptr && scan.is(mention->last, "-") && mention->last + 2 < scan.size();
    if (hyphened) mention = mention_starting(scan, mention->last + 2);  // "of the Oman-backed group"
    const bool passing = mention != nullptr && mention->type == EntityType::place && !scan.is(last, "of");
    if (mention == nullptr || passing) return last;  // "troops at the border"
    owner = mention;
    return mention->last;
}

/// Written as inside a sentence: "Two guards" that open one are "two guards".
void lower_first(const Scan& scan, Mention& mention) {
    const auto& word = scan.words[mention.first];
    if (word.initial && word.capital && !word.all_caps && word.tag != WordClass::proper &&
        mention_starting(scan, mention.first) == nullptr)
        mention.name[0] = static_cast<char>(mention.name[0] - 'A' + 'a');
}

/// "Kenyan officials", "senior US officials": their state, which acts through them. Counted ones are people.
bool speak_for_state(const Scan& scan, std::uint32_t first, std::uint32_t head, const Mention* owner) {
    if (owner == nullptr || owner->type != EntityType::country || owner->last > head) return false;
    if (first > 0 && scan.words[first - 1].is_any({"and", "-"})) return false;  // "Omani and US officials"
    for (auto i = first; i < head; ++i) {
        const auto& word = scan.words[i];
        if (owner->first <= i && i < owner->last) continue;
        const auto modifier = scan.lexicon.modifiers.find(word.lower);
        const bool plain = modifier != scan.lexicon.modifiers.end() && modifier->second == Modifier::none;
        if (!plain && !word.is_any({"'s", "'", "government"})) return false;
    }
    return true;
}

/// "Officials in Norway", "senior officials in Oslo", "officials there": the state that they are in.
const Mention* state_around(const Scan& scan, std::uint32_t first, std::uint32_t head) {
    for (auto i = first; i < head; ++i)
        if (!scan.words[i].is_any({"senior", "top", "government", "high-ranking"})) return nullptr;
    if (scan.is(head + 1, "there")) {  // of the state spoken of before
        const Mention* state = nullptr;
        for (const auto& mention : scan.mentions)
            if (mention.last <= first && mention.type == EntityType::country && !mention.country.empty() &&
                (state == nullptr || state->last < mention.last))
                state = &mention;
        return state;
    }
    if (!scan.is(head + 1, "in")) return nullptr;
    const auto* place = mention_starting(scan, head + 2);
    const bool seat = place != nullptr && place->type == EntityType::place && place->lexicon.starts_with("place:") &&
                      scan.lexicon.places[std::stoul(place->lexicon.substr(6))].kind == "capital";
    const bool country = place != nullptr && place->type == EntityType::country && place->kind == MentionKind::name;
    return (seat || country) && !place->country.empty() && !scan.is(place->last, "'s") ? place : nullptr;
}

/// "government officials", "government authorities": the state the article is most about.
bool of_government(const Scan& scan, std::uint32_t first, std::uint32_t head) {
    return first + 1 == head && scan.is(first, "government") && scan.words[head].is_any({"officials", "authorities"});
}

bool multitude(const Word& word) {
    return word.is_any({"dozens", "scores", "hundreds", "thousands", "tens", "millions"});
}

/// First word of "tens of thousands of" before the word `at`; `at` itself where nothing is counted so.
std::uint32_t counted_from(const Scan& scan, std::uint32_t at) {
    while (at > 1 && scan.is(at - 1, "of") && multitude(scan.words[at - 2])) at -= 2;
    return at;
}

/// The people whose last word is before `last`; `hint` is their relation to a country or body that narrows them.
void add_group(Scan& scan, std::uint32_t head, std::uint32_t last, const std::string& hint) {
    const Mention* owner = nullptr;
    const auto first = left_edge(scan, head, owner);
    const bool national = owner != nullptr && owner->type == EntityType::country &&
                          (hint == "employee_of" || hint == "state" || hint == "works_for");
    const Mention* body = nullptr;
    if (owner == nullptr)
        last = right_edge(scan, last, owner);
    else if (const auto edge = right_edge(scan, last, body);
             national && body != nullptr && body->type == EntityType::institution)
        last = edge;  // "two Russian staff from Sputnik"
    if (const auto* there = hint == "state" && owner == nullptr ? state_around(scan, first, head) : nullptr) {
        const auto state = there->country;
        auto& officials = scan.add(first, std::max(there->last, head + 2), EntityType::country, MentionKind::name);
        officials.country = state;
        officials.name = scan.lexicon.countries[*scan.lexicon.country(state)].name;
        return;
    }
    const auto country = owner == nullptr ? std::string() : owner->country;
    if (hint == "state" && speak_for_state(scan, first, head, owner)) {
        scan.add(first, last, EntityType::country, MentionKind::name).country = country;
        return;
    }
    if (owner == nullptr && of_government(scan, first, head)) {
        scan.add(first, last, EntityType::country, MentionKind::name);  // the entity step supplies which
        return;
    }
    auto& mention = scan.add(first, last, EntityType::group, MentionKind::description);
    mention.core = hint == "state" ? "employee_of" : hint == "occupation" ? std::string() : hint;
    mention.country = country;
    mention.plural = true;
    mention.head = head;
    mention.phrase = first;
    if (first > 0 && scan.words[first - 1].is_any({"the", "a", "an", "his", "her", "their", "its"}))
        mention.phrase = first - 1;
    lower_first(scan, mention);
    const auto counted = counted_from(scan, mention.first);  // "people" describes nobody, "thousands of people" does
    if (counted < mention.first && hint != "member_of" && scan.lexicon.vague_groups.contains(scan.words[head].lower))
        mention.name = fold(scan.text(counted, mention.first)) + " " + mention.name;
}

/// May be a small word of its sentence; in a headline capitals say nothing.
bool written_small(const Scan& scan, std::uint32_t i) {
    return !scan.words[i].capital || scan.words[i].initial || scan.words.shouted() || scan.words.title_case();
}

/// A verb, or the first noun of two: "opposition" in "the opposition leader".
bool modifies_noun(const Scan& scan, std::uint32_t i) {
    if (scan.words[i].tag == WordClass::verb) return true;
    return i + 1 < scan.size() && scan.words[i].head == i + 1 && scan.words[i + 1].tag == WordClass::noun;
}

/// "Azerbaijanis", "the Rohingya": a people named as such, not the adjective before a noun.
bool people_named(const Scan& scan, std::uint32_t i) {
    const auto& word = scan.words[i];
    if (!word.capital || (word.tag != WordClass::noun && word.tag != WordClass::proper)) return false;
    if (i + 1 < scan.size() && !word.lower.ends_with('s')) {
        const auto next = scan.words[i + 1].tag;
        if (scan.is(i + 1, "-") || next == WordClass::noun || next == WordClass::proper) return false;
    }
    if (word.lower.ends_with('s')) return true;
    const bool plural = i > 0 && (scan.is(i - 1, "the") || scan.words[i - 1].word_class == WordClass::numeral);
    return plural && !(i + 1 < scan.size() && scan.words[i + 1].is("'s"));
}

/// Peoples without a state of their own by that name, and the nationals of one; who they are of is mentioned, too.
bool add_people(Scan& scan, std::uint32_t i) {
    if (!people_named(scan, i)) return false;
    const auto* hit = scan.name_at(i);
    const auto* nationals = hit == nullptr ? nullptr : scan.entry(*hit, NameEntry::Kind::people);
    if (nationals != nullptr && hit->last == i + 1 && scan.words[i].lower.ends_with('s')) {
        const auto& country = scan.lexicon.countries[nationals->index];
        add_group(scan, i, i + 1, "citizen_of");
        scan.mentions.back().country = country.iso2;
        if (!country.territory) scan.add(i, i + 1, EntityType::country, MentionKind::adjective).country = country.iso2;
        return true;
    }
    if (hit != nullptr || !scan.lexicon.people_names.contains(scan.words[i].lower)) return false;
    add_group(scan, i, i + 1, "");
    return true;
}

/// "no Norwegian soldier": all of them.
bool none_of(const Scan& scan, std::uint32_t i) {
    const auto* nation = mention_ending(scan, i);
    return nation != nullptr && nation->kind == MentionKind::adjective && nation->first > 0 &&
           scan.is(nation->first - 1, "no");
}

/// "killed", "arrested": what is done to people only, so that a bare number behind it counts people.
bool harmed(const Scan& scan, std::uint32_t verb) {
    if (verb == no_head) return false;
    constexpr std::array<std::string_view, 14> stems = {"kill",   "wound",  "injur",  "arrest", "detain",
                                                        "hurt",   "execut", "abduct", "kidnap", "massacr",
                                                        "behead", "deport", "jail",   "sentenc"};
    const auto& form = scan.words[verb].lower;
    return std::any_of(stems.begin(), stems.end(), [&](const auto stem) { return form.starts_with(stem); });
}

/// "killed six", "dozens were arrested": people told by their number alone.
bool add_counted(Scan& scan, std::uint32_t i) {
    const auto& word = scan.words[i];
    const bool many = multitude(word);
    const auto function = scan.lexicon.function_words.find(word.lower);
    const bool number = word.word_class == WordClass::numeral ||
                        (function != scan.lexicon.function_words.end() && function->second == WordClass::numeral);
    if ((!many && !number) || word.is_any({"one", "million", "billion", "thousand", "hundred", "dozen"})) return false;
    const bool joined = scan.is(i + 1, "and") && i + 3 < scan.size() && scan.words[i + 2].lower.ends_with("ed") &&
                        word.head > i + 2;  // "killed 12 and injured 40 others", read as one phrase
    const bool suffers = (joined || word.link == Dependency::object || word.link == Dependency::passive_subject) &&
                         (many || joined || harmed(scan, word.head));
    if (!suffers && !(many && word.link == Dependency::subject)) return false;
    if (i + 1 < scan.size()) {
        const auto& next = scan.words[i + 1];
        const bool more = next.tag == WordClass::noun || next.tag == WordClass::proper ||
                          next.tag == WordClass::adjective || next.tag == WordClass::numeral;
        if (more || next.is_any({"of", "-", "%", "/", "more"})) return false;
    }
    if (i > 0 && scan.words[i - 1].is_any({"$", "-", "\xc2\xa3", "\xe2\x82\xac", "#", "/", "."})) return false;
    if (!many && (word.text.size() == 4 || word.text.find('.') != std::string_view::npos)) return false;  // a year
    auto& mention = scan.add(i, i + 1, EntityType::group, MentionKind::description);
    mention.plural = true;
    mention.head = i;
    mention.name = fold(mention.name) + (many ? "" : " people");
    return true;
}

}  // namespace

void find_groups(Scan& scan) {
    std::vector<PhraseIndex::Hit> hits;
    for (std::uint32_t i = 0; i < scan.size(); ++i) {
        if (scan.taken[i]) continue;
        if (add_people(scan, i) || add_counted(scan, i)) continue;
        hits.clear();
        scan.lexicon.group_index.find(scan.words.all(), i, hits);
        if (hits.empty() || ((hits.back().value & 1U) == 0 && !none_of(scan, i))) continue;
        const auto end = i + hits.back().length;
        if (scan.taken[end - 1] || !written_small(scan, i) || modifies_noun(scan, end - 1)) continue;
        const auto& hint = scan.lexicon.groups[hits.back().value / 2].hint;
        add_group(scan, end - 1, end, hint);
        i = end - 1;
    }
}

}  // namespace chancery
