#include "extract/relation/framing.hpp"

#include <algorithm>

namespace chancery {

namespace {

using Governor = Stance::Governor;

constexpr std::uint32_t framed_within = 14;  // words; what stands further away is about something else

}  // namespace

bool Framing::unsettled(std::uint32_t trigger) const {
    for (std::uint32_t i = 0; i < s_.size(); ++i) {
        std::uint32_t length = 0;
        const auto* kind = stance_.at(s_, i, length);
        if (kind == nullptr || *kind != Stance::Kind::unsettled) continue;
        const auto from = i < trigger ? i + length : trigger + 1, to = i < trigger ? trigger : i;
        if (to < from || to - from > framed_within) continue;
        bool apart = false;
        for (auto at = from; at < to; ++at)
            apart |= s_.words[at].is_any({",", ";", ":", "and", "but", "who", "when", "after", "before"});
        if (!apart) return true;
    }
    return false;
}

void Framing::asked(std::uint32_t root, Doubts& found) const {
    const auto last = s_.size() - 1;
    if (!s_.is(last, "?") && !(last > 0 && s_.is(last - 1, "?"))) return;
    const auto active = s_.child(root, Dependency::subject);
    const auto subject = active ? active : s_.child(root, Dependency::passive_subject);
    if (!subject) return;
    for (std::uint32_t i = 0; i < *subject; ++i) {
        const bool helper = s_.syntax[i].head == root && s_.syntax[i].word_class == WordClass::auxiliary;
        const bool opens = i == 0 || s_.words[i - 1].word_class == WordClass::punctuation ||
                           s_.words[i - 1].tag == WordClass::conjunction;
        if (helper && opens) found.alleged = !found.planned;
    }
}

void Framing::read(std::uint32_t trigger, Doubts& found) const {
    for (std::uint32_t i = 0; i < trigger; ++i) {
        std::uint32_t length = 0;
        const auto* kind = stance_.at(s_, i, length);
        const bool tells = kind != nullptr && *kind == Stance::Kind::telling;
        const auto behind = i + length;  // "few doubt that", "the message was clear: ..."
        const auto from = s_.is_any(behind, {"that", ":"}) ? behind + 1 : behind;
        if (tells && i + framed_within > trigger && clause_start(s_, trigger) <= from) found.alleged = true;
    }
    const auto word = opener(trigger);
    if (!word) return;
    const bool noun = s_.words[*word].tag == WordClass::noun ||
                      (*word > 0 && governor(*word - 1) == Governor::denying);  // a headline's "rejects report it"
    const bool somebodys = s_.is_any(*word + 1, {"of", "by", "from"}) || (*word > 0 && s_.is(*word - 1, "'s"));
    if (noun && !somebodys && (denied_before(*word) || judged_untrue(trigger))) {
        found.denied = true;
        return;
    }
    const bool no = negated(*word);
    switch (*governor(*word)) {
        case Governor::evidence:
            (no ? found.denied : found.alleged) = true;
            break;
        case Governor::claiming:
            (no && !noun && s_.is(*word - 1, "nothing") ? found.denied : found.alleged) = true;
            break;
        case Governor::untrue:
            if (!no) found.denied = true;
            break;
        case Governor::reporting:
            if (noun) found.alleged = true;
            break;
        default:
            break;
    }
}

/// The word that tells what the clause of `trigger` is: "that" stands between, or nothing.
std::optional<std::uint32_t> Framing::opener(std::uint32_t trigger) const {
    for (auto i = trigger; i > 0 && i + framed_within > trigger; --i) {
        const auto& before = s_.words[i - 1];
        if (before.word_class == WordClass::punctuation ||
            before.is_any({"who", "which", "whom", "whose", "after", "before", "because", "while", "and", "but", "or"}))
            return std::nullopt;
        if (before.is("that")) {
            const bool clause = subject_between(i, trigger) && followed_by_object(trigger);
            return clause ? governor_before(i - 1) : std::nullopt;
        }
        const auto kind = governor(i - 1);
        if (kind && i < trigger && before.tag != WordClass::adjective) {
            const auto* mention = s_.starting(i);
            const bool named = mention != nullptr && mention->kind != MentionKind::adjective &&
                               mention->last <= trigger && !s_.is_any(mention->last, {"'s", "'"});
            const bool told_by_itself = personal_pronoun(s_.words[i]) && before.tag == WordClass::verb &&
                                        !(i > 1 && governor(i - 2) == Governor::denying);
            const bool clause =
                (named || personal_pronoun(s_.words[i])) && followed_by_object(trigger) && !told_by_itself;
            return clause ? std::optional(i - 1) : std::nullopt;
        }
        if (before.tag == WordClass::verb && s_.covering(i - 1) == nullptr) return std::nullopt;
    }
    return std::nullopt;
}

std::optional<std::uint32_t> Framing::governor_before(std::uint32_t that) const {
    for (auto i = that; i > 0 && i + 8 > that; --i) {
        const auto& word = s_.words[i - 1];
        if (word.word_class == WordClass::punctuation || word.is_any({"who", "which"})) return std::nullopt;
        if (s_.covering(i - 1) == nullptr && governor(i - 1)) return i - 1;
        if (word.tag == WordClass::verb || s_.auxiliary(i - 1)) return std::nullopt;
    }
    return std::nullopt;
}

bool Framing::subject_between(std::uint32_t first, std::uint32_t last) const {
    for (auto i = first; i < last; ++i)
        if (s_.words[i].tag == WordClass::noun || s_.words[i].tag == WordClass::proper || personal_pronoun(s_.words[i]))
            return true;
    return false;
}

/// In "the charges that Norway rejected" what is rejected are the charges, and they tell nothing of Norway.
bool Framing::followed_by_object(std::uint32_t trigger) const {
    for (auto i = trigger + 1; i < std::min(s_.size(), trigger + 4); ++i) {
        if (s_.starting(i) != nullptr || s_.words[i].tag == WordClass::noun || s_.words[i].tag == WordClass::proper)
            return true;
        if (s_.words[i].word_class == WordClass::punctuation) return false;
    }
    return false;
}

/// "no proof", "nobody has proved", "nothing suggests", "was not proved".
bool Framing::negated(std::uint32_t word) const {
    for (auto i = word; i > 0 && i + 5 > word; --i) {
        const auto& before = s_.words[i - 1];
        if (before.is_any({"no", "not", "n't", "never", "nobody", "nothing", "none", "without", "little", "scant"}))
            return true;
        if (before.word_class == WordClass::punctuation || before.is_any({"that", "who"})) return false;
    }
    return false;
}

/// "rejected the claim", "dismissed as propaganda a claim".
bool Framing::denied_before(std::uint32_t noun) const {
    for (auto i = noun; i > 0 && i + 6 > noun; --i) {
        if (s_.words[i - 1].word_class == WordClass::punctuation || s_.words[i - 1].is_any({"that", "of", "by"}))
            return false;
        const auto kind = governor(i - 1);
        if (kind == Governor::denying) return !negated(i - 1);
    }
    return false;
}

/// "(reports that X ...) are untrue", "(the allegation that ...) was rejected".
bool Framing::judged_untrue(std::uint32_t trigger) const {
    for (auto i = trigger + 1; i + 1 < std::min(s_.size(), trigger + framed_within); ++i) {
        if (s_.words[i].is_any({";", ":", "who", "which", "and", "but", "because"})) return false;
        if (!form_of_be(s_.words[i]) && !s_.is_any(i, {"proved", "remain", "remains", "seems", "seem"})) continue;
        for (auto at = i + 1; at < std::min(s_.size(), i + 5); ++at) {
            if (s_.words[at].is_any({"not", "n't", "never"})) return false;
            const auto kind = governor(at);
            if (kind == Governor::untrue || kind == Governor::denying) return true;
            if (s_.words[at].word_class == WordClass::punctuation) return false;
        }
        return false;
    }
    return false;
}

}  // namespace chancery
