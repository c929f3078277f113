// People who come in without their names: "a prominent journalist", "an opposition leader".
//
// A report often opens with who somebody is and names him in the next sentences ("Police detained a journalist. Mara
// Kell, a journalist with ..."). Who it is, if anybody, is decided by extract/entity.
#include <algorithm>

#include "extract/mention/scan.hpp"

namespace chancery {

namespace {

/// The noun at `i` says what one person is: a title or a word of the groups in the singular.
bool person_noun(const Scan& scan, std::uint32_t i) {
    std::vector<PhraseIndex::Hit> hits;
    scan.lexicon.group_index.find(scan.words.all(), i, hits);
    scan.lexicon.title_index.find(scan.words.all(), i, hits);
    return std::any_of(hits.begin(), hits.end(),
                       [](const auto& hit) { return hit.length == 1 && (hit.value & 1U) == 0; });
}

/// First word of "a prominent Turkish" before the noun; the noun itself when no "a" is there.
std::uint32_t indefinite(const Scan& scan, std::uint32_t noun) {
    constexpr std::uint32_t reach = 5;
    for (auto i = noun; i > 0 && i + reach > noun; --i) {
        const auto& word = scan.words[i - 1];
        if (word.is_any({"a", "an"})) return i - 1;
        const bool modifier = word.tag == WordClass::adjective || word.tag == WordClass::noun ||
                              word.tag == WordClass::proper || word.is("-");
        if (!modifier) return noun;
    }
    return noun;
}

bool argument(Dependency link) {
    return link == Dependency::subject || link == Dependency::passive_subject || link == Dependency::object ||
           link == Dependency::agent || link == Dependency::oblique;
}

}  // namespace

void find_newcomers(Scan& scan) {
    if (scan.words.shouted() || scan.words.title_case()) return;
    for (std::uint32_t i = 1; i < scan.size(); ++i) {
        const auto& word = scan.words[i];
        if (scan.taken[i] != 0 || word.capital || word.tag != WordClass::noun || !argument(word.link)) continue;
        const auto first = indefinite(scan, i);
        if (first == i || !person_noun(scan, i)) continue;
        if (i + 1 < scan.size() &&
            (scan.words[i + 1].is_any({"-", "of", "for"}) || scan.words[i + 1].tag == WordClass::noun ||
             scan.words[i + 1].tag == WordClass::proper))
            continue;  // "an opposition leader NAME", "a journalist visa"
        auto& mention = scan.add(i, i + 1, EntityType::person, MentionKind::pronoun);
        mention.phrase = first;
        mention.core = word.lower;
    }
}

}  // namespace chancery
