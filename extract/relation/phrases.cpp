// Whom a phrase of the tree stands for.
//
// An argument is a word; the mention that covers it is who is meant, else its apposition, the one of whom it is said
// ("X, a nurse"), or what it counts ("dozens of protesters"). Nothing near is taken in its place.
#include <algorithm>

#include "extract/relation/frame.hpp"

namespace chancery {

namespace {

bool counts(const Word& word) {
    return word.word_class == WordClass::numeral ||
           word.is_any({"dozens",   "hundreds", "thousands", "scores", "tens",    "group", "groups",
                        "number",   "members",  "some",      "many",   "several", "most",  "one",
                        "two",      "three",    "four",      "five",   "six",     "crowd", "crowds",
                        "majority", "lot",      "handful",   "couple", "rest",    "few",   "supporters"});
}

/// "Among those arrested were X, the editor, and Y": whom "those" at `word` are.
std::vector<const Mention*> among_those(const SentenceView& s, std::uint32_t word) {
    std::vector<const Mention*> named;
    if (word == 0 || !s.is(word, "those") || !s.is(word - 1, "among")) return named;
    auto at = word + 1;
    while (at < s.size() && !s.words[at].is_any({"was", "were", "is", "are"}) &&
           s.words[at].word_class != WordClass::punctuation)
        ++at;
    if (at >= s.size() || s.words[at].word_class == WordClass::punctuation) return named;
    for (++at; at < s.size(); ++at) {
        const bool auxiliary = s.auxiliary(at) && !s.is(at, "'s");
        if (s.words[at].tag == WordClass::verb || auxiliary || s.is_any(at, {";", "who"})) break;
        const auto* mention = s.starting(at);
        if (mention == nullptr) continue;
        const bool other = at > 0 && s.words[at - 1].is_any({"of", "for", "from"});
        if (is_human(mention->type) && mention->kind != MentionKind::pronoun && !other) named.push_back(mention);
    }
    return named;
}

/// "X, a journalist who attacked", "X is a journalist who attacked": of whom a plain noun is said.
const Mention* said_of(const SentenceView& s, std::uint32_t noun) {
    if (noun >= s.syntax.size() || s.words[noun].tag != WordClass::noun || s.covering(noun) != nullptr) return nullptr;
    std::optional<std::uint32_t> bearer = s.child(noun, Dependency::subject);
    if (s.syntax[noun].relation == Dependency::apposition && s.syntax[noun].head < noun) bearer = s.syntax[noun].head;
    const auto* whom = bearer && *bearer < noun ? s.covering(*bearer) : nullptr;
    return whom != nullptr && is_human(whom->type) && whom->kind != MentionKind::adjective ? whom : nullptr;
}

}  // namespace

const Mention* mention_of_phrase(const SentenceView& s, std::uint32_t word) {
    const auto* around = s.covering(word);
    if (around != nullptr && around->kind == MentionKind::description && around->head + 1 == around->last)
        if (const auto* behind = s.starting(around->last);  // "Norwegian reporters X and Y"
            behind != nullptr && behind->first == around->last && is_human(behind->type) &&
            behind->kind == MentionKind::name)
            return behind;
    if (around != nullptr && around->kind != MentionKind::adjective) return around;
    if (const auto named = among_those(s, word); !named.empty()) return named.front();
    for (std::uint32_t i = word + 1; i < s.syntax.size(); ++i) {
        if (s.syntax[i].head != word) continue;
        const bool apposition = s.syntax[i].relation == Dependency::apposition;
        const bool counted = s.syntax[i].relation == Dependency::noun_modifier && counts(s.words[word]);
        if (!apposition && !counted) continue;
        const auto* mention = s.covering(i);
        if (mention != nullptr && mention->kind != MentionKind::adjective) return mention;
    }
    if (const auto* other = said_of(s, word)) return other;
    const auto name = [&](const Mention* mention) {
        return mention != nullptr && is_human(mention->type) && mention->kind == MentionKind::name &&
               s.words[word].tag == WordClass::noun;
    };
    if (const auto* behind = s.starting(word + 1); name(behind)) return behind;  // "the customs inspector Hugo S."
    if (!s.is(word + 1, ",")) return nullptr;
    const auto* beside = s.starting(word + 2);  // "a district governor, Abdul S.,"
    const bool closed = name(beside) && (beside->last >= s.size() || s.words[beside->last].is_any({",", "."}));
    return closed ? beside : nullptr;
}

const Mention* first_person(const SentenceView& s, std::uint32_t word) {
    if (word >= s.quoted.size() || s.quoted[word] == 0 || s.words[word].tag != WordClass::pronoun) return nullptr;
    return s.words[word].is_any({"i", "we"}) ? s.speaker : nullptr;
}

bool below(const SentenceView& s, std::uint32_t word, std::uint32_t top) {
    for (std::uint32_t steps = 0; word != top; ++steps) {
        if (steps > s.syntax.size() || word >= s.syntax.size() || s.syntax[word].head == no_head) return false;
        word = s.syntax[word].head;
    }
    return true;
}

const Mention* doer_by_light_verb(const SentenceView& s, std::uint32_t noun) {
    if (noun >= s.syntax.size() || s.syntax[noun].head == no_head) return nullptr;
    const auto verb = s.syntax[noun].head;
    if (!s.lexicon.light_verbs.contains(s.words[verb].lower)) return nullptr;
    const auto frame = frame_of(s, verb);
    if (!frame || frame->object != noun || !frame->subject) return nullptr;
    return mention_of_phrase(s, *frame->subject);
}

std::vector<const Mention*> joined_to(const SentenceView& s, std::uint32_t word) {
    if (auto named = among_those(s, word); !named.empty()) {
        named.erase(named.begin());
        return named;
    }
    std::vector<const Mention*> all;
    const auto* first = s.covering(word);
    if (first != nullptr && first->twin)  // "the two countries"
        for (const auto* mention : s.mentions)
            if (mention != first && mention->twin && mention->first == first->first) all.push_back(mention);
    for (std::uint32_t i = word + 1; i < s.syntax.size(); ++i) {
        if (s.syntax[i].head != word || s.syntax[i].relation != Dependency::conjunct) continue;
        const auto* mention = mention_of_phrase(s, i);
        if (mention != nullptr && mention->type != EntityType::place) all.push_back(mention);
    }
    return all;
}

}  // namespace chancery
