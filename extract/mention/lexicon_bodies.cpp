// Bodies that the lexicon knows by name.
//
// A known name gives way to a longer one around it: a head noun behind it, an adjective before it, or a common word
// behind a capital ("Random House") make another body of it.
#include "extract/mention/lexicon_bodies.hpp"

#include "extract/lexicon/body_name.hpp"
#include "extract/mention/body_limits.hpp"

namespace chancery {

namespace {

/// An ordinary word, no time and nobody's name: "Social", not "July" or "Trump".
bool plain_word(const Scan& scan, std::uint32_t i) {
    const auto& word = scan.words[i];
    const auto it = scan.lexicon.common_words.find(word.lower);
    return it != scan.lexicon.common_words.end() && it->second == "-" && word.name != NameClass::person &&
           word.tag != WordClass::verb && !scan.lexicon.leader_surnames.contains(word.lower);
}

/// "the Minnesota Democratic Party": a party of a region's own.
bool party_of_region(const Scan& scan, const NameHit& hit) {
    const auto* region = scan.name_ending(hit.first);
    const auto* place = region == nullptr ? nullptr : scan.entry(*region, NameEntry::Kind::place);
    return place != nullptr && scan.lexicon.places[place->index].kind == "region" && scan.is(hit.last - 1, "party");
}

/// "Border Patrol Processing Center", "Social Conservative Party": a known name is part of one that a head noun ends.
bool inside_longer(const Scan& scan, const NameHit& hit) {
    if (scan.words.shouted() || scan.words.title_case()) return false;
    std::vector<PhraseIndex::Hit> heads;
    auto i = hit.last;
    for (; i < scan.size() && i < hit.last + 2 && scan.words[i].capital && scan.in_title[i] == 0; ++i) {
        if (scan.words[i].word_class == WordClass::punctuation ||
            scan.lexicon.place_heads.contains(scan.words[i].lower))
            break;
        scan.lexicon.head_index.find(scan.words.all(), i, heads);
        if (!heads.empty()) return true;
    }
    if (hit.first == 0) return false;
    if (party_of_region(scan, hit)) return true;
    const auto before = hit.first - 1;
    const auto& word = scan.words[before];
    scan.lexicon.head_index.find(scan.words.all(), hit.last - 1, heads);
    return !heads.empty() && word.capital && !word.initial && scan.taken[before] == 0 && scan.in_title[before] == 0 &&
           word.word_class != WordClass::punctuation &&
           (word.tag == WordClass::adjective || plain_word(scan, before)) && scan.name_ending(hit.first) == nullptr &&
           !scan.lexicon.party_words.contains(word.text);
}

/// "Egypt's House of Representatives": what one state calls its body, another may, too.
bool of_other_state(const Scan& scan, const NameHit& hit, const Organisation& known) {
    const auto owner = state_before(scan, hit.first).country;
    if (!known.state || known.country.empty() || owner.empty() || owner == known.country) return false;
    std::vector<PhraseIndex::Hit> heads;
    scan.lexicon.head_index.find(scan.words.all(), hit.first, heads);
    return !heads.empty() && heads.back().length == hit.last - hit.first;
}

}  // namespace

void add_lexicon_body(Scan& scan, const NameHit& hit) {
    using Kind = NameEntry::Kind;
    const auto* entry = scan.entry(hit, Kind::organisation);
    if (entry == nullptr || scan.entry(hit, Kind::country) != nullptr) return;
    const bool place = hit.last < scan.size() && scan.words[hit.last].capital &&
                       scan.lexicon.place_heads.contains(scan.words[hit.last].lower);
    if (place && hit.last - hit.first == 1) return;  // "Nahda Square"
    const bool longer = hit.last - hit.first == 1 && hit.first > 0 && scan.words[hit.first - 1].capital &&
                        !scan.words[hit.first - 1].initial && scan.lexicon.common(scan.words[hit.first].lower) &&
                        scan.taken[hit.first - 1] == 0 && scan.in_title[hit.first - 1] == 0 && !scan.words.shouted() &&
                        !scan.words.title_case() &&
                        !scan.lexicon.party_words.contains(scan.words[hit.first - 1].text) &&
                        scan.name_ending(hit.first) == nullptr;
    if (longer) return;  // "Random House"
    for (auto i = hit.first; i < hit.last; ++i)
        if (scan.taken[i]) return;
    if (hit.last - hit.first > 1 && inside_longer(scan, hit)) return;
    const auto& organisation = scan.lexicon.organisations[entry->index];
    if (of_other_state(scan, hit, organisation)) return;
    if (organisation.kind == "government" && organisation.name.ends_with(" administration")) {
        scan.add(hit.first, hit.last, EntityType::country, MentionKind::name).country = organisation.country;
        return;  // "the Biden administration" is the state
    }
    auto& mention = scan.add(hit.first, hit.last, EntityType::institution, MentionKind::name);
    mention.lexicon = "organisation:" + std::to_string(entry->index);
    mention.core = fixed_core(organisation.name);
    mention.country = organisation.country;
    mention.state = organisation.state;
}

}  // namespace chancery
