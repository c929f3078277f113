#include "extract/relation/entry_words.hpp"

#include <algorithm>

namespace chancery {

namespace {

/// A particle: it stands close to its verb.
bool particle(std::string_view word) {
    for (const std::string_view small : {"off", "out", "up", "down", "away", "back"})
        if (word == small) return true;
    return false;
}

/// A word that may stand between the words of an entry.
bool skippable(const SentenceView& s, std::uint32_t at) {
    const auto& word = s.words[at];
    if (word.is_any({"'s", "'"}) && word.tag != WordClass::auxiliary) return true;  // "last year's attack on X"
    if (word.tag == WordClass::verb || word.tag == WordClass::subordinator || s.auxiliary(at)) return false;
    return word.word_class != WordClass::punctuation || word.is_any({"-", "\"", "'s"});
}

/// The word behind the second comma of ", a career diplomat," or ", NAME,"; `at` itself when no apposition begins
/// there.
std::uint32_t past_apposition(const SentenceView& s, std::uint32_t at) {
    if (!s.is(at, ",") || at + 1 >= s.size()) return at;
    if (s.word_class(at + 1) != WordClass::determiner && s.starting(at + 1) == nullptr) return at;
    for (auto i = at + 1; i < s.size() && i < at + 10; ++i) {
        if (s.is(i, ",")) return i + 1;
        if (s.words[i].tag == WordClass::verb || s.words[i].word_class == WordClass::punctuation) break;
    }
    return at;
}

}  // namespace

bool words_follow(const SentenceView& s, std::uint32_t last, const std::vector<std::string>& wanted) {
    if (wanted.empty()) return true;
    const bool closed = s.is(last, ",") && behind_words(s, last + 1, wanted);  // "sent the minister, X, to jail"
    if (!s.is_any(last, {"'s", "'"})) return closed || behind_words(s, past_apposition(s, last), wanted).has_value();
    const auto owned = behind_words(s, last + 1, {wanted.front()});
    return owned && s.words[*owned - 1].tag == WordClass::noun && behind_words(s, last + 1, wanted);
}

bool same_word(std::string_view text, std::string_view lemma) {
    if (text == lemma) return true;
    if (text.size() == lemma.size() + 1) return text.ends_with('s') && text.starts_with(lemma);
    if (text.size() == lemma.size() + 2 && lemma.size() > 2) return text.ends_with("es") && text.starts_with(lemma);
    return lemma.ends_with('y') && text.ends_with("ies") &&
           text.substr(0, text.size() - 3) == lemma.substr(0, lemma.size() - 1);
}

std::optional<std::uint32_t> behind_words(const SentenceView& s, std::uint32_t at,
                                          const std::vector<std::string>& wanted) {
    const auto from = at;
    const bool other_verb =
        at < s.size() && particle(s.words[at].lower) && !wanted.empty() && !particle(wanted.front());
    if (other_verb) return std::nullopt;  // "called off strikes on X" is not "call on X"
    for (const auto& word : wanted) {
        std::uint32_t skipped = 0;
        const bool close = &word == &wanted.front() && particle(word);  // "turn away X", not "turned his eyes away"
        while (at < s.size() && !same_word(s.words[at].lower, word)) {
            const bool noun = s.words[at].tag == WordClass::noun || s.words[at].tag == WordClass::proper;
            const bool cause = s.is(at, "for") && s.ending(at) != nullptr;  // "blamed X for the attack on Y"
            if (cause || !skippable(s, at) || ++skipped > 4 || (close && (noun || at > from + 1))) return std::nullopt;
            ++at;
        }
        if (at >= s.size()) return std::nullopt;
        ++at;
    }
    return at;
}

bool gerund_as_noun(const SentenceView& s, std::uint32_t i) {
    if (i == 0 || !s.words[i].lower.ends_with("ing") || !s.is(i + 1, "of")) return false;
    const auto before = s.words[i - 1].tag;
    const bool joined =
        i > 1 && s.is(i - 1, "and") && s.words[i - 2].tag == WordClass::noun;  // "torture and killing of"
    return before == WordClass::determiner || before == WordClass::adjective || s.is_any(i - 1, {"'s", "'"}) || joined;
}

bool before_its_noun(const SentenceView& s, std::uint32_t i, VerbForm form) {
    const bool participle =
        form == VerbForm::participle || form == VerbForm::past_or_participle || form == VerbForm::ing;
    const auto head = s.syntax[i].head;
    if (i == 0) return false;
    if (gerund_as_noun(s, i)) return true;
    const auto before = s.words[i - 1].tag;
    const bool behind_verb = before == WordClass::verb && form != VerbForm::ing && !s.is(i - 1, "having");
    const bool opens = before == WordClass::determiner || before == WordClass::adjective ||
                       (before == WordClass::preposition && form != VerbForm::ing) || before == WordClass::numeral ||
                       behind_verb || s.is(i - 1, "'s");
    return opens && participle && s.syntax[i].relation == Dependency::other && head != no_head && head > i &&
           (s.syntax[head].word_class == WordClass::noun || s.syntax[head].word_class == WordClass::proper);
}

bool verbless(const SentenceView& s) {
    const bool whole = s.size() > 0 && s.words[s.size() - 1].is_any({".", "!"});
    return whole && std::none_of(s.syntax.begin(), s.syntax.end(), [](const Syntax& word) {
               return word.word_class == WordClass::verb || word.word_class == WordClass::auxiliary;
           });
}

bool is_blocked(const SentenceView& s, const Rule& rule, const ObjectPhrase& phrase) {
    if (rule.blockers.empty()) return false;
    for (const auto noun : phrase.nouns)
        for (const auto& blocker : rule.blockers)
            if (same_word(s.words[noun].lower, blocker)) return true;
    if (phrase.mention->kind == MentionKind::adjective && phrase.mention->last < s.size())
        for (const auto& blocker : rule.blockers)
            if (same_word(s.words[phrase.mention->last].lower, blocker)) return true;
    return false;
}

bool done_by(const SentenceView& s, const Rule& rule, const Mention& doer) {
    if (rule.by.empty() && rule.not_by.empty()) return true;
    if (doer.sentence != s.index) return rule.by.empty();
    const auto noun = doer.type == EntityType::group && doer.head < s.size() ? doer.head : doer.last - 1;
    return (rule.by.empty() || rule.by.contains(s.words[noun].lower)) && !rule.not_by.contains(s.words[noun].lower);
}

bool in_credit(const SentenceView& s, const Mention& mention) {
    const bool here = mention.sentence == s.index;  // a quote's speaker may be named elsewhere
    return here && (s.is(mention.last, "/") || (mention.first > 0 && s.is(mention.first - 1, "/")));
}

}  // namespace chancery
