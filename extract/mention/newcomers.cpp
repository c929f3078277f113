// One person without a name: "a prominent journalist", "another 24-year-old man", "the man".
//
// A report often opens with who somebody is and names him in the next sentences ("Police detained a journalist. Mara
// Kell, a journalist with ..."); others stay without a name, and what is done to them is told all the same. Who it is,
// if anybody known, is decided by extract/entity.
#include <algorithm>

#include "extract/mention/scan.hpp"

namespace chancery {

namespace {

using Hits = std::vector<PhraseIndex::Hit>;

bool one_word(const Hits& hits, bool plural) {
    return std::any_of(hits.begin(), hits.end(),
                       [&](const auto& hit) { return hit.length == 1 && ((hit.value & 1U) != 0) == plural; });
}

/// A noun for one person; "staff" and "personnel" are many.
bool singular(const Hits& hits) {
    return one_word(hits, false) && !one_word(hits, true);
}

/// "a Russian official": the state, see find_groups.
bool official(const Scan& scan, const Hits& groups) {
    return std::any_of(groups.begin(), groups.end(),
                       [&](const auto& hit) { return scan.lexicon.groups[hit.value / 2].hint == "state"; });
}

/// Speaks or acts for others: an office of state, a spokesman, a lawyer.
bool for_others(const Scan& scan, const Hits& titles) {
    return std::any_of(titles.begin(), titles.end(), [&](const auto& hit) {
        const auto& title = scan.lexicon.titles[hit.value / 2];
        return title.human == Title::Human::official ||
               !(title.relation.empty() || title.relation == "employee_of" || title.relation == "member_of" ||
                 title.relation == "commander_of");
    });
}

/// "a leader of the guild": what is done to him is done to it.
bool of_named(const Scan& scan, std::uint32_t behind) {
    if (behind >= scan.size() || !scan.words[behind].is_any({"of", "for", "from", "to"})) return false;
    for (auto i = behind + 1; i < scan.size() && i < behind + 5; ++i)
        if (scan.taken[i] != 0) return true;
    return false;
}

/// "a former NATO contractor", "a Roe aide": what is done to him may be done to whom he serves.
bool holds_name(const Scan& scan, std::uint32_t first, std::uint32_t noun) {
    return std::any_of(scan.mentions.begin(), scan.mentions.end(), [&](const Mention& mention) {
        return first <= mention.first && mention.last <= noun && mention.type != EntityType::country &&
               mention.type != EntityType::place;
    });
}

/// "a former general, NAME, as minister", "a man named NAME": the sentence names him.
bool named_here(const Scan& scan, std::uint32_t noun) {
    if (noun + 1 < scan.size() && scan.words[noun + 1].is_any({"named", "called", "identified", "known", "nicknamed"}))
        return true;
    return std::any_of(scan.mentions.begin(), scan.mentions.end(), [&](const Mention& mention) {
        if (!is_human(mention.type) || mention.kind != MentionKind::name || mention.first <= noun) return false;
        if (scan.is(noun + 1, ",") && mention.phrase <= noun + 3) return true;
        for (auto i = mention.first; i < mention.last; ++i)
            if (scan.words[i].head == noun && scan.words[i].link == Dependency::apposition) return true;
        return false;
    });
}

/// Who does something in the first sentences is nearly always named right after.
bool in_lead(const Scan& scan) {
    return scan.sentence < 5;
}

/// "a court", "a country": a body or state.
bool body_noun(const Scan& scan, std::uint32_t i) {
    const auto it = scan.lexicon.references.find(scan.words[i].lower);
    using Kind = ReferenceWord::Kind;
    return it != scan.lexicon.references.end() && it->second.kind != Kind::members &&
           it->second.kind != Kind::politician && it->second.kind != Kind::leader;
}

/// First word of "a prominent 24-year-old Turkish" before the noun; the noun itself when no such word is there.
std::uint32_t indefinite(const Scan& scan, std::uint32_t noun) {
    constexpr std::uint32_t reach = 9;
    for (auto i = noun; i > 0 && i + reach > noun; --i) {
        const auto& word = scan.words[i - 1];
        if (word.is_any({"a", "an", "another"})) return i - 1;
        const bool aged = i < noun && scan.is(i, "-") && word.word_class == WordClass::numeral;
        const bool modifier = word.tag == WordClass::adjective || word.tag == WordClass::noun ||
                              word.tag == WordClass::proper || word.is("-") || aged ||
                              (word.lower.ends_with("ed") && word.head == noun);
        if (!modifier) return noun;
    }
    return noun;
}

/// Takes part in what a verb or the noun of a deed tells.
bool argument(const Scan& scan, std::uint32_t first, std::uint32_t noun) {
    switch (scan.words[noun].link) {
        case Dependency::subject:
        case Dependency::passive_subject:
        case Dependency::object:
        case Dependency::agent:
            return true;
        case Dependency::conjunct:
        case Dependency::noun_modifier:
        case Dependency::oblique:
            return first == 0 || !scan.words[first - 1].is_any({"as", "like", "than"});  // "worked as a driver"
        default:
            return false;
    }
}

/// "called him a liar", "became a teacher": what is said of somebody, not somebody.
bool said_of_another(const Scan& scan, std::uint32_t noun) {
    const auto verb = scan.words[noun].head;
    return verb != no_head && scan.words[noun].link == Dependency::object &&
           scan.words[verb].is_any({"called",  "call",   "calls",  "calling",    "named",     "labelled", "labeled",
                                    "branded", "became", "become", "becomes",    "becoming",  "remained", "remains",
                                    "made",    "make",   "makes",  "considered", "considers", "has",      "have",
                                    "had",     "termed", "dubbed", "declared",   "needs",     "need",     "wants"});
}

}  // namespace

void find_newcomers(Scan& scan) {
    if (scan.words.shouted() || scan.words.title_case()) return;
    Hits groups, titles;
    for (std::uint32_t i = 1; i < scan.size(); ++i) {
        const auto& word = scan.words[i];
        if (scan.taken[i] != 0 || word.capital || word.tag != WordClass::noun) continue;
        const auto first = scan.is(i - 1, "the") ? i - 1 : indefinite(scan, i);
        if (first == i || !argument(scan, first, i)) continue;
        groups.clear();
        titles.clear();
        scan.lexicon.group_index.find(scan.words.all(), i, groups);
        scan.lexicon.title_index.find(scan.words.all(), i, titles);
        if ((!singular(groups) && !singular(titles)) || said_of_another(scan, i)) continue;
        const bool more = i + 1 < scan.size() && (scan.is(i + 1, "-") || scan.words[i + 1].tag == WordClass::noun ||
                                                  scan.words[i + 1].tag == WordClass::proper);
        if (more) continue;  // "an opposition leader NAME", "a journalist visa"
        const bool acts = word.link == Dependency::subject || word.link == Dependency::agent;
        const bool aside = scan.is(i + 1, ",") && scan.is(i + 2, "who");  // somebody to be named
        const bool named_soon = (acts && (aside || in_lead(scan) || for_others(scan, titles))) ||
                                (word.link == Dependency::passive_subject && singular(titles));
        const bool nameless = singular(groups) && !official(scan, groups) && !body_noun(scan, i) && !named_soon &&
                              !of_named(scan, i + 1) && !holds_name(scan, first, i) && !named_here(scan, i);
        const bool tied = scan.is(i + 1, "of") || scan.is(i + 1, "for");
        if (!nameless && (scan.is(first, "the") || (tied && !(acts && of_named(scan, i + 1))))) continue;
        auto& mention = scan.add(i, i + 1, EntityType::person, MentionKind::pronoun);
        mention.phrase = first;
        mention.head = nameless ? i : 0;
        mention.core = word.lower;
    }
}

}  // namespace chancery
