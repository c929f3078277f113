// Offices and jobs: the longest title of the lexicon at each place, with "former", "deputy" and their like before it.
#include <algorithm>

#include "extract/mention/office_phrase.hpp"
#include "extract/mention/scan.hpp"

namespace chancery {

namespace {

const Modifier* modifier_at(const Scan& scan, std::uint32_t i) {
    const auto it = scan.lexicon.modifiers.find(scan.words[i].lower);
    return it == scan.lexicon.modifiers.end() ? nullptr : &it->second;
}

/// Takes in the modifiers that stand before the title.
void widen(const Scan& scan, TitleHit& hit) {
    while (hit.first > 0) {
        auto before = hit.first - 1;
        if (scan.is(before, "-") && before > 0) --before;  // ex-president
        const auto* modifier = modifier_at(scan, before);
        if (modifier == nullptr || verb_of_clause(scan, before)) return;
        hit.former |= *modifier == Modifier::former;
        hit.deputy |= *modifier == Modifier::deputy;
        hit.shadow |= *modifier == Modifier::shadow;
        hit.first = before;
    }
}

bool given_name(const Scan& scan, std::uint32_t i) {
    const auto& word = scan.words[i];
    if (!word.capital || !scan.lexicon.given_names.contains(word.lower)) return false;
    const auto common = scan.lexicon.common_words.find(word.lower);
    return common == scan.lexicon.common_words.end() || (common->second == "name" && word.tag == WordClass::proper);
}

/// "Scott", "T.": may stand between a given name and a family name.
bool middle_name(const Scan& scan, std::uint32_t i) {
    const auto& word = scan.words[i];
    const bool initial = word.text.size() == 2 && word.text.back() == '.';
    const bool known = scan.lexicon.given_names.contains(word.lower) || scan.lexicon.surnames.contains(word.lower);
    return word.capital && (initial || (known && !scan.lexicon.common(word.lower)));
}

/// "King" in "Coretta Scott King", "Edna T. King": a title word that ends a name.
bool surname(const Scan& scan, std::uint32_t at, std::uint32_t length) {
    if (length != 1 || at == 0 || !scan.words[at].capital || scan.words.shouted()) return false;
    const bool name_before =
        given_name(scan, at - 1) || (at > 1 && middle_name(scan, at - 1) && given_name(scan, at - 2));
    const bool name_behind = at + 1 < scan.size() && scan.words[at + 1].capital;
    return name_before && !name_behind;
}

/// "PM", "MP" are titles in capitals alone.
bool abbreviation(const Scan& scan, std::uint32_t at, const PhraseIndex::Hit& hit) {
    return hit.length == 1 && scan.words[at].lower.size() < 4 && !scan.words[at].all_caps &&
           !scan.words[at].text.ends_with('s') && scan.lexicon.titles[hit.value / 2].text.size() < 4;
}

/// A name begins inside the title and goes on behind it: "speaker of the House of Commons", "leader of the opposition
/// Free Party".
bool runs_into_name(const Scan& scan, std::uint32_t end) {
    if (scan.is(end - 1, "opposition") && end < scan.size() && scan.words[end].capital) return true;
    return std::any_of(scan.names.begin(), scan.names.end(),
                       [&](const NameHit& name) { return name.first < end && end < name.last; });
}

/// "Venezuelan Deputy X", "opposition deputy X" sit in a parliament; other deputies are someone's.
bool deputy_alone(const Scan& scan, std::uint32_t i) {
    if (!scan.words[i].is_any({"deputy", "deputies"})) return false;
    const auto* before = scan.name_ending(i);
    const bool national = before != nullptr && scan.entry(*before, NameEntry::Kind::adjective) != nullptr;
    const bool placed = national || (i > 0 && scan.is(i - 1, "opposition"));
    if (!placed || i + 1 >= scan.size() || !scan.words[i + 1].capital) return true;
    std::vector<PhraseIndex::Hit> hits;
    for (auto at = i + 1; at < scan.size() && at < i + 4; ++at)
        scan.lexicon.title_index.find(scan.words.all(), at, hits);
    return !hits.empty();
}

/// "Representative NAME" with a capital is "Rep. NAME"; "the representative of" is an envoy's office.
std::uint32_t legislator_written_out(const Scan& scan, const TitleHit& hit) {
    const bool alone = hit.first == hit.core && hit.last == hit.core + 1 && scan.is(hit.core, "representative");
    if (!alone || !scan.words[hit.core].capital || scan.words.title_case() || scan.words.shouted()) return hit.title;
    if (hit.last >= scan.size() || !scan.words[hit.last].capital || scan.name_at(hit.last) != nullptr) return hit.title;
    if (hit.first > 0 && scan.words[hit.first - 1].capital) return hit.title;  // "U.S. Trade Representative NAME"
    const auto& titles = scan.lexicon.titles;
    const auto rep =
        std::find_if(titles.begin(), titles.end(), [](const Title& title) { return title.text == "rep."; });
    return rep == titles.end() ? hit.title : static_cast<std::uint32_t>(rep - titles.begin());
}

}  // namespace

void find_titles(Scan& scan) {
    std::vector<PhraseIndex::Hit> hits;
    for (std::uint32_t i = 0; i < scan.size(); ++i) {
        if (scan.words[i].word_class == WordClass::punctuation) continue;
        hits.clear();
        scan.lexicon.title_index.find(scan.words.all(), i, hits);
        if (hits.empty()) continue;
        while (hits.size() > 1 && runs_into_name(scan, i + hits.back().length)) hits.pop_back();
        const auto& best = hits.back();
        const auto* name = scan.name_at(i);
        if (name != nullptr && name->last > i + best.length) continue;  // "Premier League"
        if (surname(scan, i, best.length)) continue;
        if (abbreviation(scan, i, best)) continue;
        if (best.length == 1 && deputy_alone(scan, i)) continue;
        const auto behind = i + best.length;
        if ((scan.is(behind, "'s") || scan.is(behind, "'")) && scan.is(behind + 1, "office") &&
            scan.words[behind + 1].capital)
            continue;  // "the Prosecutor General's Office"
        TitleHit hit{i, i + best.length, i, best.value / 2, false, false, false, (best.value & 1U) != 0};
        widen(scan, hit);
        hit.title = legislator_written_out(scan, hit);
        for (auto word = hit.first; word < hit.last; ++word) scan.in_title[word] = 1;
        scan.titles.push_back(hit);
        i = hit.last - 1;
    }
}

}  // namespace chancery
