// Names that the lexicons know: countries with their adjectives and capitals, places, organisations.
//
// Every position is tried and the longest entry wins, left to right. An entry counts only when the text writes it with
// the entry's capitals, so that "turkey" and "who" stay words. In a sentence all in capitals case says nothing; there,
// short entries that are also words are left alone.
#include <algorithm>

#include "extract/mention/scan.hpp"

namespace chancery {

namespace {

bool upper(char c) {
    return c >= 'A' && c <= 'Z';
}

/// The capitals of `surface` stand in the words [first, first + length) too.
bool capitals_agree(const Words& words, std::uint32_t first, std::uint32_t length, std::string_view surface,
                    const Lexicon& lexicon) {
    if (words.shouted()) return length > 1 || (words[first].lower.size() > 3 && !lexicon.common(words[first].lower));
    std::size_t at = 0;
    for (auto i = first; i < first + length; ++i) {
        const auto text = words[i].text;
        while (at < surface.size() && surface[at] == ' ') ++at;
        if (at >= surface.size()) return true;
        const auto end = std::min(surface.size(), at + text.size());
        const auto piece = surface.substr(at, end - at);
        const bool shout = piece.size() > 1 &&
                           std::none_of(piece.begin(), piece.end(), [](char c) { return c >= 'a' && c <= 'z'; }) &&
                           std::any_of(piece.begin(), piece.end(), upper);
        if (shout && !words[i].all_caps && piece.size() < 6) return false;
        const bool small = !piece.empty() && piece[0] >= 'a' && piece[0] <= 'z';
        if (!small && !words[i].capital && upper(piece.empty() ? ' ' : piece[0])) return false;
        at = end;
    }
    return true;
}

bool known_given(const Lexicon& lexicon, const Word& word) {
    return word.capital && lexicon.given_names.find(word.lower) != lexicon.given_names.end();
}

/// "Jordan" in "Jordan Peterson", "London" in "Jack London": a word of a person's name.
bool inside_person(const Scan& scan, std::uint32_t first, std::uint32_t length) {
    if (length != 1 || scan.words.shouted()) return false;
    const auto& words = scan.words;
    const bool before = first > 0 && known_given(scan.lexicon, words[first - 1]) &&
                        !(first > 1 && words[first - 1].initial && scan.lexicon.common(words[first - 1].lower));
    if (before && !scan.lexicon.common(words[first - 1].lower)) return true;
    const bool next = first + 1 < scan.size() && words[first + 1].capital && words[first + 1].space_before;
    return next && known_given(scan.lexicon, words[first]) && scan.lexicon.surnames.contains(words[first + 1].lower);
}

/// "Sanaa Yemen": a country behind a city of its own.
bool behind_own_city(const Scan& scan, const NameHit& country) {
    if (scan.names.empty() || scan.names.back().last != country.first) return false;
    const auto iso = scan.country_of(country);
    return !iso.empty() && iso == scan.country_of(scan.names.back());
}

}  // namespace

void find_lexicon_names(Scan& scan) {
    std::vector<PhraseIndex::Hit> hits;
    for (std::uint32_t i = 0; i < scan.size(); ++i) {
        if (scan.words[i].word_class == WordClass::punctuation) continue;
        hits.clear();
        scan.lexicon.names.find(scan.words.all(), i, hits);
        NameHit best;
        for (const auto& hit : hits) {
            const auto& entry = scan.lexicon.name_entries[hit.value];
            if (!capitals_agree(scan.words, i, hit.length, entry.surface, scan.lexicon)) continue;
            if (i + hit.length > best.last) best = {i, i + hit.length, {}};
            best.entries.push_back(hit.value);
        }
        const bool known = scan.entry(best, NameEntry::Kind::known) != nullptr;
        if (best.entries.empty() || (!known && inside_person(scan, i, best.last - i) && !behind_own_city(scan, best)))
            continue;
        for (auto word = i; best.last - i > 1 && word < best.last; ++word) scan.in_name[word] = 1;
        scan.names.push_back(best);
        i = best.last - 1;
    }
}

void find_known(Scan& scan) {
    for (const auto& hit : scan.names) {
        const NameEntry* entry = nullptr;
        for (const auto index : hit.entries)
            if (scan.lexicon.name_entries[index].kind == NameEntry::Kind::known)
                entry = &scan.lexicon.name_entries[index];
        if (entry == nullptr) continue;
        const auto& known = scan.lexicon.known[entry->index];
        auto& mention = scan.add(hit.first, hit.last, known.type, MentionKind::name);
        mention.lexicon = "known:" + std::to_string(entry->index);
        mention.country = known.country;
        if (hit.first == 0) continue;
        if (scan.lexicon.honorifics.contains(scan.words[hit.first - 1].lower)) mention.phrase = hit.first - 1;
    }
}

}  // namespace chancery
