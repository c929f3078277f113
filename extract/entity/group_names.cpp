// Which descriptions of people in one article speak of the same people.
//
// "Three Norwegian guards" and, further on, "the guards" are one group; "two guards" are others. A description with
// "the" may leave out what an earlier one said, and people whose noun says what they do ("protesters") are the same
// when nothing narrows them. Nothing else is joined: a wrong group is worse than two.
#include "extract/entity/group_names.hpp"

#include <algorithm>
#include <iterator>

namespace chancery {

namespace {

bool count_word(const Lexicon& lexicon, const Word& word) {
    if (word.word_class == WordClass::numeral) return true;
    const auto it = lexicon.function_words.find(word.lower);
    return it != lexicon.function_words.end() && it->second == WordClass::numeral;
}

bool says_nothing(const Lexicon& lexicon, const Word& word) {
    return word.word_class == WordClass::punctuation || lexicon.function_words.contains(word.lower) ||
           word.is_any({"several", "some", "many", "other", "more", "most", "few", "such", "both", "all", "'s"});
}

/// "Roe supporters" and "supporters of Ana Roe": the longer says no more than a fuller name.
bool same_but_for_names(const GroupName& longer, const GroupName& shorter) {
    std::vector<std::string> more;
    std::set_difference(longer.narrowed.begin(), longer.narrowed.end(), shorter.narrowed.begin(),
                        shorter.narrowed.end(), std::back_inserter(more));
    const bool within = more.size() + shorter.narrowed.size() == longer.narrowed.size();
    return within && !shorter.named.empty() &&
           std::all_of(more.begin(), more.end(), [&](const auto& word) { return longer.named.contains(word); });
}

}  // namespace

GroupName group_name(const Lexicon& lexicon, const Mention& mention, const Words& words) {
    GroupName name;
    name.head = words[mention.head].lower;
    name.vague = lexicon.vague_groups.contains(name.head);
    for (auto i = mention.first; i < mention.last; ++i) {
        if (i == mention.head) continue;
        if (i < mention.head && count_word(lexicon, words[i]))
            name.count = words[i].lower;
        else if (!says_nothing(lexicon, words[i])) {
            name.narrowed.emplace(words[i].lower);
            if (words[i].capital && words[i].tag == WordClass::proper) name.named.emplace(words[i].lower);
        }
    }
    const bool counted = mention.first > 1 && words[mention.first - 1].is("of");  // "thousands of people"
    if (counted && name.vague && mention.core != "member_of" && count_word(lexicon, words[mention.first - 2]))
        name.count = words[mention.first - 2].lower;
    name.definite = mention.first > 0 && words[mention.first - 1].is_any({"the", "these", "those"});
    return name;
}

bool nobody(const GroupName& name) {
    return name.vague && name.narrowed.empty() && name.count.empty();
}

bool may_be(const GroupName& later, const GroupName& earlier) {
    if (later.head != earlier.head) return false;
    if (later.count != earlier.count && !(later.definite && (later.count.empty() || earlier.count.empty())))
        return false;
    if (later.narrowed == earlier.narrowed) return true;
    const bool shorter =
        std::includes(earlier.narrowed.begin(), earlier.narrowed.end(), later.narrowed.begin(), later.narrowed.end());
    if (same_but_for_names(later, earlier) || same_but_for_names(earlier, later)) return true;
    return shorter && (later.definite || (later.narrowed.empty() && !later.vague));
}

}  // namespace chancery
