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

#include "extract/mention/scan.hpp"

namespace chancery {

namespace {

struct Stretch {
    std::uint32_t first = 0, last = 0;
};

bool particle(const Scan& scan, std::uint32_t i) {
    return i < scan.size() && scan.lexicon.particles.contains(scan.words[i].lower);
}

bool initial_letter(const Word& word) {
    return word.capital &&
           (word.text.size() <= 2 || (word.text.size() <= 6 && word.text.back() == '.' && word.text.find('.') < 2));
}

/// May stand inside a person's name: a capitalised word that is not taken, no title, no country or place unless known
/// as a name.
bool name_word(const Scan& scan, std::uint32_t i) {
    if (i >= scan.size() || scan.taken[i] || scan.in_title[i] || scan.in_name[i]) return false;
    const auto& word = scan.words[i];
    if (!word.capital || word.word_class == WordClass::punctuation || word.word_class == WordClass::numeral)
        return false;
    if (word.is("'s") || word.is("i")) return false;
    const auto* hit = scan.name_at(i);
    if (hit != nullptr) {
        if (!scan.country_of(*hit).empty() && !scan.lexicon.given_names.contains(word.lower)) return false;
        if (hit->last - hit->first > 1) return false;
    }
    if (const auto it = scan.lexicon.common_words.find(word.lower); it != scan.lexicon.common_words.end()) {
        if (it->second == "time" || it->second == "function") return false;
        const bool headline = scan.words.title_case() || scan.words.shouted();
        if (headline && it->second != "name" && !scan.lexicon.given_names.contains(word.lower)) return false;
    }
    return true;
}

Stretch stretch_at(const Scan& scan, std::uint32_t i) {
    Stretch stretch{i, i};
    while (stretch.last < scan.size() && stretch.last - stretch.first < 7) {
        auto at = stretch.last;
        if (at > i && scan.is(at, "-") && at + 1 < scan.size() && !scan.words[at].space_before &&
            !scan.words[at + 1].space_before) {
            stretch.last = at + 2;  // Jong-un, al-Assad, Zaki-ud-Din
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
        if (at > i && scan.lexicon.honorifics.contains(scan.words[at].lower)) break;
        stretch.last = at + 1;
    }
    return stretch;
}

bool known_given(const Scan& scan, std::uint32_t i) {
    return scan.lexicon.given_names.contains(scan.words[i].lower);
}

bool human_context_after(const Scan& scan, std::uint32_t last) {
    if (last >= scan.size()) return false;
    if (scan.words[last].is_any({"said", "says", "told", "added", "who", "whose", "tweeted", "testified", "recalled",
                                 "argued", "wrote", "explained"}))
        return true;
    if (!scan.is(last, ",") || last + 1 >= scan.size()) return false;
    const auto& next = scan.words[last + 1];
    if (next.is("who") || next.is("whose")) return true;
    if (next.word_class == WordClass::numeral && next.text.size() == 2) return true;  // ", 43,"
    for (auto i = last + 1; i < std::min(last + 8, scan.size()); ++i) {
        if (scan.title_at(i) != nullptr) return true;
        if (scan.words[i].word_class == WordClass::punctuation) return false;
    }
    return false;
}

bool place_like(const Scan& scan, Stretch stretch) {
    return scan.lexicon.place_heads.contains(scan.words[stretch.last - 1].lower) ||
           scan.words[stretch.first].is_any({"mount",   "lake",    "port",  "fort",     "cape",     "north",
                                             "south",   "east",    "west",  "northern", "southern", "eastern",
                                             "western", "central", "upper", "lower",    "new",      "san",
                                             "santa",   "saint",   "st.",   "el",       "los",      "las"});
}

enum class Verdict : std::uint8_t { person, surname, place, other };

Verdict judge(const Scan& scan, Stretch stretch) {
    const auto length = stretch.last - stretch.first;
    const auto first = stretch.first;
    const auto* title = scan.title_ending(first);
    const bool honorific = first > 0 && scan.lexicon.honorifics.contains(scan.words[first - 1].lower);
    if (honorific || title != nullptr) return length > 1 ? Verdict::person : Verdict::surname;
    const bool article = first > 0 && scan.words[first - 1].is_any({"the", "a", "an"});
    const bool given = known_given(scan, first) &&
                       !(scan.words[first].initial && scan.lexicon.common(scan.words[first].lower) && length < 2);
    if (length > 1 && given && !article) return Verdict::person;
    if (place_like(scan, stretch)) return Verdict::place;
    if (article) return Verdict::other;
    const bool family = scan.lexicon.surnames.contains(scan.words[stretch.last - 1].lower);
    if (length > 1 && (family || human_context_after(scan, stretch.last))) return Verdict::person;
    if (length > 1) {
        if (scan.locative(first)) return Verdict::place;
        const bool plain =
            std::any_of(scan.words.all().begin() + first, scan.words.all().begin() + stretch.last,
                        [&](const Word& word) { return scan.lexicon.common(word.lower) || word.all_caps; });
        return plain ? Verdict::other : Verdict::person;
    }
    if (scan.words[first].all_caps && !scan.words.shouted()) return Verdict::other;
    if (scan.locative(first)) return Verdict::place;
    return Verdict::surname;
}

/// A word that is an ordinary one as well counts as a surname when a title or honorific stands before it.
bool may_be_surname(const Scan& scan, std::uint32_t first) {
    const auto it = scan.lexicon.common_words.find(scan.words[first].lower);
    if (it == scan.lexicon.common_words.end()) return true;
    if (first == 0) return false;
    return scan.in_title[first - 1] != 0 || scan.lexicon.honorifics.contains(scan.words[first - 1].lower);
}

void trim(const Scan& scan, Stretch& stretch) {
    while (stretch.last - stretch.first > 1 && scan.words[stretch.first].initial &&
           scan.lexicon.common(scan.words[stretch.first].lower) && !known_given(scan, stretch.first))
        ++stretch.first;
    while (stretch.last > stretch.first && scan.words[stretch.last - 1].is("-")) --stretch.last;
}

void add_person(Scan& scan, Stretch stretch) {
    auto last = stretch.last;
    if (scan.is(last, ",") && last + 1 < scan.size() && scan.lexicon.suffixes.contains(scan.words[last + 1].lower))
        last += 2;
    auto& mention = scan.add(stretch.first, last, EntityType::person, MentionKind::name);
    const auto it = scan.lexicon.given_names.find(scan.words[stretch.first].lower);
    if (it != scan.lexicon.given_names.end()) mention.gender = it->second;
    if (stretch.first > 0) {
        const auto& before = scan.words[stretch.first - 1];
        if (scan.lexicon.honorifics.contains(before.lower)) mention.phrase = stretch.first - 1;
        if (before.is_any({"mr.", "mr", "sir", "lord"})) mention.gender = 'm';
        if (before.is_any({"mrs.", "mrs", "ms.", "ms", "miss", "lady", "dame"})) mention.gender = 'f';
    }
}

}  // namespace

void find_people(Scan& scan) {
    for (std::uint32_t i = 0; i < scan.size(); ++i) {
        if (!name_word(scan, i) || scan.title_at(i) != nullptr || scan.lexicon.honorifics.contains(scan.words[i].lower))
            continue;
        const auto& word = scan.words[i];
        const bool alone_common = word.initial && scan.lexicon.common(word.lower) && !known_given(scan, i);
        auto stretch = stretch_at(scan, i);
        if (stretch.last == i) continue;
        if (alone_common && stretch.last - i == 1) continue;
        const auto end = stretch.last;
        trim(scan, stretch);
        const bool lexicon_name = stretch.last - stretch.first == 1 && scan.name_at(stretch.first) != nullptr;
        const bool letters = stretch.last - stretch.first == 1 && initial_letter(scan.words[stretch.first]);
        if (!lexicon_name && !letters && stretch.last > stretch.first) {
            const auto verdict = judge(scan, stretch);
            const bool headline = scan.words.title_case() || scan.words.shouted();
            if (verdict == Verdict::person || (verdict == Verdict::surname && may_be_surname(scan, stretch.first))) {
                if (!(headline && verdict == Verdict::person && !known_given(scan, stretch.first) &&
                      scan.title_ending(stretch.first) == nullptr))
                    add_person(scan, stretch);
            } else if (verdict == Verdict::place && !headline) {
                scan.add(stretch.first, stretch.last, EntityType::place, MentionKind::name);
            } else if (verdict == Verdict::other && !headline &&
                       !scan.lexicon.common(scan.words[stretch.last - 1].lower)) {
                scan.add(stretch.first, stretch.last, EntityType::institution, MentionKind::name).core =
                    fold(scan.text(stretch.first, stretch.last));
            }
        }
        i = end - 1;
    }
}

}  // namespace chancery
