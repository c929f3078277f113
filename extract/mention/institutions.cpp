// Institutions: named bodies with a head noun ("Ministry", "Supreme Court", "police"), and those of the lexicon.
//
// A head noun pulls in the capitalised words before it ("Central Election Commission"), what "of" adds after it
// ("Ministry of Foreign Affairs of the Republic of Azerbaijan"), and the country before it ("Azerbaijan's", "Russian").
// Written small, a head makes a body only with a country at its side ("Turkish prosecutors", "Syria's state
// television"); "the Azerbaijani government" and "Russian authorities" stand for the country itself.
//
// The same body comes under many names. The core is its name without the country in one fixed form ("foreign ministry"
// for "Ministry of Foreign Affairs"); with the country it is what later steps compare.
#include <algorithm>
#include <array>

#include "extract/lexicon/body_name.hpp"
#include "extract/mention/body_limits.hpp"
#include "extract/mention/led_government.hpp"
#include "extract/mention/lexicon_bodies.hpp"
#include "extract/mention/regions.hpp"
#include "extract/mention/scan.hpp"

namespace chancery {

namespace {

struct Head {
    std::uint32_t first = 0, last = 0, index = 0;
};

/// In a text all in capitals, small words and verbs are told by what they are.
bool small_though_shouted(const Scan& scan, std::uint32_t i) {
    if (!scan.words.shouted()) return false;
    const auto& word = scan.words[i];
    return scan.lexicon.function_words.contains(word.lower) || word.tag == WordClass::verb ||
           word.tag == WordClass::auxiliary || word.tag == WordClass::adverb || word.tag == WordClass::preposition;
}

bool name_word(const Scan& scan, std::uint32_t i) {
    const auto& word = scan.words[i];
    if (!word.capital || scan.taken[i] || word.word_class == WordClass::punctuation) return false;
    if (small_though_shouted(scan, i)) return false;
    if (word.initial && scan.lexicon.function_words.contains(word.lower)) return false;  // "Even Senate leaders"
    const bool opens = word.tag == WordClass::adverb || word.tag == WordClass::verb ||
                       word.tag == WordClass::determiner || word.tag == WordClass::preposition || word.is("former");
    if (word.initial && opens && scan.lexicon.common(word.lower))
        return false;  // "Certainly Congress", "Former Senate"
    if (word.initial && scan.lexicon.common(word.lower) && i == 0) return scan.size() > 1 && scan.words[1].capital;
    return true;
}

/// The word at `i` is the head of a body of state.
bool state_head(const Scan& scan, std::uint32_t i) {
    std::vector<PhraseIndex::Hit> hits;
    scan.lexicon.head_index.find(scan.words.all(), i, hits);
    return !hits.empty() && scan.lexicon.heads[hits.back().value].state == InstitutionHead::State::yes;
}

/// First word of the capitalised stretch that ends at `head`. `private_body`: one of no state is called after a capital
/// ("the Oslo Herald"), one of a state belongs to it.
std::uint32_t extend_left(const Scan& scan, std::uint32_t head, bool private_body = false) {
    auto i = head;
    while (i > 0) {
        const auto before = i - 1;
        const auto* hit = scan.name_ending(i);
        const bool of_city = hit != nullptr && scan.entry(*hit, NameEntry::Kind::country) == nullptr &&
                             scan.entry(*hit, NameEntry::Kind::adjective) == nullptr &&
                             scan.words[i].is_any({"city", "district", "regional", "municipal", "metropolitan"});
        if (of_city) {  // "Tbilisi City Court"
            i = hit->first;
            continue;
        }
        const bool city = hit != nullptr && (i == head || scan.entry(*hit, NameEntry::Kind::capital) != nullptr);
        const bool called_after = private_body && city && scan.words[head].capital && hit->first > 0 &&
                                  !scan.words[hit->first - 1].is_any({"in", "from"}) &&
                                  scan.entry(*hit, NameEntry::Kind::adjective) == nullptr;
        if (called_after) {
            i = hit->first;
            continue;
        }
        if (hit != nullptr && !scan.country_of(*hit).empty()) break;  // the owner, taken in by the caller
        if (const auto* title = scan.title_ending(i);
            title != nullptr && title->last == i && i != head && scan.words[before].lower != "general" &&
            !(title->core == before && name_word(scan, before) && !scan.words.title_case() &&
              scan.lexicon.titles[title->title].relation.empty()))
            break;  // but "the Refugee Assistance Project"
        const bool of_party =
            i == head && scan.lexicon.party_words.contains(scan.words[before].text) && state_head(scan, head);
        if (of_party) break;  // "the Republican Senate"
        const bool people = scan.words[before].is_any({"'s", "'"}) && before > 0 && scan.words[before - 1].capital &&
                            scan.words[before - 1].is_any(
                                {"people",      "peoples",    "women",     "children",   "workers",   "writers",
                                 "teachers",    "nurses",     "farmers",   "lawyers",    "citizens",  "men",
                                 "veterans",    "prosecutor", "general",   "students",   "soldiers",  "magistrates",
                                 "journalists", "miners",     "engineers", "doctors",    "consumers", "artists",
                                 "scientists",  "governors",  "mothers",   "pensioners", "sailors",   "tenants"});
        if (people) {
            i = before - 1;
            continue;
        }
        const bool dash = scan.is(before, "-") && scan.words[before].space_before;  // "Oslo - Police"
        const bool joined =
            scan.words[before].is_any({"-", "&"}) && !dash && before > 0 && scan.words[before - 1].capital;
        const bool linked = scan.words[before].is_any({"and", "of"}) && before > 1 && i != head &&
                            name_word(scan, before - 1) && before - 1 > 0 && !ends_itself(scan, before - 1) &&
                            scan.words[before - 1].name != NameClass::person;
        if (joined || linked) {
            i = before - 1;
            continue;
        }
        if (!name_word(scan, before) ||
            scan.words[before].is_any({"the", "a", "an", "this", "that", "but", "and", "in", "on", "at", "mr.", "he",
                                       "she", "his", "its", "their", "i"}))
            break;
        i = before;
    }
    while (i < head && (scan.words[i].is_any({"of", "and", "-", "&", "'s"}))) ++i;
    return i;
}

/// One past the last word of "of Foreign Affairs and Trade of the Republic of Korea" after a head.
std::uint32_t extend_right(const Scan& scan, std::uint32_t last, std::string& country) {
    auto end = last;
    for (;;) {
        auto i = end;
        if (i >= scan.size() || !scan.words[i].is_any({"of", "for", "on"})) return end;
        if (scan.is(i, "on") && !scan.words[end - 1].is_any({"committee", "commission", "council", "conference",
                                                             "center", "centre", "institute", "panel", "board"}))
            return end;
        ++i;
        if (scan.is(i, "the")) ++i;
        if (i >= scan.size() || !scan.words[i].capital || small_though_shouted(scan, i)) return end;
        if (const auto word = scan.lexicon.common_words.find(scan.words[i].lower);
            word != scan.lexicon.common_words.end() && word->second == "time")
            return end;  // "the Health Committee on Tuesday"
        const auto* hit = scan.name_at(i);
        if (hit != nullptr && !scan.country_of(*hit).empty()) {
            country = scan.country_of(*hit);
            end = hit->last;
            continue;
        }
        while (i < scan.size() && scan.words[i].capital && scan.words[i].word_class != WordClass::punctuation &&
               (scan.title_at(i) == nullptr || field_of_body(scan, i)) && !small_though_shouted(scan, i)) {
            ++i;
            const bool more =
                i + 1 < scan.size() && scan.words[i].is_any({"and", "&", "-"}) && scan.words[i + 1].capital;
            if (more) ++i;
        }
        if (i == end + 1) return end;
        end = i;
    }
}

/// "police custody", "the army chief", "state agency Xinhua": the head only tells what kind of thing follows.
bool modifies_next(const Scan& scan, std::uint32_t last) {
    if (last >= scan.size()) return false;
    const auto& next = scan.words[last];
    if (next.is("-")) return true;
    if (scan.in_title[last] != 0) return scan.words[last - 1].is("intelligence");
    const bool weekday = scan.lexicon.common(next.lower);
    if (next.capital) return !weekday && next.tag == WordClass::proper;
    return next.tag == WordClass::noun;
}

bool lower_head_allowed(const InstitutionHead& head, const Scan& scan, std::uint32_t first, std::uint32_t last,
                        Owner& owner, std::uint32_t& begin) {
    if (!head.lower || modifies_next(scan, last)) return false;
    begin = first;
    for (int skipped = 0; skipped <= 2;) {
        owner = state_before(scan, begin);
        const bool backed = scan.is(begin, "-") && scan.words[begin + 1].lower.ends_with("ed") &&
                            !scan.is(begin + 1, "led") && begin + 1 < first;
        if (backed) return false;  // "the US-backed government" is not the one of the United States
        if (!owner.country.empty()) return true;
        if (begin == 0) return false;
        const auto& before = scan.words[begin - 1];
        const bool plain = !before.capital && before.word_class != WordClass::punctuation &&
                           !scan.lexicon.function_words.contains(before.lower) && before.lower.size() > 3;
        const bool joined = before.is("-");
        if (!plain && !joined) return false;
        --begin;
        skipped += joined ? 0 : scan.is(begin + 1, "-") ? 0 : 1;  // "anti-terrorism" is one word
    }
    return false;
}

/// The country inside the name is mentioned as well: it is what the body belongs to.
void add_owner(Scan& scan, const Owner& owner) {
    const auto* hit = scan.name_at(owner.first);
    const auto country = scan.lexicon.country(owner.country);
    if (hit == nullptr || !country || scan.lexicon.countries[*country].territory) return;
    scan.add(hit->first, hit->last, EntityType::country, MentionKind::adjective).country = owner.country;
}

/// "the Constitutional Court of Ecuador" speaks of Ecuador, too.
void add_country_inside(Scan& scan, std::uint32_t from, std::uint32_t end) {
    for (auto i = from; i < end; ++i) {
        const auto* hit = scan.name_at(i);
        if (hit == nullptr || scan.entry(*hit, NameEntry::Kind::country) == nullptr) continue;
        const auto iso = scan.country_of(*hit);
        scan.add(hit->first, hit->last, EntityType::country, MentionKind::adjective).country = iso;
        return;
    }
}

/// A body without its country. "The police in Nairobi" are those of the country of the place.
void add_small(Scan& scan, const Head& found, const InstitutionHead& head) {
    auto& mention =
        scan.add(found.first, found.last, head.kind == "government" ? EntityType::country : EntityType::institution,
                 MentionKind::name);
    mention.core = fixed_core(mention.name);
    mention.state = true;
    mention.plural = mention.name.ends_with('s');
    const auto* place = scan.is(found.last, "in") ? scan.name_at(found.last + 1) : nullptr;
    if (place == nullptr || head.kind == "government") return;
    if (head.kind == "embassy") {  // in a country, and not of it
        mention.core = mention.name = fold(mention.name) + " in " + scan.text(place->first, place->last);
        mention.state = false;
        return;
    }
    if (const auto country = scan.country_of(*place); !country.empty()) mention.country = country;
    if (const auto* entry = scan.entry(*place, NameEntry::Kind::place); entry != nullptr && mention.country.empty())
        mention.country = scan.lexicon.places[entry->index].country;
}

/// "earlier this month police".
bool time_noun(const Word& word) {
    return word.is_any({"day", "night", "morning", "afternoon", "evening", "week", "weekend", "month", "year"});
}

/// "the police of Oman", but not "accused police of beating", nor "the government of President NAME".
bool owner_behind(const Scan& scan, std::uint32_t last) {
    if (scan.is(last, "of") && last + 1 < scan.size() && scan.in_title[last + 1] != 0 && scan.words[last + 1].capital)
        return false;
    return scan.is(last, "of") && !(last + 1 < scan.size() && scan.words[last + 1].lower.ends_with("ing"));
}

/// "the country's foreign ministry".
bool of_the_country(const Scan& scan, std::uint32_t first) {
    return first > 1 && scan.is(first - 1, "'s") &&
           scan.lexicon.points_at(scan.words[first - 2].lower, ReferenceWord::Kind::country);
}

/// "the police", "the government": a body of the country the article is about, which the entity step supplies.
void add_ownerless(Scan& scan, const Head& found, const InstitutionHead& head) {
    if (!head.lower || head.state != InstitutionHead::State::yes) return;
    const bool of_title = found.last < scan.size() && scan.in_title[found.last] != 0;  // "Army spokesman NAME"
    const bool opens = found.first == 0 && scan.words[0].capital && found.last < scan.size() &&
                       (head.opening || of_title) && !modifies_next(scan, found.last);
    if (opens) return add_small(scan, found, head);
    if (found.first == 0) return;
    const auto& before = scan.words[found.first - 1];
    const bool modified = before.word_class != WordClass::punctuation && !before.is_any({"and", "that", "by", "from"});
    const bool bare = head.bare && (!modified || time_noun(before) || before.tag == WordClass::preposition ||
                                    before.tag == WordClass::subordinator || before.tag == WordClass::adverb ||
                                    before.tag == WordClass::verb);
    const bool of_speaker =
        found.last < scan.size() && scan.in_title[found.last] != 0;    // "a foreign ministry spokesman"
    const bool owned = before.is("its") && head.kind != "government";  // whose government, see extract/entity
    const bool definite = before.is("the") || owned || (head.kind != "army" && of_the_country(scan, found.first)) ||
                          (of_speaker && before.is_any({"a", "an"}));
    if (!(definite || bare) || modifies_next(scan, found.last) || owner_behind(scan, found.last)) return;
    add_small(scan, found, head);
}

/// A bare head that a longer name goes on from or leads up to: "State of the Union", "Committee on Intelligence",
/// "Office of the Special Counsel", "the TV debate".
bool part_of_more(const Scan& scan, const Head& found, bool alone) {
    const auto named = [&](std::uint32_t back) {
        if (found.first < back) return false;
        const auto& word = scan.words[found.first - back];
        return word.capital && (!word.initial || found.first > back) && scan.in_title[found.first - back] == 0 &&
               !scan.lexicon.function_words.contains(word.lower);
    };
    if (found.first > 1 && scan.words[found.first - 1].is_any({"of", "on", "for"}) && named(2)) return true;
    if (scan.is(found.first - 1, "the") && found.first > 2 && scan.is(found.first - 2, "of") && named(3)) return true;
    const auto behind = scan.is(found.last + 1, "the") ? found.last + 2 : found.last + 1;
    if (scan.is(found.last, "of") && behind < scan.size() && scan.words[behind].capital) return true;
    return alone && found.last < scan.size() && scan.in_title[found.last] == 0 &&
           scan.words[found.last].tag == WordClass::noun;
}

/// "Osan Air Force Base": a place by its last word.
bool add_base(Scan& scan, const Head& found, const InstitutionHead& head) {
    const bool base = (head.kind == "army" || head.kind == "police") && scan.words[found.first].capital &&
                      found.last < scan.size() && scan.words[found.last].capital && scan.in_title[found.last] == 0 &&
                      scan.lexicon.place_heads.contains(scan.words[found.last].lower);
    if (!base) return false;
    auto begin = extend_left(scan, found.first);
    const auto* city = scan.name_ending(begin);
    if (city != nullptr && scan.entry(*city, NameEntry::Kind::place) != nullptr) begin = city->first;
    if (begin < found.first && scan.taken[begin] == 0)
        scan.add(begin, found.last + 1, EntityType::place, MentionKind::name);
    return true;
}

/// "the embassy of Norway": the state behind "of".
const NameHit* state_behind(const Scan& scan, std::uint32_t last) {
    if (!scan.is(last, "of")) return nullptr;
    const auto* hit = scan.name_at(scan.is(last + 1, "the") ? last + 2 : last + 1);
    return hit != nullptr && scan.entry(*hit, NameEntry::Kind::country) != nullptr ? hit : nullptr;
}

void add_head(Scan& scan, const Head& found) {
    const auto& head = scan.lexicon.heads[found.index];
    if (add_region(scan, found.first, found.last)) return;
    if (add_base(scan, found, head)) return;
    if (!modifies_next(scan, found.last) && add_government_of_leader(scan, found.first, found.last)) return;
    const bool capital = scan.words[found.first].capital && scan.words[found.last - 1].capital;
    std::string country;
    Owner owner;
    std::uint32_t begin = found.first, end = found.last;
    if (capital && !(found.first == 0 && scan.lexicon.common(scan.words[0].lower) && scan.size() > 1 &&
                     !scan.words[1].capital && !scan.is(1, "of"))) {
        if (head.position != InstitutionHead::Position::first)
            begin = extend_left(scan, found.first, head.state == InstitutionHead::State::no);
        end = extend_right(scan, found.last, country);
        owner = state_before(scan, begin);
        const bool bare = begin == found.first && end == found.last;
        if (bare && scan.words.shouted() && owner.country.empty()) return add_ownerless(scan, found, head);
        if (bare && owner.country.empty() && found.first > 0 && part_of_more(scan, found, !head.lower)) return;
        const bool before_title =
            found.last < scan.size() && scan.in_title[found.last] != 0 && !scan.words[found.first].initial;
        const bool definite = before_title || (found.first > 0 && scan.is(found.first - 1, "the"));
        if (bare && owner.country.empty() && !head.lower && !definite) return;
        if (bare && scan.words[found.first].initial && owner.country.empty() && found.last - found.first == 1) return;
    } else if (!lower_head_allowed(head, scan, found.first, found.last, owner, begin)) {
        const auto* state = head.lower ? state_behind(scan, found.last) : nullptr;
        if (state == nullptr) return add_ownerless(scan, found, head);
        country = scan.country_of(*state);
        end = state->last;
        while (begin > 0 && scan.words[begin - 1].tag == WordClass::adjective && !scan.words[begin - 1].capital)
            --begin;
    } else {
        end = behind_field(scan, end);  // "Canada's ministry of justice"
    }
    const auto core = scan.text(begin, end);
    if (country.empty()) country = owner.country;
    const bool own_name = head.state == InstitutionHead::State::no && scan.words[begin].capital && begin < found.first;
    const bool brand = head.kind == "media" || head.kind == "company";  // "American Harbour TV" is Harbour TV
    const bool national = own_name && !brand && !owner.country.empty() && !scan.words[begin - 1].is_any({"'s", "'"});
    // "Germany's Bremen University" is Bremen University, "the German Bakers Guild" is called so
    if (!owner.country.empty() && (!own_name || national)) begin = owner.first;
    for (auto i = begin; i < end; ++i)
        if (scan.taken[i]) return;
    const bool government = head.kind == "government";
    if (government && country.empty())
        return begin == found.first && end == found.last && begin > 0 && scan.is(begin - 1, "the")
                   ? add_small(scan, found, head)
                   : void();
    auto& mention = scan.add(begin, end, government ? EntityType::country : EntityType::institution, MentionKind::name);
    mention.core = fixed_core(national ? scan.text(begin, end) : core);
    mention.country = country;
    mention.state = head.state == InstitutionHead::State::yes ||
                    (head.state == InstitutionHead::State::depends && !owner.country.empty());
    mention.plural = mention.name.ends_with('s');
    if (!government && !owner.country.empty() && !own_name) add_owner(scan, owner);
    if (owner.country.empty()) add_country_inside(scan, found.last, end);
}

}  // namespace

/// "Technologies" in "the Center for Political Technologies": a head that ends at `end` inside what follows another.
bool within_name(const Scan& scan, const Head& head, std::uint32_t end) {
    std::string country;
    return scan.words[head.first].capital && scan.is(head.last, "for") && extend_right(scan, head.last, country) >= end;
}

/// "Union" in "the Soviet Union".
bool in_state_name(const Scan& scan, std::uint32_t first, std::uint32_t last) {
    return std::any_of(scan.names.begin(), scan.names.end(), [&](const NameHit& hit) {
        return hit.first < first && last <= hit.last && scan.entry(hit, NameEntry::Kind::country) != nullptr;
    });
}

void find_institutions(Scan& scan) {
    for (const auto& hit : scan.names)
        if (hit.last - hit.first > 1) add_lexicon_body(scan, hit);
    std::vector<PhraseIndex::Hit> hits;
    std::vector<Head> heads;
    for (std::uint32_t i = 0; i < scan.size(); ++i) {
        if (scan.taken[i]) continue;
        hits.clear();
        scan.lexicon.head_index.find(scan.words.all(), i, hits);
        if (hits.empty()) continue;
        const auto end = i + hits.back().length;
        if (in_state_name(scan, i, end)) continue;
        const bool inside = !heads.empty() && heads.back().last == end &&  // "Office" of "Prosecutor General's Office"
                            scan.lexicon.heads[heads.back().index].head.find("'s") != std::string::npos;
        if (inside || (!heads.empty() && within_name(scan, heads.back(), end))) continue;
        heads.push_back({i, end, hits.back().value});
    }
    for (auto head = heads.rbegin(); head != heads.rend();
         ++head)  // the last head of a stretch owns it: "Bank Workers Union"
        if (!scan.taken[head->first]) add_head(scan, *head);
    for (const auto& hit : scan.names) add_lexicon_body(scan, hit);
}

}  // namespace chancery
