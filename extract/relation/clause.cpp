// Finds the ends of a verb by word order: who stands before it, what stands behind it.
//
// English news keeps subject, verb and object close, so the search looks at few things: what joins the verb to the
// words before it (a relative pronoun, "to", "and"), which noun phrases hang on a preposition (they are no subjects),
// and where the clause begins.
//
// These are approximations that a parse tree will replace behind the same functions; each gives nothing rather than a
// far-fetched answer.
#include "extract/relation/clause.hpp"

#include <algorithm>

#include "extract/relation/frame.hpp"
#include "extract/relation/lists.hpp"
#include "extract/relation/shapes.hpp"

namespace chancery {

bool personal_pronoun(const Word& word) {
    return word.is_any({"he", "she", "it", "they", "we", "i", "you"});
}

bool form_of_be(const Word& word) {
    return word.is_any({"be", "is", "are", "was", "were", "been", "being", "'re", "get", "gets", "got", "getting"});
}

namespace {

bool opens_clause(const SentenceView& s, std::uint32_t i) {
    const auto& word = s.words[i];
    if (s.word_class(i) == WordClass::subordinator) return true;
    if (word.is_any({";", ":", "--", "\xe2\x80\x94", "\xe2\x80\x93", "that", "after", "before", "\"", "\xe2\x80\x9c",
                     "\xe2\x80\x9d"})) {
        if (word.is_any({"after", "before"})) return i + 1 < s.size() && s.starting(i + 1) != nullptr;
        return !(word.is("that") && i > 0 && s.covering(i - 1) != nullptr);  // the relative "that" belongs to its noun
    }
    return s.says(i);
}

bool hangs_on_preposition(const SentenceView& s, const Mention& mention) {
    auto i = mention.phrase;
    while (i > 0 && !s.is(i - 1, "that") &&
           (s.word_class(i - 1) == WordClass::determiner || s.word_class(i - 1) == WordClass::numeral ||
            (s.word_class(i - 1) == WordClass::other && !s.words[i - 1].capital && s.covering(i - 1) == nullptr &&
             mention.phrase - i < 3 && !s.says(i - 1))))
        --i;
    return i > 0 && s.word_class(i - 1) == WordClass::preposition;
}

/// Part of another noun phrase: an adjective, a possessor, a name inside a wider mention.
bool modifier(const SentenceView& s, const Mention& mention) {
    if (mention.kind == MentionKind::adjective) return true;
    if (mention.last < s.size() && (s.is(mention.last, "'s") || s.is(mention.last, "'"))) return true;
    return std::any_of(s.mentions.begin(), s.mentions.end(), [&](const Mention* other) {
        return other != &mention && other->phrase <= mention.first && mention.last <= other->last &&
               other->last - other->phrase > mention.last - mention.first;
    });
}

/// First word of the names that a plural is spelled out in: "several states, including X and Y", "such as X".
std::optional<std::uint32_t> list_of_names(const SentenceView& s, std::uint32_t i) {
    auto at = s.is(i, ",") ? i + 1 : i;
    if (i == 0 || s.words[i - 1].tag != WordClass::noun || !s.words[i - 1].lower.ends_with("s")) return std::nullopt;
    if (s.is(at, "such") && s.is(at + 1, "as"))
        at += 2;
    else if (s.is_any(at, {"including", "notably", "namely"}))
        ++at;
    else
        return std::nullopt;
    at = s.past_determiners(at);
    return s.starting(at) != nullptr ? std::optional(at) : std::nullopt;
}

std::uint32_t past_helpers(const SentenceView& s, std::uint32_t verb) {
    auto i = verb;
    while (i > 0 && (s.auxiliary(i - 1) || s.adverb(i - 1)) && s.covering(i - 1) == nullptr) --i;
    return i;
}

const Mention* first_free(const SentenceView& s, std::uint32_t from, std::uint32_t to) {
    for (const auto* mention : s.mentions)
        if (mention->first >= from && mention->last <= to && !modifier(s, *mention) &&
            !hangs_on_preposition(s, *mention))
            return mention;
    return nullptr;
}

/// "was criticised for expelling", "faces charges of killing", "arrested X on suspicion of spying": who did what the
/// reaction at `word` answers; nobody when the word is none.
const Mention* earner(const SentenceView& s, std::uint32_t word) {
    if (word >= s.syntax.size() || s.lexicon.reactions.find(s.words[word].lower) == s.lexicon.reactions.end())
        return nullptr;
    const bool itself = s.syntax[word].word_class == WordClass::verb;
    const auto own = itself ? std::nullopt : s.child(word, Dependency::subject);
    if (own) return mention_of_phrase(s, *own);  // "is on trial for"
    const auto verb = itself ? word : s.syntax[word].head;
    const auto frame = verb == no_head ? std::nullopt : frame_of(s, verb);
    if (!frame || frame->subject == word) return nullptr;
    auto who = frame->passive ? frame->object : frame->subject;
    if (!frame->passive && !itself && frame->object && *frame->object != word) who = frame->object;
    return who ? mention_of_phrase(s, *who) : nullptr;
}

/// "Rather than sanction X, Y did nothing", "After resuming aid to X, Y closed": who opens the clause behind the comma
/// does what it is begun with.
const Mention* fronted_by(const SentenceView& s, std::uint32_t verb) {
    const bool gerund = verb == 1 && s.words[verb].lower.ends_with("ing") &&
                        s.words[0].is_any({"after", "before", "by", "since", "while", "despite", "in", "upon", "when"});
    const bool having = verb == 1 && s.is(0, "having");
    if (!gerund && !having && (verb != 2 || !s.is(0, "rather") || !s.is(1, "than"))) return nullptr;
    for (auto comma = verb + 1; comma + 1 < s.size(); ++comma) {
        if (!s.is(comma, ",")) continue;
        const auto* mention = s.starting(s.past_determiners(comma + 1));
        const bool acts = mention != nullptr && mention->last < s.size() &&
                          (s.words[mention->last].tag == WordClass::verb || s.auxiliary(mention->last));
        if (acts) return mention;
    }
    return nullptr;
}

}  // namespace

std::uint32_t clause_start(const SentenceView& s, std::uint32_t at) {
    for (auto i = at; i > 0; --i)
        if (opens_clause(s, i - 1)) return i;
    return 0;
}

std::optional<Charge> charge_of(const SentenceView& s, std::uint32_t verb) {
    if (!s.words[verb].lower.ends_with("ing")) return std::nullopt;
    auto left = verb;
    while (left > 0 && s.adverb(left - 1)) --left;
    if (left < 2 || !s.words[left - 1].is_any({"of", "for", "from", "with"})) return std::nullopt;
    if (s.is(left - 1, "with")) {  // "charged X with attacking"
        const auto* whom = s.ending(left - 1);
        const bool charged = whom != nullptr && whom->phrase > 0 &&
                             s.words[whom->phrase - 1].is_any({"charged", "charges", "charging", "charge"});
        return charged ? std::optional(Charge{whom, left - 1}) : std::nullopt;
    }
    const auto word = s.lexicon.charges.find(s.words[left - 2].lower);
    if (word != s.lexicon.charges.end() && word->second.own_gerund)
        return std::nullopt;  // nobody stands between: the gerund's subject is the sentence's
    const auto* between = s.ending(left - 1);
    return Charge{between != nullptr ? between : earner(s, left - 2), left - 1};
}

const Mention* subject_of(const SentenceView& s, std::uint32_t verb) {
    if (const auto charge = charge_of(s, verb)) return charge->doer;  // never the accuser
    const auto left = past_helpers(s, verb);
    if (left > 0 && s.words[left - 1].is_any({"who", "which", "that"})) {
        auto end = left - 1;
        if (end > 0 && s.is(end - 1, ",")) --end;
        const auto* antecedent = s.ending(end);
        if (antecedent != nullptr) return antecedent;
    }
    if (left > 1 && s.is(left - 1, "to")) {
        const auto* controlled = s.ending(left - 1);  // "urged Russia to release"
        if (controlled != nullptr && !hangs_on_preposition(s, *controlled)) return controlled;
    }
    const auto* adjacent = left > 0 ? s.ending(left) : nullptr;
    if (adjacent != nullptr && !modifier(s, *adjacent) && !hangs_on_preposition(s, *adjacent)) return adjacent;
    const auto start = clause_start(s, left);
    if (const auto* subject = first_free(s, start, left)) return subject;
    const bool joined = start > 0 && s.says(start - 1);  // "Moscow said it summoned", "..., accusing"
    if (joined) {
        const bool pronoun = start < s.size() && s.words[start].is_any({"it", "they"});
        const bool bare = left == start || pronoun;
        if (pronoun || bare) return first_free(s, clause_start(s, start - 1), start - 1);
    }
    if (const auto* later = fronted_by(s, verb)) return later;
    if (s.words[verb].lower.ends_with("ing") ||
        (left > 0 && s.words[left - 1].is_any({"and", "but", "then", ",", "to"})))
        return first_free(s, 0, left);
    return nullptr;
}

namespace {

/// The noun for a person that a name of a body modifies: "contractor" of "a NATO contractor".
std::optional<std::uint32_t> person_of_body(const SentenceView& s, const Mention& body) {
    if (body.kind != MentionKind::name || is_human(body.type) || s.syntax.empty()) return std::nullopt;
    const auto noun = s.syntax[head_word(s, body)].head;
    const bool behind = noun != no_head && noun >= body.last && noun < body.last + 3 && !s.is(body.last, "'s") &&
                        s.words[noun].tag == WordClass::noun && s.covering(noun) == nullptr &&
                        !s.lexicon.references.contains(s.words[noun].lower);
    if (!behind) return std::nullopt;
    std::vector<PhraseIndex::Hit> hits;
    s.lexicon.group_index.find(s.words.all(), noun, hits);
    const bool person =
        std::any_of(hits.begin(), hits.end(), [](const auto& hit) { return hit.length == 1 && (hit.value & 1U) == 0; });
    return person ? std::optional(noun) : std::nullopt;
}

}  // namespace

/// "a pro-Oman crowd", "anti-Oman slogans": Oman is not meant.
static bool behind_prefix(const SentenceView& s, const Mention& mention) {
    return mention.first > 1 && s.is(mention.first - 1, "-") && !s.words[mention.first].space_before &&
           s.words[mention.first - 2].is_any({"pro", "anti", "non", "ex"});
}

/// The name that ends the noun phrase which a country's adjective or a body's name opens: "the young American NAME",
/// "NSA whistleblower NAME", "Omani tech giant NAME". The mention itself when no name closes it.
static const Mention* closing_name(const SentenceView& s, const Mention& opening) {
    const bool adjective = opening.kind == MentionKind::adjective;
    if (!adjective && (opening.kind != MentionKind::name || opening.type != EntityType::institution)) return &opening;
    for (auto i = opening.last; i < s.size() && i < opening.last + 4; ++i) {
        if (const auto* name = s.starting(i)) {
            const bool meant = name->kind == MentionKind::name && name->entity != opening.entity &&
                               (is_human(name->type) || (adjective && name->type == EntityType::institution));
            return meant ? name : &opening;
        }
        const auto* city = adjective && s.is(i, "of") && i > opening.last ? s.starting(i + 1) : nullptr;
        if (city != nullptr && city->type == EntityType::place && s.lexicon.place_heads.contains(s.words[i - 1].lower))
            return city;                                      // "the Omani city of NAME"
        if (adjective && i > opening.last && s.is(i, ",")) {  // "the Omani minister, NAME,"
            const auto* holder = s.starting(i + 1);
            const bool closed = holder != nullptr && holder->kind == MentionKind::name && is_human(holder->type) &&
                                s.is(holder->last, ",");
            return closed ? holder : &opening;
        }
        const auto tag = s.words[i].tag;
        const bool inside = tag == WordClass::noun || tag == WordClass::adjective || tag == WordClass::proper;
        if (!inside || s.says(i)) return &opening;
    }
    return &opening;
}

ObjectPhrase object_of(const SentenceView& s, std::uint32_t from) {
    ObjectPhrase phrase;
    for (auto i = from; i < s.size() && i < from + 14; ++i) {
        const auto* mention = s.starting(i);
        if (mention != nullptr && s.is(mention->last, "-") && !s.words[mention->last].space_before &&
            mention->last + 1 < s.size() && s.words[mention->last + 1].lower.ends_with("ed")) {
            i = mention->last + 1;  // "the Oman-backed militia": Oman is not meant
            continue;
        }
        if (mention != nullptr && behind_prefix(s, *mention)) {
            i = mention->last - 1;
            continue;
        }
        if (const auto person = mention == nullptr ? std::nullopt : person_of_body(s, *mention)) {
            if (s.starting(*person + 1) == nullptr) return phrase;  // "a NATO contractor": NATO is not meant
            i = *person;
            continue;
        }
        if (mention != nullptr) {
            const bool owner =
                mention->last < s.size() && (s.is(mention->last, "'s") || mention->kind == MentionKind::adjective);
            if (owner &&
                mention->kind != MentionKind::adjective) {  // "Russia's ambassador": a mention behind may be the head
                const auto* head = mention->last + 1 < s.size() ? s.starting(mention->last + 1) : nullptr;
                if (head != nullptr && head->kind != MentionKind::adjective) mention = head;
            }
            phrase.mention = closing_name(s, *mention);
            return phrase;
        }
        if (const auto listed = list_of_names(s, i); listed && !phrase.nouns.empty()) {
            i = *listed - 1;
            continue;
        }
        const auto word_class = s.word_class(i);
        const auto& word = s.words[i];
        if (i > from && word.tag == WordClass::verb && !word.lower.ends_with("ing") && !word.lower.ends_with("ed"))
            return phrase;  // the next clause's verb
        if (word_class == WordClass::punctuation &&
            !word.is_any({"-", "\"", "'", "\xe2\x80\x9c", "\xe2\x80\x98", "\xe2\x80\x99"}))
            return phrase;
        if (word_class == WordClass::subordinator || word_class == WordClass::auxiliary ||
            word.is_any({"that", "who", "which"}))
            return phrase;
        if (word_class == WordClass::preposition) {
            if (!word.is_any({"of", "against", "by", "from", "with"})) return phrase;
            phrase.through_preposition = true;
        } else if (word_class == WordClass::other) {
            if (s.says(i)) return phrase;
            phrase.nouns.push_back(i);
        } else if (word_class == WordClass::pronoun) {
            return phrase;
        }
    }
    return phrase;
}

/// "met X, a former mayor of Riga; Y; and Z, an editor": a list whose names bring their own commas.
static std::vector<const Mention*> behind_semicolons(const SentenceView& s, const Mention& first) {
    std::vector<const Mention*> others;
    bool closed = false;
    for (auto i = first.last; i + 1 < s.size() && !closed; ++i) {
        if (s.words[i].tag == WordClass::verb && s.says(i)) break;
        if (!s.is(i, ";")) continue;
        closed = s.is(i + 1, "and");
        const auto* mention = s.starting(s.past_determiners(closed ? i + 2 : i + 1));
        const bool like = mention != nullptr && mention->kind == MentionKind::name &&
                          is_human(mention->type) == is_human(first.type) && mention->type != EntityType::place &&
                          (mention->last >= s.size() || s.words[mention->last].is_any({",", ";", ".", "("}));
        if (!like) return {};
        others.push_back(mention);
    }
    return closed ? others : std::vector<const Mention*>();
}

std::vector<const Mention*> and_others(const SentenceView& s, const Mention& first) {
    std::vector<const Mention*> others;
    for (const auto* twin : s.mentions)  // "both sides"
        if (first.twin && twin != &first && twin->twin && twin->first == first.first) others.push_back(twin);
    if (!others.empty()) return others;
    auto i = first.last;
    while (i + 1 < s.size() && others.size() < 8) {
        auto next = i;
        if (s.is(next, ",")) ++next;
        if (s.is(next, "and") || s.is(next, "or")) ++next;
        if (next == i) break;
        next = s.past_determiners(next);
        const auto* mention = s.starting(next);
        if (mention == nullptr || mention->kind == MentionKind::adjective || mention->type == EntityType::place) break;
        const bool says = mention->last < s.size() && s.says(mention->last);  // "expelled X, Y said"
        const bool clause = mention->last < s.size() && s.auxiliary(mention->last);
        if (says || (clause && !s.is(next - 1, ","))) break;
        if (is_human(mention->type) != is_human(first.type) &&
            !(mention->type == EntityType::group || first.type == EntityType::group))
            break;
        others.push_back(mention);
        i = mention->last;
    }
    if (others.empty() && first.type == EntityType::group) return listed_behind(s, first.last);
    if (others.empty()) return behind_semicolons(s, first);
    return others;
}

const Mention* by_agent(const SentenceView& s, std::uint32_t from) {
    for (auto i = from; i < s.size() && i < from + 12; ++i) {
        if (s.words[i].is_any({";", ":", "--", "that", "who", "which", "\xe2\x80\x94"}) || s.says(i)) return nullptr;
        if (!s.is(i, "by")) {
            const bool own = s.is(i + 1, "by") || s.is(i + 2, "by");  // "an attack carried out by X"
            if (i > from && s.words[i].tag == WordClass::verb && !own && !s.words[i].lower.ends_with("ing"))
                return nullptr;  // another clause's
            continue;
        }
        const auto* doer = object_of(s, i + 1).mention;
        for (auto at = i + 1; doer != nullptr && at < doer->first; ++at)  // "by a court investigating deeds against X"
            if (s.is(at, "against") || (s.words[at].tag == WordClass::verb && s.words[at].lower.ends_with("ing")))
                return nullptr;
        return doer;
    }
    return nullptr;
}

}  // namespace chancery
