// Countries and places: names, adjectives and people's names of countries, capitals that speak for their state, cities,
// regions.
//
// A capital is its state when it acts ("Moscow protested", "ties with Baku") and a place when the text puts something
// there
// ("in Moscow", "Moscow-based", "the Moscow region"). Words taken by an institution or person are left alone, but the
// country inside "Russian Foreign Ministry" is mentioned all the same: it is what the body belongs to.
#include <algorithm>

#include "extract/mention/scan.hpp"

namespace chancery {

namespace {

using Kind = NameEntry::Kind;

bool free_of_others(const Scan& scan, const NameHit& hit) {
    for (auto i = hit.first; i < hit.last; ++i)
        if (scan.taken[i]) return false;
    return true;
}

/// "the mayor of Oslo", "Oslo's mayor", "Oslo's deputy mayor".
bool has_mayor(const Scan& scan, const NameHit& hit) {
    const auto of_place = [&](const TitleHit* title) {
        return title != nullptr && scan.lexicon.titles[title->title].scope == "place";
    };
    if (hit.first > 1 && scan.is(hit.first - 1, "of") && of_place(scan.title_ending(hit.first - 1))) return true;
    if (!scan.is(hit.last, "'s")) return false;
    return of_place(scan.title_at(hit.last + 1)) || of_place(scan.title_at(hit.last + 2));
}

/// "Moscow - based", "the Moscow region", "Moscow, Idaho", "a Moscow court".
bool place_by_company(const Scan& scan, const NameHit& hit) {
    if (hit.last <= scan.dateline) return true;
    if (scan.place_named_before(hit.first)) return true;
    const auto next = hit.last;
    if (const auto* title = scan.title_at(next); title != nullptr && scan.lexicon.titles[title->title].scope == "place")
        return true;  // "Tokyo Governor"
    if (has_mayor(scan, hit)) return true;
    auto before = hit.first;
    if (before > 0 && scan.is(before - 1, ",")) --before;
    if (before > 0 && scan.is(before - 1, "capital")) return true;
    if (scan.is(next, ",") && scan.is(next + 1, "the") && scan.is(next + 2, "capital")) return true;
    if (scan.is(next, "-") && next + 1 < scan.size() && scan.words[next + 1].is_any({"based", "born"})) return true;
    const bool seat = next + 1 < scan.size() && !scan.words[next].capital && scan.words[next + 1].capital &&
                      scan.lexicon.bodies_named.contains(scan.words[next].lower);
    if (seat) return true;  // "the Paris magazine NAME"
    const bool house =
        next < scan.size() && scan.words[next].is_any({"headquarters", "office", "offices", "embassy", "consulate",
                                                       "bureau", "hotel", "hospital", "apartment", "residence",
                                                       "neighborhood", "neighbourhood", "streets", "summit"});
    if (house) return true;  // "Nato's Brussels headquarters", "its London embassy"
    return next < scan.size() && scan.lexicon.place_heads.contains(scan.words[next].lower);
}

/// "Amsterdam political scientist NAME": behind a capital, what somebody does for a living.
bool home_of_somebody(const Scan& scan, std::uint32_t next) {
    for (auto i = next; i < scan.size() && i < next + 4; ++i) {
        const bool small = !scan.words[i].capital &&
                           (scan.words[i].tag == WordClass::noun || scan.words[i].tag == WordClass::adjective);
        if (!small) return false;
        const auto* title = scan.title_ending(i + 1);
        if (title == nullptr || scan.lexicon.titles[title->title].human != Title::Human::person) continue;
        return std::any_of(scan.mentions.begin(), scan.mentions.end(), [&](const Mention& mention) {
            return mention.first == i + 1 && is_human(mention.type) && mention.kind == MentionKind::name;
        });
    }
    return false;
}

void add_country(Scan& scan, const NameHit& hit, std::uint32_t country, MentionKind kind) {
    const auto& row = scan.lexicon.countries[country];
    auto& mention = scan.add(hit.first, hit.last, row.territory ? EntityType::place : EntityType::country, kind);
    mention.country = row.iso2;
    if (row.territory) mention.lexicon = "territory:" + row.iso2;
}

void add_place(Scan& scan, const NameHit& hit, const NameEntry& entry) {
    const auto& place = scan.lexicon.places[entry.index];
    const bool tag = hit.first > 0 && scan.is(hit.first - 1, "-") && scan.words[hit.last - 1].lower.ends_with('.');
    if (tag) return;  // "(R-Ariz.)"
    auto& mention = scan.add(hit.first, hit.last, EntityType::place, MentionKind::name);
    mention.lexicon = "place:" + std::to_string(entry.index);
    mention.country = place.country;
}

/// The "North" of "North and South Korea".
void add_half(Scan& scan, const NameHit& hit) {
    if (hit.first < 2 || !scan.is(hit.first - 1, "and") || hit.last != hit.first + 2) return;
    const auto& side = scan.words[hit.first - 2];
    if (!side.is_any({"north", "south", "east", "west"}) || !side.capital || scan.taken[hit.first - 2] != 0) return;
    const std::vector<Word> words = {side, scan.words[hit.first + 1]};
    std::vector<PhraseIndex::Hit> found;
    scan.lexicon.names.find(words, 0, found);
    for (const auto& name : found)
        if (const auto& entry = scan.lexicon.name_entries[name.value]; name.length == 2 && entry.kind == Kind::country)
            return add_country(scan, {hit.first - 2, hit.first - 1, {}}, entry.index, MentionKind::name);
}

bool plural_people(const NameHit& hit, const Scan& scan) {
    return scan.words[hit.last - 1].lower.ends_with('s');
}

void add_hit(Scan& scan, const NameHit& hit) {
    const auto* capital = scan.entry(hit, Kind::capital);
    if (capital == nullptr) capital = scan.entry(hit, Kind::seat);
    const auto* place = scan.entry(hit, Kind::place);
    if (const auto* country = scan.entry(hit, Kind::country)) {
        const auto* city = hit.first > 1 && scan.is(hit.first - 1, ",") ? scan.name_ending(hit.first - 1) : nullptr;
        const bool state_of_city = place != nullptr && city != nullptr && scan.entry(*city, Kind::place) != nullptr;
        if (state_of_city && scan.lexicon.places[place->index].ambiguous)
            add_place(scan, hit, *place);  // "Atlanta, Georgia"
        else
            add_country(scan, hit, country->index, MentionKind::name);
        add_half(scan, hit);
    } else if (const auto* adjective = scan.entry(hit, Kind::adjective)) {
        add_country(scan, hit, adjective->index, MentionKind::adjective);
    } else if (const auto* people = scan.entry(hit, Kind::people)) {
        if (!plural_people(hit, scan)) add_country(scan, hit, people->index, MentionKind::adjective);
    } else if (capital != nullptr) {
        const bool meant = scan.locative(hit.first) || place_by_company(scan, hit) || home_of_somebody(scan, hit.last);
        if (meant && place != nullptr)
            add_place(scan, hit, *place);
        else
            add_country(scan, hit, capital->index, MentionKind::name);
    } else if (place != nullptr) {
        add_place(scan, hit, *place);
    }
}

}  // namespace

void find_countries(Scan& scan) {
    for (const auto& hit : scan.names)
        if (free_of_others(scan, hit)) add_hit(scan, hit);
}

}  // namespace chancery
