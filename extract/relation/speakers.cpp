#include "extract/relation/speakers.hpp"

#include <algorithm>

namespace chancery {

bool Speakers::only_claimed() const {
    for (std::uint32_t i = 0; i + 2 < s_.size(); ++i) {
        if (!s_.is(i, "according") || !s_.is(i + 1, "to")) continue;
        bool official = false;
        for (auto at = i + 2; at < std::min(i + 7, s_.size()) && !s_.is(at, ","); ++at) {
            const auto kind = stance_.source(s_.words[at].lower);
            official |= kind == Stance::Source::official || kind == Stance::Source::paper;
        }
        if (!official) return true;
    }
    return false;
}

bool Speakers::hearsay(std::uint32_t head) const {
    const auto subject = s_.child(head, Dependency::subject);
    if (!subject) return false;
    const auto kind = stance_.governor(s_.words[*subject].lower);
    return kind == Stance::Governor::reporting || kind == Stance::Governor::claiming;
}

bool Speakers::doubtful(std::uint32_t head) const {
    const auto subject = s_.child(head, Dependency::subject);
    if (!subject) return false;
    return hearsay(head) || stance_.source(s_.words[*subject].lower) == Stance::Source::ordinary;
}

bool Speakers::ordinary(std::uint32_t head, std::uint32_t word) const {
    const auto subject = s_.child(head, Dependency::subject);
    if (!subject) return false;
    const auto own = s_.child(word, Dependency::subject);
    if (own && personal_pronoun(s_.words[*own])) return false;
    return stance_.source(s_.words[*subject].lower) == Stance::Source::ordinary;
}

bool Speakers::said_before(std::uint32_t trigger) const {
    const auto start = clause_start(s_, trigger);
    if (start < 2) return false;
    const auto verb = s_.is(start - 1, "that") ? start - 2 : start - 1;
    const bool own = personal_pronoun(s_.words[start]);  // of its own deeds
    if (own || verb == 0 || !s_.says(verb)) return false;
    return stance_.governor(s_.words[verb].lower) == Stance::Governor::claiming ||
           stance_.source(s_.words[verb - 1].lower) == Stance::Source::ordinary;
}

bool Speakers::doer_itself(std::uint32_t head, std::uint32_t word) const {
    const auto own = s_.child(word, Dependency::subject);
    return own && s_.child(head, Dependency::subject) && personal_pronoun(s_.words[*own]);
}

}  // namespace chancery
