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

}  // namespace chancery
