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

bool DoneDeeds::presupposed(std::uint32_t noun) const {
    for (std::uint32_t i = 0; i < noun; ++i)
        if (s_.syntax[i].head == noun && s_.syntax[i].relation == Dependency::preposition &&
            s_.words[i].is_any({"after", "despite", "since", "following", "amid", "because", "during"}))
            return true;
    return false;
}

std::optional<std::uint32_t> DoneDeeds::performer(std::uint32_t verb, DeedKind kind) const {
    auto to = verb;
    while (to > 0 && s_.adverb(to - 1)) --to;
    const auto head = s_.syntax[verb].head;
    if (to < 2 || !s_.is(to - 1, "to") || head == no_head || head + 1 > to) return std::nullopt;
    if (s_.words[head].tag != WordClass::verb || !simple_past(head)) return std::nullopt;
    const auto* subject =
        s_.child(head, Dependency::subject) ? s_.covering(*s_.child(head, Dependency::subject)) : nullptr;
    const auto* phrase = stance_.ending_at(s_, to);
    if (phrase != nullptr && *phrase == Stance::Kind::voting)
        return subject == nullptr || subject->type != EntityType::country ? std::optional(head) : std::nullopt;
    if (phrase != nullptr)
        return *phrase == Stance::Kind::factual && head + 2 == to ? std::optional(head) : std::nullopt;
    const auto above = stance_.governor(s_.words[head].lower);
    const bool meant = s_.is_any(to - 2, {"order", "as"}) || stance_.governor(s_.words[to - 2].lower);
    if (kind != DeedKind::spoken || above || meant) return std::nullopt;
    for (auto i = head + 1; i < to; ++i) {  // "hired X to", "needs a law to": another's deed, or a mere purpose
        const auto* mention = s_.covering(i);
        if (mention != nullptr && s_.syntax[i].relation == Dependency::object) return std::nullopt;
        if (s_.words[i].tag == WordClass::verb || s_.words[i].word_class == WordClass::punctuation) return std::nullopt;
    }
    return head;
}

/// "voted", "has voted": no modal, no passive, no infinitive of its own.
bool DoneDeeds::simple_past(std::uint32_t verb) const {
    if (!stance_.past_form(s_.words[verb].lower) || s_.child(verb, Dependency::passive_auxiliary)) return false;
    for (std::uint32_t i = 0; i < verb; ++i) {
        if (s_.syntax[i].head != verb) continue;
        const bool past = s_.words[i].is_any({"has", "have", "had", "'ve", "'d"});
        if (s_.is(i, "to") || (s_.syntax[i].word_class == WordClass::auxiliary && !past)) return false;
    }
    return s_.child(verb, Dependency::subject).has_value();
}

bool DoneDeeds::cited(std::uint32_t noun) const {
    for (auto i = noun; i > 0 && i + 14 > noun; --i) {
        const auto word = i - 1;
        if (is_governor(word, Stance::Governor::citing)) return true;
        if (s_.child(word, Dependency::subject) || s_.is(word, ";")) return false;
    }
    return false;
}

bool DoneDeeds::setting(std::uint32_t noun) const {
    const auto head = s_.syntax[noun].head;
    if (s_.syntax[noun].relation != Dependency::oblique || head == no_head || s_.words[head].tag != WordClass::verb)
        return false;
    using Governor = Stance::Governor;
    const bool says = is_governor(head, Governor::claiming) || is_governor(head, Governor::denying) ||
                      is_governor(head, Governor::reporting) || is_governor(head, Governor::appealing);
    if (noun > head && !says) return false;
    for (std::uint32_t i = 0; i < noun; ++i)
        if (s_.syntax[i].head == noun && s_.syntax[i].relation == Dependency::preposition)
            return s_.words[i].is_any({"in", "during", "at", "after", "following"});
    return false;
}

bool DoneDeeds::takes_part(std::uint32_t noun) const {
    const auto head = s_.syntax[noun].head;
    return s_.syntax[noun].relation == Dependency::oblique && head != no_head &&
           s_.words[head].is_any({"take", "taking", "participate", "participating", "engage", "engaging"});
}

}  // namespace chancery
