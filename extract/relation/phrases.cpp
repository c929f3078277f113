// Whom a phrase of the tree stands for.
//
// An argument is a word; the mention that covers it is who is meant, else its apposition, the one of whom it is said
// ("X, a nurse"), or what it counts ("dozens of protesters"). Nothing near is taken in its place.
#include <algorithm>

#include "extract/relation/frame.hpp"
#include "extract/relation/lists.hpp"
#include "extract/relation/shapes.hpp"

namespace chancery {

bool person_noun(const SentenceView& s, std::uint32_t noun) {
    if (s.words[noun].tag != WordClass::noun) return false;
    if (s.lexicon.points_at(s.words[noun].lower, ReferenceWord::Kind::institution)) return false;
    std::vector<PhraseIndex::Hit> hits;
    s.lexicon.group_index.find(s.words.all(), noun, hits);
    s.lexicon.title_index.find(s.words.all(), noun, hits);
    return std::any_of(hits.begin(), hits.end(),
                       [](const auto& hit) { return hit.length == 1 && (hit.value & 1U) == 0; });
}

bool human_noun(const SentenceView& s, std::uint32_t noun) {
    std::vector<PhraseIndex::Hit> hits;
    s.lexicon.group_index.find(s.words.all(), noun, hits);
    s.lexicon.title_index.find(s.words.all(), noun, hits);
    return !hits.empty() || s.lexicon.kin.contains(s.words[noun].lower);
}

bool negated(const SentenceView& s, std::uint32_t verb) {
    for (std::uint32_t i = 0; i < s.syntax.size(); ++i)
        if (s.syntax[i].head == verb && s.words[i].is_any({"not", "n't", "never"})) return true;
    return false;
}

namespace {

/// "X, a journalist who attacked", "X is a journalist who attacked": of whom a plain noun is said.
const Mention* noun_said_of(const SentenceView& s, std::uint32_t noun) {
    if (noun >= s.syntax.size() || s.words[noun].tag != WordClass::noun || s.covering(noun) != nullptr) return nullptr;
    std::optional<std::uint32_t> bearer = s.child(noun, Dependency::subject);
    if (s.syntax[noun].relation == Dependency::apposition && s.syntax[noun].head < noun) bearer = s.syntax[noun].head;
    const auto* whom = bearer && *bearer < noun ? s.covering(*bearer) : nullptr;
    if (whom == nullptr || whom->kind == MentionKind::adjective) return nullptr;
    using Kind = ReferenceWord::Kind;
    const auto& said = s.words[noun].lower;
    const bool fits = is_human(whom->type) ||  // "Georgia, a country which"
                      (whom->type == EntityType::country && s.lexicon.points_at(said, Kind::country)) ||
                      (whom->type == EntityType::institution && s.lexicon.points_at(said, Kind::institution));
    return fits ? whom : nullptr;
}

/// "the leader of the group, NAME", "the envoy in Oslo, NAME,": a person's name is said of the person, though the tree
/// sets it beside the group or the place.
const Mention* named_further_on(const SentenceView& s, std::uint32_t word) {
    constexpr std::uint32_t reach = 8;
    if (word >= s.syntax.size() || !person_noun(s, word)) return nullptr;
    for (const auto* mention : s.mentions) {
        if (mention->first < word + 3 || mention->first > word + reach || !is_human(mention->type)) continue;
        if (mention->kind != MentionKind::name || !s.is(mention->first - 1, ",")) continue;
        if (mention->last < s.size() && !s.words[mention->last].is_any({",", "."})) continue;
        const auto beside = s.syntax[mention->first].head;
        if (s.syntax[mention->first].relation != Dependency::apposition || beside == no_head || beside <= word)
            continue;
        const auto* inner = s.covering(beside);
        const bool person = (inner != nullptr && (is_human(inner->type) || inner->type == EntityType::group)) ||
                            (inner == nullptr && person_noun(s, beside));
        if (!person && below(s, beside, word)) return mention;
    }
    return nullptr;
}

/// "the UN mission in Oman", "an African Union observer mission", "the Omani side", "the office of President X": who
/// acts through them.
const Mention* acting_through(const SentenceView& s, std::uint32_t noun) {
    if (!s.words[noun].is_any({"mission", "delegation", "side", "leadership", "office", "secretariat", "presidency"}))
        return nullptr;
    const auto acts = [](const Mention* m) {
        return m != nullptr && (m->type == EntityType::institution || m->type == EntityType::country ||
                                (is_human(m->type) && m->kind == MentionKind::name));
    };
    if (s.is(noun + 1, "of") && !s.is(noun, "side"))
        if (const auto* behind = next_mention(s, noun + 2, 4); acts(behind)) return behind;
    auto i = noun;
    while (i > 0 && i + 3 > noun && s.covering(i - 1) == nullptr &&
           (s.words[i - 1].tag == WordClass::noun || s.words[i - 1].tag == WordClass::adjective || s.is(i - 1, "-")))
        --i;
    if (i > 1 && (s.is(i - 1, "'s") || s.is(i - 1, "'"))) --i;
    const auto* before = s.ending(i);
    return acts(before) ? before : nullptr;
}

}  // namespace

const Mention* mention_of_phrase(const SentenceView& s, std::uint32_t word) {
    const auto* around = s.covering(word);
    if (around != nullptr && around->kind == MentionKind::description && around->head + 1 == around->last)
        if (const auto* behind = s.starting(around->last);  // "Norwegian reporters X and Y"
            behind != nullptr && behind->first == around->last && is_human(behind->type) &&
            behind->kind == MentionKind::name)
            return behind;
    if (around != nullptr)
        if (const auto named = names_of_group(s, *around); !named.empty()) return named.front();
    if (around == nullptr || around->kind == MentionKind::holder)
        if (const auto* further = named_further_on(s, word)) return further;
    if (around != nullptr && around->kind != MentionKind::adjective) return around;
    if (const auto named = among_those(s, word); !named.empty()) return named.front();
    if (const auto* owner = s.owner_at(word)) return owner;  // "his decision to expel"
    for (std::uint32_t i = word + 1; i < s.syntax.size(); ++i) {
        if (s.syntax[i].head != word) continue;
        const bool apposition = s.syntax[i].relation == Dependency::apposition;
        const bool counted = s.syntax[i].relation == Dependency::noun_modifier && counting_word(s.words[word]);
        if (!apposition && !counted) continue;
        const auto* mention = s.covering(i);
        if (mention != nullptr && mention->kind != MentionKind::adjective) return mention;
    }
    if (const auto* other = noun_said_of(s, word)) return other;
    if (const auto* body = acting_through(s, word)) return body;
    if (around == nullptr)  // "dozens of them, including X"
        if (const auto named = listed_behind(s, word + 1); !named.empty()) return named.front();
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
    return s.words[word].is_any({"i", "we", "me"}) ? s.speaker : nullptr;
}

const Mention* bearer_of_state(const SentenceView& s, std::uint32_t be) {
    if (be >= s.syntax.size() || s.syntax[be].head == no_head || s.syntax[be].word_class != WordClass::auxiliary)
        return nullptr;
    auto who = s.child(s.syntax[be].head, Dependency::subject);
    if (!who) who = s.child(s.syntax[be].head, Dependency::passive_subject);
    if (!who || *who > be) return nullptr;
    const auto* mention = mention_of_phrase(s, *who);
    return mention != nullptr ? mention : first_person(s, *who);
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

}  // namespace chancery
