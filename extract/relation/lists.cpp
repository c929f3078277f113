// Several mentions that one phrase brings: "A, B and C", "five officials, including A and B".
#include "extract/relation/lists.hpp"

#include <algorithm>
#include <array>

#include "extract/relation/frame.hpp"

namespace chancery {

namespace {

bool plural(const SentenceView& s, std::uint32_t i) {
    const auto& word = s.words[i];
    return word.tag != WordClass::verb &&
           ((word.tag == WordClass::noun && word.lower.ends_with("s")) || word.is_any({"others", "people", "them"}));
}

/// "X, Y and Z" from X on, by commas and "and" alone: what the tree makes of a list of names is often another name of
/// the first. Nothing when there are not three, or no "and".
std::vector<const Mention*> series_behind(const SentenceView& s, const Mention& first) {
    std::vector<const Mention*> others;
    bool closed = false;
    auto next = first.last;
    while (!closed && (s.is(next, ",") || s.is(next, "and"))) {
        closed = s.is(next, "and") || s.is(next + 1, "and");
        next += s.is(next, ",") && closed ? 2 : 1;
        const auto* mention = s.starting(s.past_determiners(next));
        const bool like = mention != nullptr && mention->kind == MentionKind::name && mention->entity != first.entity &&
                          is_human(mention->type) == is_human(first.type) && mention->type != EntityType::place;
        if (!like) return {};
        others.push_back(mention);
        next = mention->last;
    }
    return closed && others.size() > 1 ? others : std::vector<const Mention*>();
}

/// "X, along with Y, signed", "X together with Y": who does it, too, behind word `from`.
const Mention* companion_behind(const SentenceView& s, std::uint32_t from) {
    auto at = s.is(from, ",") ? from + 1 : from;
    if (s.is_any(at, {"along", "together"}) && s.is(at + 1, "with"))
        at += 2;
    else if (s.is(at, "alongside"))
        ++at;
    else
        return nullptr;
    const auto* other = s.starting(s.past_determiners(at));
    if (other != nullptr && s.is(other->last, "'s")) {  // "together with Oman's Darya M."
        const auto* owned = s.starting(other->last + 1);
        if (owned == nullptr) return nullptr;
        other = owned;
    }
    const bool joins = other != nullptr && other->type != EntityType::place &&
                       (other->kind == MentionKind::name || other->kind == MentionKind::description);
    return joins ? other : nullptr;
}

/// "Norway, Oman sign a deal": a headline has no "and".
const Mention* headline_pair(const SentenceView& s, const Mention& first) {
    const bool headline = s.size() > 0 && s.words[s.size() - 1].word_class != WordClass::punctuation;
    if (!headline || first.first != 0 || !s.is(first.last, ",")) return nullptr;
    const auto* second = s.starting(first.last + 1);
    const bool like = second != nullptr && second->kind == MentionKind::name && second->type == first.type &&
                      second->last < s.size() && s.words[second->last].tag == WordClass::verb;
    return like && second->type != EntityType::place ? second : nullptr;
}

/// Word `i` heads a phrase that goes with the one headed by `word`: "X and Y", also where the tree hangs Y on the
/// country of "X of Oman and Y of Kenya", or gives the verb two subjects.
bool goes_with(const SentenceView& s, std::uint32_t word, std::uint32_t i) {
    const auto head = s.syntax[i].head;
    const auto relation = s.syntax[i].relation;
    if (head == no_head) return false;
    if (relation == Dependency::conjunct && head == word) return true;
    const auto* first = s.covering(word);
    const auto* mention = s.covering(i);
    if (first == nullptr || mention == nullptr || mention->kind != MentionKind::name) return false;
    if (is_human(first->type) != is_human(mention->type)) return false;
    if (relation == Dependency::conjunct) {
        const auto* between = s.covering(head);
        return between != nullptr && is_human(first->type) && !is_human(between->type) && below(s, head, word);
    }
    const bool same = relation == s.syntax[word].relation && head == s.syntax[word].head;
    const bool argument = relation == Dependency::subject || relation == Dependency::passive_subject;
    if (!same || !argument) return false;
    const auto start = s.before_determiners(mention->phrase);
    return start > 0 && s.is(start - 1, "and");
}

}  // namespace

bool counting_word(const Word& word) {
    return word.word_class == WordClass::numeral ||
           word.is_any({"dozens",   "hundreds", "thousands", "scores", "tens",    "group", "groups",
                        "number",   "members",  "some",      "many",   "several", "most",  "one",
                        "two",      "three",    "four",      "five",   "six",     "crowd", "crowds",
                        "majority", "lot",      "handful",   "couple", "rest",    "few",   "supporters"});
}

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

std::vector<const Mention*> listed_behind(const SentenceView& s, std::uint32_t from) {
    std::vector<const Mention*> named;
    const auto of_several = from > 0 && (plural(s, from - 1) || counting_word(s.words[from - 1]));
    auto at = from;
    while (at < s.size() && at < from + 6 && !s.is_any(at, {",", "including", "such", "among", "notably"})) {
        if (s.words[at].tag == WordClass::verb || s.auxiliary(at) || s.words[at].word_class == WordClass::punctuation ||
            s.word_class(at) == WordClass::subordinator)
            return named;
        ++at;  // "several officials of the ministry, including X"
    }
    if (s.is(at, ",") || s.is(at, "(")) ++at;
    if (s.is_any(at, {"including", "notably"}))
        ++at;
    else if ((s.is(at, "such") && s.is(at + 1, "as")) || (s.is(at, "among") && s.is(at + 1, "them")))
        at += 2;
    else
        return named;
    if (!of_several && !plural(s, at > 2 ? at - 3 : 0)) return named;
    const auto* first = s.starting(s.past_determiners(at));
    if (first == nullptr || first->kind == MentionKind::adjective || first->type == EntityType::place) return named;
    named.push_back(first);
    for (const auto* other : and_others(s, *first)) named.push_back(other);
    return named;
}

std::vector<const Mention*> names_of_group(const SentenceView& s, const Mention& group) {
    if (group.kind != MentionKind::description || !group.plural || group.type != EntityType::group) return {};
    constexpr std::array<std::array<std::string_view, 2>, 5> numbers = {
        {{"two", "2"}, {"three", "3"}, {"four", "4"}, {"five", "5"}, {"six", "6"}}};
    const bool listed = s.is(group.last, ":");
    if (!listed && !s.is(group.last, ",")) return {};
    const auto* first = s.starting(s.past_determiners(group.last + 1));
    if (first == nullptr || first->kind != MentionKind::name || !is_human(first->type)) return {};
    std::vector<const Mention*> names = {first};
    for (const auto* other : and_others(s, *first))
        if (other->kind == MentionKind::name && is_human(other->type)) names.push_back(other);
    if (names.size() < 2 || names.size() > 6) return {};
    const auto& count = numbers[names.size() - 2];
    for (auto i = group.first; i < group.last; ++i)
        if (s.words[i].is_any({count[0], count[1]})) return names;
    return {};
}

std::vector<const Mention*> joined_to(const SentenceView& s, std::uint32_t word) {
    if (auto named = among_those(s, word); !named.empty()) {
        named.erase(named.begin());
        return named;
    }
    std::vector<const Mention*> all;
    const auto* first = s.covering(word);
    if (first != nullptr)
        if (auto named = names_of_group(s, *first); !named.empty()) return {named.begin() + 1, named.end()};
    if (first != nullptr && first->twin)  // "the two countries"
        for (const auto* mention : s.mentions)
            if (mention != first && mention->twin && mention->first == first->first) all.push_back(mention);
    const bool shared_noun =
        first != nullptr && first->last - first->first > 1 && !first->twin &&
        (first->type == EntityType::country || s.words[first->last - 1].is_any({"departments", "ministries"}));
    if (shared_noun)
        for (auto at = first->first; at > 1 && s.words[at - 1].is_any({"and", ","});) {  // "North and South Korea"
            const auto* state = s.ending(at - 1);
            if (state == nullptr || state->type != first->type || state->kind != MentionKind::name) break;
            all.push_back(state);
            at = state->first;
        }
    for (std::uint32_t i = word + 1; i < s.syntax.size(); ++i) {
        if (!goes_with(s, word, i)) continue;
        const auto* mention = mention_of_phrase(s, i);
        if (mention == nullptr || mention == first || mention->type == EntityType::place) continue;
        const auto start = s.before_determiners(mention->phrase);
        if (start == 0 || !s.is_any(start - 1, {"not", "unlike"})) all.push_back(mention);  // "X, not Y, did it"
    }
    const auto add = [&](const std::vector<const Mention*>& more) {
        for (const auto* mention : more)
            if (std::find(all.begin(), all.end(), mention) == all.end()) all.push_back(mention);
    };
    if (first != nullptr && first->kind == MentionKind::name) {
        add(series_behind(s, *first));
        if (const auto* other = headline_pair(s, *first); other != nullptr && other->entity != first->entity)
            add({other});
    }
    if (first != nullptr)
        if (const auto* other = companion_behind(s, first->last); other != nullptr && other->entity != first->entity) {
            add({other});
            add(and_others(s, *other));  // "along with X and Y"
        }
    add(listed_behind(s, first != nullptr ? first->last : word + 1));
    return all;
}

}  // namespace chancery
