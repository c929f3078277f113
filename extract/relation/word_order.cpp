#include "extract/relation/word_order.hpp"

#include "extract/relation/lists.hpp"
#include "extract/relation/shapes.hpp"

namespace chancery {

std::optional<std::uint32_t> name_before_auxiliary(const SentenceView& s, std::uint32_t verb) {
    auto first = verb;
    while (first > 0 && (s.adverb(first - 1) || s.words[first - 1].is_any({"not", "n't"}) ||
                         (s.syntax[first - 1].head == verb && s.syntax[first - 1].word_class == WordClass::auxiliary)))
        --first;
    const bool finite = first < verb && s.syntax[first].head == verb &&
                        s.words[first].is_any({"must", "should", "will", "would", "can", "could", "may", "might", "has",
                                               "have", "had", "is", "are", "was", "were"});
    const auto* name = finite ? s.ending(first) : nullptr;
    if (name == nullptr || name->kind != MentionKind::name || name->first == verb) return std::nullopt;
    const auto before = s.before_determiners(name->phrase);
    if (before > 0 && s.word_class(before - 1) == WordClass::preposition) return std::nullopt;
    return name->last - 1;
}

std::optional<std::uint32_t> name_behind_conjunction(const SentenceView& s, std::uint32_t verb) {
    auto first = verb;
    while (first > 0 && (s.adverb(first - 1) || s.auxiliary(first - 1))) --first;
    const auto* name = s.ending(first);
    if (name == nullptr && first > 0 && s.is(first - 1, ",")) name = s.ending(first - 1);
    if (name == nullptr || name->kind == MentionKind::adjective || name->first == verb) return std::nullopt;
    auto start = s.before_determiners(name->phrase);
    if (name->last < first) {  // "and the president of Norway, NAME, praised X"
        if (!is_human(name->type) || name->kind != MentionKind::name || name->first < 2) return std::nullopt;
        if (!s.is(name->first - 1, ",")) return std::nullopt;
        start = phrase_start(s, name->first - 2);
        const auto* owner = start > 1 && s.is(start - 1, "'s") ? s.ending(start - 1) : nullptr;
        start = s.before_determiners(owner != nullptr ? owner->phrase : start);
    }
    const bool opens = start > 0 && s.words[start - 1].is_any({"after", "before", "since", "until", "when", "because",
                                                               "but", "while", "though", "although", "whereas", "as"});
    const bool second = s.syntax[verb].relation == Dependency::conjunct && !s.child(verb, Dependency::subject);
    const bool joins = start > 1 && s.is(start - 1, "and") && (s.is(start - 2, ",") || second);
    return opens || joins ? std::optional(name->last - 1) : std::nullopt;
}

bool aside_teller(const SentenceView& s, std::uint32_t verb) {
    const auto teller = s.child(verb, Dependency::subject);
    if (!s.says(verb) || !s.is(verb + 1, ",") || !teller || *teller > verb) return false;
    const auto* name = s.covering(*teller);
    const auto start = s.before_determiners(name != nullptr ? name->phrase : *teller);
    return start > 0 && s.is(start - 1, ",");
}

std::uint32_t past_aside(const SentenceView& s, std::uint32_t noun, std::uint32_t verb) {
    const auto* name = s.covering(noun);
    if (name == nullptr || !s.is(name->last, ",")) return noun + 1;
    const bool clause = s.is_any(name->last + 1, {"who", "which", "whose"});
    const auto opener = name->last + 1 < verb ? s.word_class(name->last + 1) : WordClass::other;
    const bool phrase = opener == WordClass::determiner || opener == WordClass::preposition;
    if ((clause || phrase) && s.is(verb - 1, ",")) return verb;
    for (auto i = name->last + 1; i < verb; ++i) {
        if (s.is(i, ",")) return i + 1;
        if (s.syntax[i].word_class == WordClass::verb || s.words[i].word_class == WordClass::punctuation) break;
    }
    return noun + 1;
}

std::optional<std::uint32_t> counted_doer(const SentenceView& s, std::uint32_t verb) {
    const auto people = s.syntax[verb].head;
    if (s.syntax[verb].relation != Dependency::noun_clause || people == no_head || people + 1 != verb) return {};
    const auto count = s.syntax[people].head;
    if (count == no_head || s.syntax[count].head != no_head || !counting_word(s.words[count]) || count > people)
        return {};
    const auto* named = s.covering(people);
    const bool acts = s.child(verb, Dependency::object).has_value() || s.is_any(verb + 1, {"against", "to", "on"});
    return acts && named != nullptr && named->plural && s.words[verb].lower.ends_with("ed") ? std::optional(people)
                                                                                            : std::nullopt;
}

std::uint32_t counted_object(const SentenceView& s, std::uint32_t verb, std::uint32_t object) {
    for (auto i = verb + 1; i + 2 < object && i < verb + 5; ++i) {
        const auto* number = s.covering(i);
        if (number != nullptr && number->first == i && number->head == i && number->plural && s.is(i + 1, "and") &&
            s.words[i + 2].lower.ends_with("ed"))
            return i;
    }
    return object;
}

}  // namespace chancery
