// Names of persons: stretches of capitalised words that something says are a person.
//
// A stretch is broken out of the sentence first (initials, particles such as "bin" or "de la", suffixes and nicknames
// in quotes belong to it), cleared of a common word at the sentence start, and then judged: by the title or honorific
// before it, by known given and family names, by what follows ("said", ", 43,"), and by what would make it something
// else (a place word, an article before it).
//
// One word alone is a person only after a title, an honorific, or when the article names that person in full; the
// entity step decides the last case, so such words become mentions with `plural` unset and an empty lexicon value.
#include <algorithm>
#include <array>

#include "extract/mention/name_context.hpp"

namespace chancery {

namespace {

bool month(std::string_view word) {
    static constexpr std::string_view months[] = {"jan", "feb", "mar",  "apr", "may", "jun", "jul",
                                                  "aug", "sep", "sept", "oct", "nov", "dec"};
    return std::find(std::begin(months), std::end(months), word) != std::end(months);
}

bool particle(const Scan& scan, std::uint32_t i) {
    return i < scan.size() && scan.lexicon.particles.contains(scan.words[i].lower);
}

bool initial_letter(const Word& word) {
    return word.capital &&
           (word.text.size() <= 2 || (word.text.size() <= 6 && word.text.back() == '.' && word.text.find('.') < 2));
}

bool known_given(const Scan& scan, std::uint32_t i) {
    return scan.lexicon.given_names.contains(scan.words[i].lower);
}

/// A letter with its stop behind a capital: "Edwin A. Harlow".
bool middle_initial(const Scan& scan, std::uint32_t i) {
    const auto& word = scan.words[i];
    return i > 0 && word.text.size() == 2 && word.text.back() == '.' && scan.words[i - 1].capital;
}

/// "Will" before a family name, inside a sentence.
bool auxiliary_as_name(const Scan& scan, std::uint32_t i) {
    return known_given(scan, i) && !scan.words[i].initial && !scan.words.shouted() && !scan.words.title_case() &&
           i + 1 < scan.size() && scan.words[i + 1].capital;
}

/// May stand inside a person's name: a capitalised word that is not taken, no title, no country or place unless known
/// as a name.
bool name_word(const Scan& scan, std::uint32_t i) {
    if (i >= scan.size() || scan.taken[i] || scan.in_title[i] || scan.in_name[i]) return false;
    const auto& word = scan.words[i];
    if (!word.capital || word.word_class == WordClass::punctuation || word.word_class == WordClass::numeral)
        return false;
    if (word.is("'s") || word.is("i") ||
        (word.lower.ends_with('.') && month(word.lower.substr(0, word.lower.size() - 1))))
        return false;
    const bool may_name = scan.lexicon.given_names.contains(word.lower) || scan.lexicon.surnames.contains(word.lower);
    if (scan.lexicon.peoples.contains(word.lower) && (word.name != NameClass::person || !may_name)) return false;
    const bool adjective =
        word.tag == WordClass::adjective && word.name == NameClass::none &&
        (scan.lexicon.common(word.lower) || word.lower.ends_with("ian") || word.lower.ends_with("ean") ||
         word.lower.ends_with("ish") || word.lower.ends_with("ese") || word.lower.ends_with("ic"));
    const bool of_body = !scan.words.title_case() && i + 1 < scan.size() && scan.words[i + 1].capital &&
                         body_named_before(scan, i);  // "the armed group Black Banner"
    if (adjective && !of_body && !scan.words.shouted() && !scan.lexicon.given_names.contains(word.lower)) return false;
    const auto* hit = scan.name_at(i);
    if (hit != nullptr) {
        if (scan.entry(*hit, NameEntry::Kind::country) != nullptr && word.name != NameClass::person) return false;
        if (!scan.country_of(*hit).empty() && !scan.lexicon.given_names.contains(word.lower)) return false;
        if (hit->last - hit->first > 1) return false;
    }
    const auto bare = word.lower.ends_with('.') ? word.lower.substr(0, word.lower.size() - 1) : word.lower;
    if (const auto it = scan.lexicon.common_words.find(bare);
        it != scan.lexicon.common_words.end() && !middle_initial(scan, i)) {
        const bool month_name = i > 0 && month(word.lower) && !scan.words[i - 1].is("in") &&
                                (scan.honorific(i - 1) || known_given(scan, i - 1)) &&
                                !(i + 1 < scan.size() && scan.words[i + 1].word_class == WordClass::numeral);
        if (it->second == "time" && !month_name) return false;  // "Theresa May"
        if (it->second == "function") return auxiliary_as_name(scan, i);
        const bool headline = scan.words.title_case() || scan.words.shouted();
        if (headline && (word.tag == WordClass::verb || word.tag == WordClass::auxiliary)) return false;
        if (headline && it->second != "name" && !scan.lexicon.given_names.contains(word.lower)) return false;
    }
    return true;
}

/// Behind a nickname between given and family name, `Oskar "Ossi" Roe`, `Oskar (Ossi) Roe`; 0 when none begins at `at`.
std::uint32_t nickname_end(const Scan& scan, std::uint32_t at) {
    if (at + 2 >= scan.size() || !scan.words[at].is_any({"\"", "\xe2\x80\x9c", "\xe2\x80\x98", "'", "("})) return 0;
    for (auto i = at + 1; i < std::min(at + 3, scan.size()); ++i) {
        if (!scan.words[i].capital || scan.taken[i] != 0) return 0;
        const bool closed =
            i + 1 < scan.size() && scan.words[i + 1].is_any({"\"", "\xe2\x80\x9d", "\xe2\x80\x99", "'", ")"});
        const bool short_name = !scan.is(at, "(") || known_given(scan, i);  // "Roe (Norway) Hall"
        if (closed) return short_name && known_given(scan, at - 1) && name_word(scan, i + 2) ? i + 2 : 0;
    }
    return 0;
}

Stretch stretch_at(const Scan& scan, std::uint32_t i) {
    Stretch stretch{i, i};
    while (stretch.last < scan.size() && stretch.last - stretch.first < 7) {
        auto at = stretch.last;
        if (at > i && scan.is(at, "-") && at + 1 < scan.size() && !scan.words[at].space_before &&
            !scan.words[at + 1].space_before) {
            const auto& behind = scan.words[at + 1];
            if (scan.words[i].is_any({"anti", "pro", "ex", "post", "pre", "non"})) return {i, i};  // "Anti-Maduro"
            const bool compound = !behind.capital && (scan.lexicon.common(behind.lower) ||
                                                      behind.lower.ends_with("ed") || scan.title_at(at + 1) != nullptr);
            if (compound) return {i, i};  // "Epstein-hosted", "Bush-era", "Multi-billionaire"
            stretch.last = at + 2;        // Jong-un, al-Assad, Zaki-ud-Din
            continue;
        }
        const bool elided = at > i && scan.words[at].is_any({"d", "l", "o"}) && scan.is(at + 1, "'") &&
                            at + 2 < scan.size() && scan.words[at + 2].capital;
        if (elided) {  // "MIGUEL D' ESCOTO"
            stretch.last = at + 3;
            continue;
        }
        if (const auto behind = at > i ? nickname_end(scan, at) : 0; behind != 0) {
            stretch.last = behind + 1;
            continue;
        }
        auto p = at;
        while (particle(scan, p) && p - at < 3) ++p;
        if (p > at && scan.is(p, "-")) ++p;
        if (p > at && name_word(scan, p) && (at > i || scan.words[at].capital || scan.words[p - 1].is("-"))) {
            stretch.last = p + 1;
            continue;
        }
        if (!name_word(scan, at) || scan.title_at(at) != nullptr) break;
        if (at > i && scan.honorific(at) && at + 1 < scan.size() && scan.words[at + 1].capital) break;
        stretch.last = at + 1;
    }
    return stretch;
}

enum class Verdict : std::uint8_t { person, surname, place, body, nothing };

/// "D-Calif.", "R-TX": party and state behind a legislator's name.
bool party_tag(const Scan& scan, Stretch stretch) {
    return stretch.last - stretch.first >= 2 && scan.is(stretch.first + 1, "-") &&
           scan.words[stretch.first].is_any({"d", "r", "i"}) && scan.words[stretch.first].text.size() == 1;
}

/// "Hurricane Harvey", "Superstorm Sandy".
bool storm(const Scan& scan, Stretch stretch) {
    return stretch.last - stretch.first > 1 &&
           scan.words[stretch.first].is_any(
               {"hurricane", "storm", "superstorm", "typhoon", "cyclone", "tropical", "operation"});
}

/// What most words of the stretch are tagged as.
NameClass vote(const Scan& scan, Stretch stretch) {
    std::array<std::uint32_t, 4> votes{};
    for (auto i = stretch.first; i < stretch.last; ++i)
        if (scan.words[i].capital) ++votes[static_cast<std::size_t>(scan.words[i].name)];
    std::size_t best = 1;
    for (std::size_t c = 2; c < votes.size(); ++c)
        if (votes[c] > votes[best]) best = c;
    return 2 * votes[best] >= votes[0] && votes[best] > 0 ? static_cast<NameClass>(best) : NameClass::none;
}

/// "CableNews", "eBriefing", "TheWire": capitals inside a word, as brands have them. "McKay", "DeLuca" are names.
bool brand_like(const Word& word) {
    if (word.all_caps) return false;
    std::size_t inner = 0;
    for (std::size_t i = 1; i < word.text.size(); ++i) {
        const bool upper = word.text[i] >= 'A' && word.text[i] <= 'Z';
        const bool behind_lower = word.text[i - 1] >= 'a' && word.text[i - 1] <= 'z';
        if (upper && behind_lower) inner = i;
        if (word.text[i] >= '0' && word.text[i] <= '9') return true;
    }
    return inner > 3;
}

/// A form of an ordinary word: "Fraudsters", "Redistricting"; but not a known family name ("Waters").
bool inflected(const Scan& scan, std::string_view lower) {
    if (scan.lexicon.surnames.contains(lower) || scan.lexicon.given_names.contains(lower)) return false;
    static constexpr std::array<std::string_view, 7> endings = {"s", "es", "ed", "ing", "er", "ers", "ly"};
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
        return lower.size() > ending.size() + 3 && lower.ends_with(ending) &&
               scan.lexicon.common(lower.substr(0, lower.size() - ending.size()));
    });
}

Verdict judge_word(const Scan& scan, std::uint32_t i, NameClass tagged) {
    if (!scan.words.shouted() && brand_like(scan.words[i]))
        return tagged == NameClass::organisation ? Verdict::body : Verdict::nothing;
    if (inflected(scan, scan.words[i].lower)) return Verdict::nothing;
    if (scan.words[i].all_caps && !scan.words.shouted())
        return tagged == NameClass::organisation ? Verdict::body : Verdict::nothing;
    if (tagged == NameClass::person) return Verdict::surname;
    const bool proper = scan.words[i].tag == WordClass::proper || scan.words.shouted();
    const bool common = scan.lexicon.common(scan.words[i].lower);
    if ((tagged == NameClass::place || tagged == NameClass::organisation) && (!proper || common))
        return Verdict::nothing;
    if (tagged == NameClass::place && !scan.locative(i) && scan.lexicon.surnames.contains(scan.words[i].lower))
        return Verdict::surname;
    if (tagged == NameClass::place || (scan.locative(i) && !common)) return Verdict::place;
    if (tagged == NameClass::organisation) return Verdict::body;
    return Verdict::surname;
}

/// "his elder brother X", "wife X", "his wife, X".
bool kin_before(const Scan& scan, std::uint32_t first) {
    if (first > 1 && scan.is(first - 1, ",") && known_given(scan, first)) --first;
    return first > 0 && scan.lexicon.kin.contains(scan.words[first - 1].lower);
}

/// "the ministers, Oslo ..." are not named by what follows.
bool plural_title(const Scan& scan, std::uint32_t last) {
    const auto* title = scan.title_ending(last);
    return title != nullptr && title->plural;
}

Verdict judge(const Scan& scan, Stretch stretch) {
    const auto length = stretch.last - stretch.first;
    const auto first = stretch.first;
    const auto* title = scan.title_ending(first);
    const bool honorific = first > 0 && scan.honorific(first - 1);
    if (honorific || title != nullptr || kin_before(scan, first))
        return length > 1 ? Verdict::person : Verdict::surname;
    const bool told = length > 1 && length < 4 && first > 1 && scan.is(first - 1, ",") && scan.is(stretch.last, ",") &&
                      scan.title_ending(first - 1) != nullptr;
    if (told && scan.name_at(first) == nullptr && !plural_title(scan, first - 1)) return Verdict::person;
    const bool article = first > 0 && scan.words[first - 1].is_any({"the", "a", "an"});
    const bool given = known_given(scan, first) &&
                       !(scan.words[first].initial && scan.lexicon.common(scan.words[first].lower) && length < 2);
    const bool family = scan.lexicon.surnames.contains(scan.words[stretch.last - 1].lower);
    const auto tagged = vote(scan, stretch);
    if (party_tag(scan, stretch) || storm(scan, stretch)) return Verdict::nothing;
    if (built_place(scan, stretch)) return Verdict::place;
    const auto& tail = scan.words[stretch.last - 1].lower;
    if (length > 1 && scan.lexicon.thing_heads.contains(tail)) return Verdict::nothing;
    if (stretch.last <= scan.dateline && month(tail)) return Verdict::nothing;
    if (scan.place_named_before(first) || stretch.last <= scan.dateline) return Verdict::place;
    if (facility_behind(scan, stretch.last) != 0 && !given) return Verdict::place;
    const bool clear = given && !scan.lexicon.ambiguous_names.contains(scan.words[first].lower) &&
                       !scan.lexicon.common(scan.words[first].lower);
    const bool trusted = tagged == NameClass::none || tagged == NameClass::person || family || clear;
    if (inside_region(scan, stretch) || (!given && place_told_behind(scan, stretch.last))) return Verdict::place;
    if (length > 1 && given && !article && trusted) return Verdict::person;
    if (tagged != NameClass::person && place_like(scan, stretch)) return length > 1 ? Verdict::place : Verdict::nothing;
    if (!given && (body_named_before(scan, first) || body_named_behind(scan, stretch.last))) return Verdict::body;
    if (!given && listed_with_place(scan, first)) return Verdict::place;
    if (length == 1 && !article) return judge_word(scan, first, tagged);
    if (length == 1 && scan.lexicon.common(scan.words[first].lower)) return Verdict::nothing;  // "the Nation"
    if (tagged == NameClass::place) return Verdict::place;
    if (tagged == NameClass::organisation)
        return !article && length < 4 && office_behind(scan, stretch.last) ? Verdict::person : Verdict::body;
    if (article || length == 1) return Verdict::nothing;
    if (tagged == NameClass::person || family || human_context_after(scan, stretch.last)) return Verdict::person;
    if (scan.locative(first)) return Verdict::place;
    return Verdict::nothing;
}

/// "Trump" at the start of a sentence is the person where the tagger says so.
bool leader_name(const Scan& scan, std::uint32_t i) {
    return scan.words[i].name == NameClass::person && scan.lexicon.leader_surnames.contains(scan.words[i].lower);
}

/// A word that is an ordinary one as well counts as a surname when a title or honorific stands before it.
bool may_be_surname(const Scan& scan, std::uint32_t first) {
    const auto it = scan.lexicon.common_words.find(scan.words[first].lower);
    if (it == scan.lexicon.common_words.end()) return true;
    if (scan.words[first].tag == WordClass::verb) return false;
    if (leader_name(scan, first) || (kin_before(scan, first) && known_given(scan, first))) return true;
    if (first == 0) return false;
    if (scan.words[first].tag == WordClass::noun && it->second != "name") return false;  // "Executive Order"
    return scan.in_title[first - 1] != 0 || scan.honorific(first - 1);
}

/// The first word is an ordinary one before a name that is known without it: "Team Merkel", "Draft Angela Merkel".
bool before_known(const Scan& scan, Stretch stretch) {
    const auto& word = scan.words[stretch.first];
    const auto it = scan.lexicon.common_words.find(word.lower);
    if (it == scan.lexicon.common_words.end() || it->second == "name" || known_given(scan, stretch.first) ||
        scan.lexicon.surnames.contains(word.lower) || scan.honorific(stretch.first) ||
        scan.lexicon.kin.contains(word.lower))
        return false;
    const auto next = stretch.first + 1;
    if (stretch.last - next == 1) return leader_name(scan, next) && !scan.lexicon.common(scan.words[next].lower);
    return known_given(scan, next) && !scan.lexicon.ambiguous_names.contains(scan.words[next].lower) &&
           !scan.lexicon.common(scan.words[next].lower) &&
           scan.lexicon.surnames.contains(scan.words[stretch.last - 1].lower);
}

void trim(const Scan& scan, Stretch& stretch) {
    for (auto i = stretch.first; i + 1 < stretch.last; ++i)
        if (scan.is(i, "affairs")) stretch.first = i + 1;  // "Minister of Expatriates Affairs NAME"
    while (stretch.last - stretch.first > 1 && scan.words[stretch.first].initial &&
           scan.lexicon.common(scan.words[stretch.first].lower) && !known_given(scan, stretch.first))
        ++stretch.first;
    while (stretch.last - stretch.first > 1 && before_known(scan, stretch)) ++stretch.first;
    while (stretch.last > stretch.first && scan.words[stretch.last - 1].is("-")) --stretch.last;
}

void add_person(Scan& scan, Stretch stretch) {
    auto last = stretch.last;
    const bool titled = last + 2 < scan.size() && scan.words[last + 2].is_any({"for", "from", "of"});  // ", MP for X"
    if (scan.is(last, ",") && last + 1 < scan.size() && !titled &&
        scan.lexicon.suffixes.contains(scan.words[last + 1].lower))
        last += 2;
    auto name = scan.text(stretch.first, last);
    for (auto i = stretch.first + 1; i + 1 < last; ++i)
        if (const auto behind = nickname_end(scan, i); behind != 0)
            name = scan.text(stretch.first, i) + " " + scan.text(behind, last);
    auto& mention = scan.add(stretch.first, last, EntityType::person, MentionKind::name);
    mention.name = std::move(name);
    const auto it = scan.lexicon.given_names.find(scan.words[stretch.first].lower);
    if (it != scan.lexicon.given_names.end()) mention.gender = it->second;
    mention.guessed = it == scan.lexicon.given_names.end() && scan.title_ending(stretch.first) == nullptr;
    if (stretch.first > 0) {
        const auto& before = scan.words[stretch.first - 1];
        if (scan.honorific(stretch.first - 1)) {
            mention.phrase = stretch.first - 1;
            mention.guessed = false;
        }
        if (before.is_any({"mr.", "mr", "sir", "lord"})) mention.gender = 'm';
        if (before.is_any({"mrs.", "mrs", "ms.", "ms", "miss", "lady", "dame"})) mention.gender = 'f';
    }
}

/// The place in "ambassador to Georgia Hannelore Brixen", "mayor of Thessaloniki Lefteris P.": the name comes after it.
const NameHit* place_of_title(const Scan& scan, Stretch stretch) {
    if (stretch.first < 2 || !scan.words[stretch.first - 1].is_any({"to", "of", "in"}) ||
        scan.title_ending(stretch.first - 1) == nullptr)
        return nullptr;
    const auto* hit = scan.name_at(stretch.first);
    if (hit == nullptr || hit->last + 2 > stretch.last) return nullptr;
    if (!known_given(scan, hit->last) && scan.words[hit->last].name != NameClass::person) return nullptr;
    const bool place = scan.entry(*hit, NameEntry::Kind::country) != nullptr ||
                       scan.entry(*hit, NameEntry::Kind::place) != nullptr || !scan.country_of(*hit).empty();
    return place ? hit : nullptr;
}

/// "Mara" of "Mara and Oskar Roe": a given name that goes on with another and its surname.
bool shares_surname(const Scan& scan, std::uint32_t i) {
    if (i + 3 >= scan.size() || !known_given(scan, i) || !scan.is(i + 1, "and") || !known_given(scan, i + 2))
        return false;
    const bool alone = i == 0 || !scan.words[i - 1].capital || scan.words[i - 1].initial;
    return alone && scan.name_at(i) == nullptr && !scan.lexicon.leader_surnames.contains(scan.words[i].lower) &&
           name_word(scan, i + 2) && name_word(scan, i + 3) && scan.title_at(i + 2) == nullptr;
}

}  // namespace

void find_people(Scan& scan) {
    for (std::uint32_t i = 0; i < scan.size(); ++i) {
        if (!name_word(scan, i) || scan.title_at(i) != nullptr || scan.honorific(i)) continue;
        const auto& word = scan.words[i];
        const bool alone_common =
            word.initial && scan.lexicon.common(word.lower) && !known_given(scan, i) && !leader_name(scan, i);
        if (shares_surname(scan, i)) {
            add_person(scan, {i, i + 1});
            continue;
        }
        auto stretch = stretch_at(scan, i);
        if (stretch.last == i) continue;
        if (alone_common && stretch.last - i == 1) continue;
        if (const auto* place = place_of_title(scan, stretch)) {
            i = place->last - 1;
            continue;
        }
        const auto end = stretch.last;
        trim(scan, stretch);
        const bool lexicon_name = stretch.last - stretch.first == 1 && scan.name_at(stretch.first) != nullptr &&
                                  !kin_before(scan, stretch.first);
        const bool letters = stretch.last - stretch.first == 1 && initial_letter(scan.words[stretch.first]);
        if (!lexicon_name && !letters && stretch.last > stretch.first) {
            const auto verdict = judge(scan, stretch);
            const bool headline = scan.words.title_case() || scan.words.shouted();
            if (verdict == Verdict::person || (verdict == Verdict::surname && may_be_surname(scan, stretch.first))) {
                if (!(headline && verdict == Verdict::person && !known_given(scan, stretch.first) &&
                      scan.title_ending(stretch.first) == nullptr))
                    add_person(scan, stretch);
            } else if (verdict == Verdict::place && (!headline || inside_region(scan, stretch))) {
                const auto more = facility_behind(scan, stretch.last);
                scan.add(stretch.first, stretch.last + more, EntityType::place, MentionKind::name).guessed =
                    more == 0 && !place_like(scan, stretch);
            } else if (verdict == Verdict::body && !headline &&
                       (!scan.lexicon.common(scan.words[stretch.last - 1].lower) ||
                        (stretch.last - stretch.first > 1 && body_named_before(scan, stretch.first)))) {
                auto& mention = scan.add(stretch.first, stretch.last, EntityType::institution, MentionKind::name);
                mention.core = fold(mention.name);
                mention.guessed = !body_named_before(scan, stretch.first) && !led_behind(scan, stretch.last);
            }
        }
        i = end - 1;
    }
}

}  // namespace chancery
