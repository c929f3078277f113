#include "extract/relation/speakers.hpp"

#include <algorithm>

#include "extract/lexicon/entry_key.hpp"

namespace chancery {

bool Speakers::only_claimed() const {
    for (std::uint32_t i = 0; i + 2 < s_.size(); ++i) {
        if (!s_.is(i, "according") || !s_.is(i + 1, "to")) continue;
        bool official = public_body(s_.past_determiners(i + 2));
        for (auto at = i + 2; at < std::min(i + 7, s_.size()) && !s_.is(at, ","); ++at) {
            const auto kind = stance_.source(s_.words[at].lower);
            official |= kind == Stance::Source::official || kind == Stance::Source::paper;
        }
        if (!official) return true;
    }
    return false;
}

/// "the FBI", "the United Nations": bodies of state, and of states, that the lexicon knows.
bool Speakers::public_body(std::uint32_t first) const {
    const auto* mention = s_.covering(first);
    if (mention == nullptr || mention->type != EntityType::institution || s_.is(mention->last, "-")) return false;
    if (mention->last < s_.size() && s_.words[mention->last].tag == WordClass::noun) return false;  // "NATO sources"
    const auto kind = organisation_kind(s_.lexicon, mention->lexicon);
    return kind == "government" || kind == "international";
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
