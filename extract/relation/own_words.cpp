#include "extract/relation/own_words.hpp"

namespace chancery {

/// Negation, modals, adverbs and conjunctions that hang on a word.
void OwnWords::read(std::uint32_t word, Doubts& found) const {
    for (std::uint32_t i = 0; i < s_.syntax.size(); ++i) {
        const auto& w = s_.words[i];
        if (w.is_any({"never", "not", "n't"}) && on_helper(i, word)) found.denied = true;
        if (s_.syntax[i].head != word) continue;
        std::uint32_t length = 1;
        const auto* kind = stance_.at(s_, i, length);
        const bool more = w.is("not") && kind != nullptr && *kind == Stance::Kind::factual;  // "not only"
        if (!more && w.is_any({"not", "n't", "never", "no", "neither", "nor", "nobody", "none"})) found.denied = true;
        if (i < word) conjunction(i, word, found);
        if (i + 1 >= word && i > word && !w.is_any({"allegedly", "reportedly", "supposedly"})) continue;
        if (kind == nullptr || length > 1) continue;
        if (*kind == Stance::Kind::alleged) found.alleged = true;
        if (*kind == Stance::Kind::negation && s_.syntax[i].word_class == WordClass::adverb && i < word)
            found.denied = true;  // "almost severed"
        if (*kind == Stance::Kind::planned && s_.syntax[i].word_class == WordClass::auxiliary && i < word)
            modal(i, found);
        if (*kind == Stance::Kind::planned && s_.syntax[i].word_class == WordClass::adjective) found.planned = true;
    }
    if (const auto subject = s_.child(word, Dependency::subject))
        for (std::uint32_t i = 0; i < s_.syntax.size(); ++i)
            if (s_.syntax[i].head == *subject && s_.words[i].is_any({"neither", "no"}) && i < *subject)
                found.denied = true;
    if (s_.words[word].tag == WordClass::noun) {
        adjectives(word, found);
        called_off(word, found);
    }
}

/// "The visit was cancelled", "the talks have been postponed", "the trip fell through".
void OwnWords::called_off(std::uint32_t noun, Doubts& found) const {
    const auto verb = s_.syntax[noun].head;
    const auto link = s_.syntax[noun].relation;
    if (verb == no_head || verb < noun || (link != Dependency::passive_subject && link != Dependency::subject)) return;
    const bool passive = link == Dependency::passive_subject;
    const auto& w = s_.words[verb];
    const bool off =
        (passive && (w.is_any({"cancelled", "canceled", "scrapped", "aborted", "axed", "thwarted", "foiled"}) ||
                     (w.is("called") && s_.is(verb + 1, "off")))) ||
        (w.is("fell") && s_.is(verb + 1, "through"));
    if (off) found.denied = true;
    if (passive && w.is_any({"postponed", "delayed", "rescheduled", "shelved"})) found.planned = true;
}

/// "never did attack": the negation hangs on the auxiliary before the verb.
bool OwnWords::on_helper(std::uint32_t i, std::uint32_t verb) const {
    const auto helper = s_.syntax[i].head;
    return helper != no_head && helper < verb && s_.syntax[helper].head == verb && s_.auxiliary(helper) &&
           s_.words[verb].tag == WordClass::verb && !s_.child(helper, Dependency::subject);
}

/// "planned talks", "the alleged attack".
void OwnWords::adjectives(std::uint32_t noun, Doubts& found) const {
    for (auto i = noun; i > 0 && i + 3 > noun; --i) {
        std::uint32_t length = 0;
        const auto* kind = stance_.at(s_, i - 1, length);
        if (kind == nullptr || length > 1) continue;
        const bool described = s_.words[i - 1].tag != WordClass::auxiliary && s_.syntax[i - 1].head == noun;
        if (*kind == Stance::Kind::foreseen || s_.is(i - 1, "proposed")) found.planned = true;
        if (*kind == Stance::Kind::alleged) found.alleged = true;
        if (*kind == Stance::Kind::negation && s_.syntax[i - 1].head == noun)
            found.denied = true;  // "the failed arrest"
        if (described && s_.words[i - 1].is_any({"reported", "claimed"})) found.alleged = true;
    }
}

/// "if", "whether" and "when" over a clause, and the condition that hangs on its verb.
void OwnWords::conjunction(std::uint32_t i, std::uint32_t word, Doubts& found) const {
    const auto& w = s_.words[i];
    if (w.is("if") && past(word) && foreseen_above(word) && counterfactual())
        found.denied = true;  // "if Norway had attacked Oman, it would have"
    else if (w.is_any({"whether", "if"}) && (in_question(word) || (past(word) && !foreseen_above(word))))
        (past(word) ? found.alleged : found.planned) = true;
    else if (w.is_any({"if", "unless", "whether", "until"}))
        found.planned = true;
    const bool suffered = w.is("after") && s_.is(i + 1, "being");  // "hopes to return after being jailed"
    if (w.is_any({"when", "once", "before", "after"}) && !past(word) && !suffered && !past_time(word) &&
        foreseen_above(word))
        found.planned = true;
    if (s_.syntax[i].relation == Dependency::adverb_clause && i > 0 && conditional(i)) found.alleged = true;
}

/// "after spending last week in X, she will": the clause of a gerund tells of a time gone by.
bool OwnWords::past_time(std::uint32_t verb) const {
    for (auto i = verb + 1; i + 1 < s_.size() && i < verb + 5; ++i) {
        if (s_.words[i].is_any({"last", "yesterday", "earlier", "ago"})) return true;
        if (s_.words[i].word_class == WordClass::punctuation) return false;
    }
    return false;
}

/// "It is unclear whether Norway attacked", "asked if": the clause is a question about what was.
bool OwnWords::in_question(std::uint32_t word) const {
    return s_.syntax[word].relation != Dependency::adverb_clause ||
           (s_.syntax[word].head != no_head && is_governor(s_.syntax[word].head, Stance::Governor::wondering));
}

/// The verb stands in a past or perfect form.
bool OwnWords::past(std::uint32_t verb) const {
    for (std::uint32_t i = 0; i < verb; ++i)
        if (s_.syntax[i].head == verb && s_.syntax[i].word_class == WordClass::auxiliary)
            return s_.words[i].is_any({"had", "has", "have", "did", "was", "were"});
    return s_.words[verb].tag == WordClass::verb && stance_.past_form(s_.words[verb].lower);
}

/// "When X meets Y, he will ask": the verb above tells of what is to come.
bool OwnWords::foreseen_above(std::uint32_t word) const {
    const auto head = s_.syntax[word].head;
    if (head == no_head || s_.syntax[word].relation != Dependency::adverb_clause) return false;
    for (std::uint32_t i = 0; i < head; ++i)
        if (s_.syntax[i].head == head && s_.words[i].is_any({"will", "'ll", "would", "may", "shall", "could"}))
            return true;
    return is_governor(head, Stance::Governor::planning);
}

/// A modal before the verb: "will meet" is to come, "may have met" is a guess, "should have met" did not happen.
void OwnWords::modal(std::uint32_t i, Doubts& found) const {
    if (!s_.is(i + 1, "have") || s_.words[i].is_any({"will", "'ll", "shall"}))
        found.planned = true;
    else if (s_.words[i].is_any({"should", "ought"}) || (s_.is(i, "would") && counterfactual()))
        found.denied = true;
    else
        found.alleged = true;
}

/// "Had it not been for the storm", "if Norway had agreed", "without the storm".
bool OwnWords::counterfactual() const {
    for (std::uint32_t i = 0; i < s_.size(); ++i) {
        const bool opens = i == 0 || s_.words[i - 1].word_class == WordClass::punctuation;
        if (opens && s_.words[i].is_any({"had", "without"})) return true;
        if (s_.is(i, "if") && (s_.is(i + 2, "had") || s_.is(i + 3, "had") || s_.is(i + 1, "not"))) return true;
    }
    return false;
}

bool OwnWords::kept_from(std::uint32_t from) const {
    for (auto i = from; i > 0 && from - i < 7; --i)
        if (is_governor(i - 1, Stance::Governor::preventing) || is_governor(i - 1, Stance::Governor::refusing))
            return true;
    return false;
}

bool OwnWords::is_to(std::uint32_t verb) const {
    auto i = verb;
    if (i > 0 && s_.is(i - 1, "be")) --i;
    return i > 1 && s_.is(i - 1, "to") && s_.words[i - 2].is_any({"is", "are", "was", "were"});
}

bool OwnWords::conditional(std::uint32_t clause) const {
    for (std::uint32_t i = 0; i < clause; ++i)
        if (s_.syntax[i].head == clause && s_.is(i, "if")) return true;
    return false;
}

bool OwnWords::would_be(std::uint32_t noun, std::uint32_t head) const {
    const auto relation = s_.syntax[noun].relation;
    if (relation != Dependency::subject && relation != Dependency::passive_subject) return false;
    bool open = false, modal = false;
    for (std::uint32_t i = 0; i < head; ++i) {
        if (i < noun && s_.syntax[i].head == noun) open |= s_.words[i].is_any({"a", "an", "any", "another", "such"});
        if (s_.syntax[i].head == head) modal |= s_.words[i].is_any({"would", "could", "will", "might", "'ll", "'d"});
    }
    return open && modal;
}

bool OwnWords::claimed(std::uint32_t word) const {
    for (std::uint32_t i = 0; i < s_.syntax.size(); ++i) {
        std::uint32_t length = 0;
        const auto* kind = s_.syntax[i].head == word && s_.syntax[i].word_class == WordClass::adverb
                               ? stance_.at(s_, i, length)
                               : nullptr;
        if (kind != nullptr && *kind == Stance::Kind::alleged) return true;
    }
    return false;
}

}  // namespace chancery
