#include "extract/relation/shapes.hpp"

#include <algorithm>

#include "extract/relation/frame.hpp"

namespace chancery {

Assertions::Evidence between(const SentenceView& s, const Mention& a, const Mention& b, Span trigger,
                             const char* construction) {
    return {s.index, a.where, trigger, b.where, construction, 800, Status::asserted, false};
}

std::uint32_t country_entity(const RelationInput& input, const std::string& iso2) {
    for (std::uint32_t e = 0; e < input.entities.size() && !iso2.empty(); ++e)
        if (input.entities[e].type == EntityType::country && input.entities[e].signature.country == iso2 &&
            !input.entities[e].implied)
            return e;
    return no_entity;
}

std::uint32_t state_entity(const RelationInput& input, const std::string& iso2) {
    for (std::uint32_t e = 0; e < input.entities.size() && !iso2.empty(); ++e)
        if (input.entities[e].type == EntityType::country && input.entities[e].signature.country == iso2) return e;
    return no_entity;
}

std::uint32_t head_word(const SentenceView& s, const Mention& mention) {
    for (auto i = mention.first; i < mention.last && i < s.syntax.size(); ++i)
        if (s.syntax[i].head == no_head || s.syntax[i].head < mention.first || s.syntax[i].head >= mention.last)
            return i;
    return mention.last - 1;
}

std::uint32_t phrase_start(const SentenceView& s, std::uint32_t noun) {
    auto i = noun;
    const auto* people = s.covering(noun);  // "Roe's fierce critics" are a mention with all their words
    if (people != nullptr && people->kind != MentionKind::description) people = nullptr;
    while (i > 0 && i + 6 > noun) {
        const auto& word = s.words[i - 1];
        const bool inside = s.word_class(i - 1) == WordClass::determiner || s.word_class(i - 1) == WordClass::numeral ||
                            word.tag == WordClass::adjective || word.is("-") || s.adverb(i - 1) ||
                            ((word.tag == WordClass::noun || word.tag == WordClass::proper) && !s.is(i, "-"));
        const auto* adjective = s.ending(i);
        if (adjective != nullptr && adjective->kind == MentionKind::adjective) {
            i = adjective->first;
            continue;
        }
        const auto* other = s.covering(i - 1);
        if (!inside || (other != nullptr && other != people)) break;
        --i;
    }
    return i;
}

const Mention* set_beside(const SentenceView& s, std::uint32_t noun) {
    for (const auto* mention : s.mentions) {
        if (mention->kind == MentionKind::adjective || mention->kind == MentionKind::pronoun) continue;
        if (mention->first <= noun && noun < mention->last) continue;
        if (s.syntax.empty()) break;
        const auto head = head_word(s, *mention);
        if (s.syntax[head].head == noun && s.syntax[head].relation == Dependency::apposition) return mention;
        const auto above = s.syntax[noun].head;  // any word of the name: "Observatory for Human Rights, a group"
        if (s.syntax[noun].relation == Dependency::apposition && above >= mention->first && above < mention->last)
            return mention;
    }
    const auto start = phrase_start(s, noun);
    if (start > 1 && s.is(start - 1, ",")) {  // "NAME, a NOUN"
        const auto* before = s.ending(start - 1);
        if (before != nullptr && start < noun) return before;
    }
    return nullptr;
}

const Mention* owner_of_noun(const SentenceView& s, std::uint32_t noun) {
    const auto start = phrase_start(s, noun);
    if (start > 1 && (s.is(start - 1, "'s") || s.is(start - 1, "'"))) return s.ending(start - 1);
    if (start > 0 && s.is(start - 1, "whose"))
        return s.ending(start > 1 && s.is(start - 2, ",") ? start - 2 : start - 1);
    for (auto i = start; i <= noun; ++i)
        if ((i > 0 && i == start && s.words[i - 1].is_any({"his", "her", "its", "their"})) ||
            s.words[i].is_any({"his", "her", "its", "their"})) {
            const auto owned = s.words[i].is_any({"his", "her", "its", "their"}) ? i : start - 1;
            const auto* nearest = s.is(owned, "their") ? nullptr : s.owner_at(owned);
            if (nearest != nullptr) return nearest;
            for (const auto* mention : s.mentions)
                if (mention->last < noun && mention->last <= i + 1 && mention->kind != MentionKind::adjective &&
                    mention->type != EntityType::place)
                    nearest = mention;
            return nearest;
        }
    if (s.is(noun + 1, "of")) return next_mention(s, noun + 2, 4);
    return nullptr;
}

const Mention* next_mention(const SentenceView& s, std::uint32_t from, std::uint32_t reach) {
    for (auto i = from; i < s.size() && i <= from + reach; ++i) {
        if (const auto* mention = s.starting(i)) return mention;
        const auto word_class = s.word_class(i);
        const bool participle = s.words[i].lower.ends_with("ed") && i + 1 < s.size() &&
                                (s.words[i + 1].tag == WordClass::noun || s.words[i + 1].tag == WordClass::proper);
        if (participle) continue;  // "the widow of murdered activist X"
        if (word_class == WordClass::preposition || word_class == WordClass::auxiliary ||
            word_class == WordClass::subordinator || s.words[i].tag == WordClass::verb)
            return nullptr;
    }
    return nullptr;
}

}  // namespace chancery
