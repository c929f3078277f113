// Who holds an office: the name beside its title.
//
// Names stand right behind the phrase, across a comma or brackets, before a form of "be", or hang on it through a verb
// of office ("was appointed", "resigned as", "the appointment of NAME as"). The verb also tells whether the office is
// over.
#include "extract/mention/holders.hpp"

#include <algorithm>

namespace chancery {

namespace {

bool begins_office(const Word& word) {
    return word.is_any({"appointed",  "named",       "elected",   "reelected",  "nominated",    "inaugurated",
                        "chosen",     "picked",      "confirmed", "declared",   "proclaimed",   "appoint",
                        "appoints",   "names",       "name",      "elects",     "elect",        "nominates",
                        "nominate",   "appointment", "election",  "nomination", "inauguration", "selected",
                        "installed",  "promoted",    "sworn",     "naming",     "appointing",   "electing",
                        "designated", "reinstated",  "serves",    "serving",    "works",        "working",
                        "acts",       "acting",      "continues", "remain",     "remains",      "selection",
                        "office",     "oath"});
}

bool ends_office(const Word& word) {
    return word.is_any({"resigned",  "resigns",   "resign",   "resigning", "resignation", "served", "worked",
                        "quit",      "quits",     "ousted",   "removed",   "fired",       "sacked", "dismissed",
                        "dismissal", "removal",   "replaced", "stepped",   "deposed",     "ouster", "sacking",
                        "firing",    "suspended", "retired",  "stepping",  "departure",   "tenure", "stint"});
}

/// Words between a name and the verb of its clause.
bool between_name_and_verb(const Scan& scan, std::uint32_t i) {
    const auto& word = scan.words[i];
    return word.tag == WordClass::auxiliary || word.tag == WordClass::adverb ||
           word.word_class == WordClass::auxiliary ||
           word.is_any({"who", ",", "in", "down", "over", "up", "was", "has", "had", "been", "is", "later", "then"});
}

}  // namespace

std::uint32_t mention_ending(const Scan& scan, std::uint32_t last) {
    for (std::uint32_t m = 0; m < scan.mentions.size(); ++m)
        if (scan.mentions[m].last == last && scan.mentions[m].kind != MentionKind::description) return m;
    return no_mention;
}

std::uint32_t mention_starting(const Scan& scan, std::uint32_t first) {
    for (std::uint32_t m = 0; m < scan.mentions.size(); ++m)
        if (scan.mentions[m].first == first && scan.mentions[m].kind != MentionKind::description) return m;
    return no_mention;
}

bool person_name(const Scan& scan, std::uint32_t m) {
    return m != no_mention && is_human(scan.mentions[m].type) && scan.mentions[m].kind == MentionKind::name;
}

bool speaks_of_person(const Scan& scan, std::uint32_t m, const OfficePhrase& phrase) {
    if (person_name(scan, m)) return true;
    if (m == no_mention || phrase.body == no_mention || scan.mentions[m].kind != MentionKind::pronoun ||
        !is_human(scan.mentions[m].type))
        return false;
    const auto& word = scan.words[scan.mentions[m].first];
    if (!word.is_any({"he", "she"}) || word.head == no_head) return false;
    const auto clause = scan.words[word.head].link;  // "accusations that she was an agent" are somebody's
    return clause == Dependency::root || clause == Dependency::conjunct || clause == Dependency::adverb_clause;
}

namespace {

/// Past "Lt. Col.", "Air Chief Marshal", "General" and a given name put in ("[Barack]") before a name.
std::uint32_t past_ranks(const Scan& scan, std::uint32_t i) {
    if (scan.is(i, "[") && scan.is(i + 2, "]")) i += 3;
    for (int steps = 0; steps < 3 && i < scan.size() && mention_starting(scan, i) == no_mention; ++steps) {
        const auto* title = scan.title_at(i);
        const bool rank = title != nullptr && scan.lexicon.titles[title->title].relation == "commander_of";
        if (rank && scan.words[i].capital) {
            i = title->last;
        } else if (scan.honorific(i) || scan.is(i, "-")) {
            ++i;
        } else {
            break;
        }
    }
    return i;
}

}  // namespace

std::optional<Holder> holder_after(const Scan& scan, const TitleHit& hit, const OfficePhrase& phrase) {
    for (const auto end : {hit.last, phrase.last}) {
        auto i = past_ranks(scan, end);
        if (const auto m = i < scan.size() ? mention_starting(scan, i) : no_mention; person_name(scan, m))
            return Holder{m, "title-name", false};
        if (!scan.is(end, ",")) continue;
        const auto name = past_ranks(scan, end + 1);
        const auto m = name < scan.size() ? mention_starting(scan, name) : no_mention;
        const bool definite =
            phrase.body != no_mention || (hit.first > 0 && scan.is(hit.first - 1, "'s")) ||
            (phrase.first < hit.first && scan.words[phrase.first].is_any({"the", "his", "her", "its"}));
        if (!definite || !person_name(scan, m)) continue;
        const auto behind = scan.mentions[m].last;
        const bool closed = behind >= scan.size() || scan.words[behind].word_class == WordClass::punctuation ||
                            scan.words[behind].is_any({"and", "who"});
        const bool as = phrase.first > 0 && scan.is(phrase.first - 1, "as");
        auto open =
            as ? phrase.first - 1 : 0;  // "As president of Peru, NAME", "Now serving as president of Peru, NAME"
        while (open > 0 &&
               (scan.words[open - 1].tag == WordClass::adverb || scan.words[open - 1].lower.ends_with("ing")))
            --open;
        const bool opens = as && (open == 0 || scan.words[open - 1].word_class == WordClass::punctuation);
        const bool said = !as && scan.is(behind, "said");  // but "was replaced as president of Peru, NAME said"
        if (closed || opens || said) return Holder{m, "title-comma-name", false};
    }
    return std::nullopt;
}

std::optional<Holder> holder_before(const Scan& scan, const OfficePhrase& phrase) {
    if (phrase.first < 2) return std::nullopt;
    auto i = phrase.first;                                  // one past the word under inspection
    if (scan.words[i].all_caps && !scan.words.shouted()) {  // "NAME MP"
        const auto m = mention_ending(scan, i);
        if (person_name(scan, m)) return Holder{m, "name-title", false};
    }
    if (scan.is(i - 1, "(")) {
        const auto m = mention_ending(scan, i - 1);
        if (person_name(scan, m)) return Holder{m, "name-brackets-title", false};
    }
    if (scan.words[i - 1].is_any({"is", "was", "became", "as", "remains"}) && i > 1) {
        auto end = i - 1;
        if (end > 1 && scan.words[end - 1].is_any({"who", "also", "currently", "previously"})) --end;
        if (end > 1 && scan.is(end - 1, ",")) --end;
        const auto m = mention_ending(scan, end);
        if (speaks_of_person(scan, m, phrase) && !scan.is(i - 1, "as")) return Holder{m, "name-is-title", false};
        return std::nullopt;
    }
    if (scan.is(i - 1, "and") && i > 2) {
        for (std::uint32_t back = i - 1; back > 1 && i - back < 9; --back) {  // "NAME, founder of X and editor of Y"
            const auto m = scan.words[back - 1].is_any({",", "("}) ? mention_ending(scan, back - 1) : no_mention;
            if (person_name(scan, m)) return Holder{m, "apposition", false};
        }
        return std::nullopt;
    }
    if (!scan.is(i - 1, ",")) return std::nullopt;
    auto end = i - 1;
    if (end > 2 && scan.words[end - 1].word_class == WordClass::numeral && scan.is(end - 2, ",")) end -= 2;  // ", 43,"
    const auto m = mention_ending(scan, end);
    return person_name(scan, m) ? std::optional(Holder{m, "apposition", false}) : std::nullopt;
}

std::uint32_t successor(const Scan& scan, std::uint32_t predecessor) {
    auto i = predecessor;
    if (i > 2 && scan.is(i - 1, "from") && scan.is(i - 2, "over")) i -= 2;  // "took over from NAME"
    if (i == 0 || !scan.words[i - 1].is_any({"replaced", "succeeded", "succeeds", "replaces", "followed", "took"}))
        return no_mention;
    --i;
    if (i > 0 && scan.words[i - 1].is_any({"was", "been", "be"})) return no_mention;
    while (i > 0 && between_name_and_verb(scan, i - 1)) --i;
    const auto m = i > 0 ? mention_ending(scan, i) : no_mention;
    return person_name(scan, m) ? m : no_mention;
}

std::optional<Holder> holder_of_verb(const Scan& scan, const OfficePhrase& phrase) {
    auto i = phrase.first;
    const bool as = i > 0 && scan.is(i - 1, "as");
    if (as) --i;
    if (i == 0) return std::nullopt;
    if (const auto m = mention_ending(scan, i); person_name(scan, m)) {  // a verb or its noun before the name
        if (const auto heir = as ? successor(scan, scan.mentions[m].phrase) : no_mention; heir != no_mention)
            return Holder{heir, "office-verb", false};
        const auto first = scan.mentions[m].phrase;
        for (auto back = first; back > 0 && first - back < 5; --back) {
            const auto& word = scan.words[back - 1];
            if (begins_office(word)) return Holder{m, "office-verb", false};
            if (as && ends_office(word)) return Holder{m, "office-verb", true};
            if (word.word_class == WordClass::punctuation) break;
        }
        return std::nullopt;
    }
    if (i > 1 && scan.words[i - 1].is_any({"in", "down", "over"})) --i;
    const bool begins = begins_office(scan.words[i - 1]), ends = as && ends_office(scan.words[i - 1]);
    if (!begins && !ends) return std::nullopt;
    --i;
    if (scan.words[i].is_any({"office", "oath"})) {  // "took office as"
        if (i == 0 || !scan.words[i - 1].is_any({"took", "takes", "taking", "assumed", "entered"})) return std::nullopt;
        --i;
    }
    while (i > 0 && between_name_and_verb(scan, i - 1)) --i;
    const auto m = i > 0 ? mention_ending(scan, i) : no_mention;
    return speaks_of_person(scan, m, phrase) ? std::optional(Holder{m, "office-verb", ends}) : std::nullopt;
}

namespace {

/// The name that the verb of office at `verb` is said of: its subject, or what its relative clause hangs on.
std::uint32_t said_of(const Scan& scan, std::uint32_t verb) {
    for (std::uint32_t m = 0; m < scan.mentions.size(); ++m) {
        if (!person_name(scan, m)) continue;
        const auto& name = scan.mentions[m];
        for (auto i = name.first; i < name.last; ++i) {
            const bool subject = scan.words[i].head == verb && (scan.words[i].link == Dependency::subject ||
                                                                scan.words[i].link == Dependency::passive_subject);
            const bool antecedent = scan.words[verb].link == Dependency::relative_clause && scan.words[verb].head == i;
            if (subject || antecedent) return m;
        }
    }
    return no_mention;
}

bool only_planned(const Scan& scan, std::uint32_t from, std::uint32_t to) {
    for (auto i = from; i < to; ++i)
        if (scan.words[i].is_any(
                {"not", "n't", "never", "would", "will", "could", "may", "might", "should", "'ll", "to"}))
            return true;
    return false;
}

/// "X, a former judge, was appointed as rector of Y"; "X, who has been president of Y since 2019".
std::optional<Holder> holder_by_clause(const Scan& scan, const TitleHit& hit) {
    const auto title = hit.last - 1;
    auto verb = title;
    const bool clause = scan.words[title].link == Dependency::relative_clause;
    if (!clause) {
        verb = scan.words[title].head;
        const bool known = verb != no_head && verb < hit.first && begins_office(scan.words[verb]);
        if (!known) return std::nullopt;
    }
    const auto m = said_of(scan, verb);
    if (m == no_mention || scan.mentions[m].last > hit.first) return std::nullopt;
    if (only_planned(scan, scan.mentions[m].last, hit.first)) return std::nullopt;
    return Holder{m, clause ? "name-is-title" : "office-verb", false};
}

}  // namespace

std::optional<Holder> holder_in_tree(const Scan& scan, const TitleHit& hit) {
    const auto title = hit.last - 1;
    for (std::uint32_t m = 0; m < scan.mentions.size(); ++m) {
        if (!person_name(scan, m)) continue;
        const auto& name = scan.mentions[m];
        auto head = name.first;
        for (auto i = name.first; i < name.last; ++i)
            if (scan.words[i].head == no_head || scan.words[i].head < name.first || scan.words[i].head >= name.last)
                head = i;
        const bool inside = scan.words[title].head >= name.first && scan.words[title].head < name.last;
        if (inside && scan.words[title].link == Dependency::apposition) return Holder{m, "apposition", false};
        if (scan.words[head].head != title) continue;
        const bool joined = scan.words[head].link == Dependency::apposition ||
                            (scan.words[head].link == Dependency::other && name.first >= hit.last);
        if (joined) return Holder{m, "apposition", false};
        if (scan.words[head].link != Dependency::subject || name.last > hit.first) continue;
        const bool asserted = std::none_of(
            scan.words.all().begin() + name.last, scan.words.all().begin() + hit.first, [](const Word& word) {
                return word.is_any({"not", "n't", "never", "would", "will", "could", "may", "might", "should", "'ll"});
            });
        if (asserted) return Holder{m, "name-is-title", false};
    }
    return holder_by_clause(scan, hit);
}

}  // namespace chancery
