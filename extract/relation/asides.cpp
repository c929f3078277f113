#include "extract/relation/asides.hpp"

#include <algorithm>

#include "extract/relation/clause.hpp"

namespace chancery {

namespace {

constexpr std::uint32_t reach = 14;  // words; what stands further away is about something else

}  // namespace

bool Asides::claim_noun(std::uint32_t i) const {
    return s_.words[i].tag == WordClass::noun && stance_.governor(s_.words[i].lower) == Stance::Governor::claiming;
}

void Asides::read(std::uint32_t trigger, bool grave, Doubts& found) const {
    const bool noun =
        trigger > 0 && s_.words[trigger].tag == WordClass::noun &&
        s_.is_any(trigger - 1, {"'s", "'", "his", "her", "its", "their"});  // "wrongly said X's visit was"
    for (std::uint32_t i = 0; i < s_.size(); ++i) {
        std::uint32_t length = 0;
        const auto* kind = stance_.at(s_, i, length);
        if (kind == nullptr) continue;
        const bool before = i < trigger && i + reach > trigger;
        if (*kind == Stance::Kind::aside) found.alleged = true;
        const auto behind = *kind == Stance::Kind::nowise             ? std::optional(i + length)
                            : *kind == Stance::Kind::untruly && !noun ? behind_claim(i + length, trigger)
                                                                      : std::nullopt;
        if (before && behind && clause_start(s_, trigger) <= *behind) found.denied = true;
    }
    if (grave && denied_behind(trigger)) found.alleged = true;
}

/// "(falsely) claimed that", "(wrongly) blamed for": one past the verb of a claim and its preposition or "that", when
/// `trigger` stands behind. The claim itself was made: "falsely accused" is no denial of "accused".
std::optional<std::uint32_t> Asides::behind_claim(std::uint32_t verb, std::uint32_t trigger) const {
    if (verb >= trigger) return std::nullopt;
    if (s_.is_any(verb + 1, {"that", "of", "for"})) return verb + 2;
    const bool claims = stance_.governor(s_.words[verb].lower) == Stance::Governor::claiming || s_.says(verb);
    return claims ? std::optional(verb + 1) : std::nullopt;
}

/// What a denial takes up: "denies this", "rejects the accusation", or nothing at all.
bool Asides::refers_back(std::uint32_t i) const {
    if (i >= s_.size() || s_.words[i].word_class == WordClass::punctuation) return true;
    if (s_.words[i].is_any({"this", "it", "that", "these", "them"})) return s_.is(i + 1, ".") || s_.is(i + 1, ",");
    while (i < s_.size() && s_.words[i].is_any({"the", "any", "all", "such", "those", "these"})) ++i;
    return i < s_.size() &&
           (claim_noun(i) || s_.words[i].is_any({"involvement", "responsibility", "wrongdoing", "role"}));
}

/// "Norway attacked Oman, which it denies", ", a charge it rejects", ", although Norway denies this". Only where no
/// other verb stands between: that could be what is denied.
bool Asides::denied_behind(std::uint32_t trigger) const {
    bool comma = false;
    for (auto i = trigger + 1; i < std::min(s_.size(), trigger + reach); ++i) {
        const auto& word = s_.words[i];
        if (word.is(",")) comma = true;
        if (word.is_any({"who", "whose", "whom"})) return false;  // denies what he himself is accused of
        if (!comma) {
            if (word.tag == WordClass::verb) return false;
            continue;
        }
        const bool opens = s_.is(i - 1, "a") || s_.is(i - 1, "an") || s_.is(i - 2, "a") || s_.is(i - 2, "an");
        if (claim_noun(i) && opens) return true;
        if (stance_.governor(word.lower) == Stance::Governor::denying && word.tag == WordClass::verb)
            return refers_back(i + 1);
        if (word.tag == WordClass::verb) return false;
    }
    return false;
}

bool Asides::told_beside(std::uint32_t head, std::uint32_t word) const {
    auto i = word;
    while (i > 0 && s_.adverb(i - 1)) --i;
    const bool fronted =
        word < head && i > 0 && s_.is_any(i - 1, {"while", "when", "after", "before", "since", "without"});
    return i > 0 && (fronted || s_.is(i - 1, ","));
}

std::optional<std::uint32_t> Asides::opener(std::uint32_t word) const {
    std::optional<std::uint32_t> that, subject;
    for (std::uint32_t i = 0; i < word; ++i) {
        if (s_.syntax[i].head != word) continue;
        if (s_.is(i, "that") && !that) that = i;
        const auto relation = s_.syntax[i].relation;
        if (relation == Dependency::subject || relation == Dependency::passive_subject) subject = i;
    }
    if (!that || !subject || *subject <= *that) return std::nullopt;
    // a relative clause lacks an end; this one has them all, so it tells what somebody said
    const bool passive = s_.child(word, Dependency::passive_subject).has_value();
    if (!passive && !s_.child(word, Dependency::object)) return std::nullopt;
    for (auto i = *that; i > 0 && i + reach > *that; --i) {
        const auto& before = s_.words[i - 1];
        if (before.word_class == WordClass::punctuation || before.is_any({"that", "who", "which"})) return std::nullopt;
        if (before.tag == WordClass::noun && stance_.governor(before.lower)) return i - 1;
        if (before.tag == WordClass::verb)
            return s_.says(i - 1) || stance_.governor(before.lower) ? std::optional(i - 1) : std::nullopt;
    }
    return std::nullopt;
}

}  // namespace chancery
