// People without names: groups by description ("two Azerbaijani nationals", "journalists from Sputnik's Baku office").
//
// A group is a plural head noun of the lexicon with the words that narrow it: numbers, adjectives, a country or body
// before it, "of" or "from" with a named thing after it. Which groups matter is decided later: only those that take
// part in a relation become nodes.
#include <algorithm>

#include "extract/mention/scan.hpp"

namespace chancery {

namespace {

const Mention* mention_ending(const Scan& scan, std::uint32_t last) {
    for (const auto& mention : scan.mentions)
        if (mention.last == last && mention.kind != MentionKind::description) return &mention;
    return nullptr;
}

const Mention* mention_starting(const Scan& scan, std::uint32_t first) {
    for (const auto& mention : scan.mentions)
        if (mention.first == first && mention.kind != MentionKind::description) return &mention;
    return nullptr;
}

/// A participle before a noun, "the detained staff", is told from a verb by what stands before it.
bool after_determiner(const Scan& scan, std::uint32_t i) {
    if (i == 0) return false;
    const auto it = scan.lexicon.function_words.find(scan.words[i - 1].lower);
    return it != scan.lexicon.function_words.end() &&
           (it->second == WordClass::determiner || it->second == WordClass::numeral ||
            it->second == WordClass::preposition);
}

bool modifier_word(const Scan& scan, std::uint32_t i) {
    const auto& word = scan.words[i];
    if (word.word_class == WordClass::punctuation || (word.capital && !word.initial)) return false;
    if (word.word_class == WordClass::numeral) return true;
    const auto it = scan.lexicon.function_words.find(word.lower);
    if (it == scan.lexicon.function_words.end())
        return (word.lower.ends_with("ed") && after_determiner(scan, i)) || word.lower.ends_with("al") ||
               word.lower.ends_with("an") || word.lower.ends_with("ic") || word.lower.ends_with("ist") ||
               word.lower.ends_with("ous") || word.lower.ends_with("ive") || word.lower.ends_with("ary") ||
               word.is_any({"top",     "senior",   "masked",     "young",      "old",    "armed",    "many",
                            "local",   "foreign",  "former",     "opposition", "police", "security", "intelligence",
                            "army",    "military", "government", "rebel",      "labour", "labor",    "media",
                            "migrant", "human",    "rights",     "student",    "war"});
    return it->second == WordClass::numeral ||
           word.is_any({"several", "some", "many", "other", "more", "most", "few", "such", "both", "all"});
}

std::uint32_t left_edge(const Scan& scan, std::uint32_t head, const Mention*& owner) {
    auto first = head;
    while (first > 0) {
        if (const auto* mention = mention_ending(scan, first)) {
            owner = mention;
            first = mention->first;
        } else if ((scan.is(first - 1, "'s") || scan.is(first - 1, "'")) &&
                   mention_ending(scan, first - 1) != nullptr) {
            owner = mention_ending(scan, first - 1);
            first = owner->first;
            return first;
        } else if (modifier_word(scan, first - 1)) {
            --first;
        } else {
            return first;
        }
    }
    return first;
}

std::uint32_t right_edge(const Scan& scan, std::uint32_t last, const Mention*& owner) {
    if (last + 1 >= scan.size() || !scan.words[last].is_any({"of", "from", "at", "with"})) return last;
    auto i = last + 1;
    if (i < scan.size() && scan.words[i].is_any({"the", "its"})) ++i;
    const auto* mention = i < scan.size() ? mention_starting(scan, i) : nullptr;
    if (mention == nullptr || mention->type == EntityType::place) return last;
    owner = mention;
    return mention->last;
}

void add_group(Scan& scan, std::uint32_t head, std::uint32_t length, const GroupHead& group) {
    const Mention* owner = nullptr;
    const auto first = left_edge(scan, head, owner);
    auto last = head + length;
    if (owner == nullptr) last = right_edge(scan, last, owner);
    const auto country = owner == nullptr ? std::string() : owner->country;
    auto& mention = scan.add(first, last, EntityType::group, MentionKind::description);
    mention.core = group.hint;
    mention.country = country;
    mention.plural = true;
    mention.phrase = first;
    if (first > 0 && scan.words[first - 1].is_any({"the", "a", "an", "his", "her", "their", "its"}))
        mention.phrase = first - 1;
}

}  // namespace

void find_groups(Scan& scan) {
    std::vector<PhraseIndex::Hit> hits;
    for (std::uint32_t i = 0; i < scan.size(); ++i) {
        if (scan.taken[i]) continue;
        hits.clear();
        scan.lexicon.group_index.find(scan.words.all(), i, hits);
        if (hits.empty() || (hits.back().value & 1U) == 0) continue;
        const auto end = i + hits.back().length;
        if (scan.taken[end - 1] || (scan.words[i].capital && !scan.words[i].initial)) continue;
        add_group(scan, i, hits.back().length, scan.lexicon.groups[hits.back().value / 2]);
        i = end - 1;
    }
}

}  // namespace chancery
