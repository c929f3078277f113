#include "extract/mention/body_limits.hpp"

#include <algorithm>

namespace chancery {

bool ends_itself(const Scan& scan, std::uint32_t i) {
    if (const auto* title = scan.title_ending(i + 1); title != nullptr && !title->plural) return true;
    if (!scan.is(i + 1, "and")) return false;  // "the University of Roe Law Clinic"
    std::vector<PhraseIndex::Hit> hits;
    scan.lexicon.head_index.find(scan.words.all(), i, hits);
    return std::any_of(hits.begin(), hits.end(), [&](const auto& hit) {
        const auto& kind = scan.lexicon.heads[hit.value].kind;
        return hit.length == 1 && (kind == "company" || kind == "party" || kind == "university");
    });
}

bool field_of_body(const Scan& scan, std::uint32_t i) {
    const auto* title = scan.title_at(i);
    if (!title->plural && !scan.words[i].is("justice")) return false;
    return title->last >= scan.size() || !scan.words[title->last].capital ||
           scan.words[title->last].word_class == WordClass::punctuation;
}

Owner state_before(const Scan& scan, std::uint32_t first) {
    auto end = first;
    const bool possessive = end > 0 && (scan.is(end - 1, "'s") || scan.is(end - 1, "'"));
    if (possessive) --end;
    const auto* hit = scan.name_ending(end);
    if (hit == nullptr) return {first, {}};
    const bool adjective = scan.entry(*hit, NameEntry::Kind::adjective) != nullptr;
    if (!possessive && !adjective) return {first, {}};
    return {hit->first, scan.country_of(*hit)};
}

std::uint32_t behind_field(const Scan& scan, std::uint32_t last) {
    if (!scan.words[last - 1].is_any({"ministry", "department"}) || !scan.is(last, "of")) return last;
    const auto part = [&](std::uint32_t i) {
        return i < scan.size() && !scan.words[i].capital && scan.taken[i] == 0 && !scan.is(i, "course") &&
               (scan.words[i].tag == WordClass::noun || scan.words[i].tag == WordClass::adjective);
    };
    auto end = last + 1;
    while (part(end) || (end > last + 1 && end < scan.size() && scan.words[end].is_any({"and", "&"}) && part(end + 1)))
        ++end;
    while (end > last + 1 && scan.words[end - 1].tag != WordClass::noun) --end;
    return end > last + 1 ? end : last;
}

}  // namespace chancery
