#include "extract/relation/done_deeds.hpp"

namespace chancery {

bool DoneDeeds::ranked(std::uint32_t noun) const {
    if (s_.words[noun].tag == WordClass::verb) return false;
    if (is_governor(noun, Stance::Governor::ranking)) return true;
    if (stance_.governor(s_.words[noun].lower)) return false;  // "the first attempt to"
    for (std::uint32_t i = 0; i < noun; ++i)
        if (s_.syntax[i].head == noun && is_governor(i, Stance::Governor::ranking)) return true;
    return false;
}

/// "the decision", "its decision", "Norway's decision"; "a decision" may be still to come.
bool DoneDeeds::definite(std::uint32_t noun) const {
    for (auto i = noun; i > 0 && i + 3 > noun; --i)
        if (s_.words[i - 1].is_any({"the", "this", "that", "his", "her", "its", "their", "our", "'s", "’s", "'", "’"}))
            return true;
    return false;
}

bool DoneDeeds::decided(std::uint32_t trigger) const {
    auto to = trigger;
    while (to > 0 && s_.adverb(to - 1)) --to;
    if (to == 0 || !s_.is(to - 1, "to")) return false;
    for (auto i = to - 1; i > 0 && i + 7 > to; --i) {
        const auto word = i - 1;
        if (s_.words[word].tag == WordClass::verb || s_.words[word].word_class == WordClass::punctuation) return false;
        if (is_governor(word, Stance::Governor::deciding)) return definite(word);
    }
    return false;
}

bool DoneDeeds::told_of_noun(std::uint32_t participle, std::uint32_t head) const {
    if (participle < head + 2 || participle + 1 >= s_.size() || !s_.is(participle + 1, "by")) return false;
    if (s_.words[head].is_any({"have", "has", "had", "having", "get", "got"})) return false;  // "had X arrested by Y"
    const auto kind = stance_.governor(s_.words[head].lower);
    if (kind == Stance::Governor::planning || kind == Stance::Governor::appealing)
        return false;  // "wants X freed by Y"
    const auto before = s_.words[participle - 1].tag;
    return stance_.past_form(s_.words[participle].lower) && (before == WordClass::noun || before == WordClass::proper);
}

bool DoneDeeds::cited(std::uint32_t noun) const {
    for (auto i = noun; i > 0 && i + 14 > noun; --i) {
        const auto word = i - 1;
        if (is_governor(word, Stance::Governor::citing)) return true;
        if (s_.child(word, Dependency::subject) || s_.is(word, ";")) return false;
    }
    return false;
}

}  // namespace chancery
