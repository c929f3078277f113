// Joins titles with their holders and bodies: "Kremlin spokesman Dmitry Peskov", "Maren Holt, a spokeswoman for the
// ministry,", "the outlet's head, Igor K.", "X is the mayor of Y".
//
// First the body is looked for at both sides of the title ("Russian Foreign Ministry spokesperson", "ambassador of
// Norway to Georgia"). That gives the edges of the whole noun phrase. Then the holder is the name right behind the
// phrase, or the name before it across a comma, an age, or a form of "be".
//
// A title with a body and no name is an unnamed holder. It becomes a mention of its own; the entity step joins it with
// the holder if the article names one for the same office and body.
#include "extract/mention/offices.hpp"

#include <optional>

namespace chancery {

namespace {

/// What stands around one title.
struct Phrase {
    std::uint32_t first = 0, last = 0;  ///< the noun phrase without the holder's name
    std::uint32_t body = no_mention, to = no_mention;
};

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

bool body_like(const Mention& mention) {
    return !is_human(mention.type) || mention.kind == MentionKind::name;
}

bool plain_adjective(const Scan& scan, std::uint32_t i) {
    const auto& word = scan.words[i];
    if (word.word_class == WordClass::punctuation || word.capital) return false;
    if (word.word_class == WordClass::numeral || scan.lexicon.modifiers.contains(word.lower)) return true;
    const bool verb_like = word.lower.ends_with("ed") || (word.lower.ends_with("s") && !word.lower.ends_with("ous"));
    return !verb_like && !scan.lexicon.function_words.contains(word.lower);
}

/// Body and determiner before the title: "the Russian Foreign Ministry's former", "his", "an Egypt".
void look_left(const Scan& scan, Phrase& phrase) {
    for (int steps = 0; phrase.first > 0 && steps < 4; ++steps) {
        auto end = phrase.first;
        const bool possessive = scan.is(end - 1, "'s") || scan.is(end - 1, "'");
        if (possessive) --end;
        const auto m = end > 0 ? mention_ending(scan, end) : no_mention;
        if (m != no_mention && body_like(scan.mentions[m]) && (possessive || !is_human(scan.mentions[m].type))) {
            if (phrase.body == no_mention) phrase.body = m;
            phrase.first = scan.mentions[m].first;
            continue;
        }
        if (scan.is(end - 1, "-") || possessive || !plain_adjective(scan, phrase.first - 1)) break;
        --phrase.first;
    }
    while (phrase.first > 0 && scan.words[phrase.first - 1].is_any({"the", "a", "an", "his", "her", "its", "their"}))
        --phrase.first;
}

/// Body after the title: "for the ministry", "of Norway to Georgia", "at Bremen University".
void look_right(const Scan& scan, const Title& title, Phrase& phrase) {
    for (int round = 0; round < 2; ++round) {
        auto i = phrase.last;
        if (i + 1 >= scan.size() || !scan.words[i].is_any({"of", "for", "to", "at", "in", "with"})) return;
        const bool receiving = scan.is(i, "to") && title.relation != "adviser_to";
        ++i;
        while (i < scan.size() && (scan.words[i].is_any({"the", "a", "an"}) ||
                                   (plain_adjective(scan, i) && !scan.words[i].lower.ends_with("ing") &&
                                    scan.words[i].word_class != WordClass::numeral && i < phrase.last + 3)))
            ++i;
        const auto m = i < scan.size() ? mention_starting(scan, i) : no_mention;
        if (m == no_mention || scan.mentions[m].kind == MentionKind::pronoun) return;
        const bool modifies = scan.mentions[m].kind == MentionKind::adjective && scan.mentions[m].last < scan.size() &&
                              scan.words[scan.mentions[m].last].word_class != WordClass::punctuation;
        if (modifies) return;  // "head of a Russian bank"
        const bool envoy = title.relation == "ambassador_of" || title.relation == "diplomat_of";
        if (receiving && envoy) {
            phrase.to = m;
        } else if (receiving) {
            return;
        } else if (scan.is(phrase.last, "in") && scan.mentions[m].type == EntityType::place && title.scope != "place") {
            phrase.last = scan.mentions[m].last;
            continue;
        } else if (phrase.body == no_mention || scan.mentions[phrase.body].type != EntityType::institution) {
            phrase.body = m;
        }
        phrase.last = scan.mentions[m].last;
        if (scan.is(phrase.last, "'s")) return;
    }
}

/// "President Ana Rojas of Chile": the country behind the name.
std::uint32_t country_behind(const Scan& scan, std::uint32_t last) {
    if (!scan.is(last, "of") || last + 1 >= scan.size()) return no_mention;
    const auto m = mention_starting(scan, last + (scan.is(last + 1, "the") ? 2 : 1));
    return m != no_mention && scan.mentions[m].type == EntityType::country && scan.mentions[m].kind == MentionKind::name
               ? m
               : no_mention;
}

/// "its president", "president of the guild": an owner is named, but it is no mention.
bool owner_unknown(const Scan& scan, const TitleHit& hit, const Phrase& phrase) {
    if (hit.last < scan.size() && scan.words[hit.last].is_any({"of", "for", "at"})) return true;
    for (auto i = phrase.first; i < hit.first; ++i)
        if (scan.words[i].is_any({"its", "his", "her", "their"})) return true;
    return hit.first > 0 && scan.is(hit.first - 1, "'s");
}

struct Holder {
    std::uint32_t mention = no_mention;
    const char* construction = "";
};

bool person_name(const Scan& scan, std::uint32_t m) {
    return m != no_mention && is_human(scan.mentions[m].type) && scan.mentions[m].kind == MentionKind::name;
}

std::optional<Holder> holder_after(const Scan& scan, const TitleHit& hit, const Phrase& phrase) {
    for (const auto end : {hit.last, phrase.last}) {
        auto i = end;
        if (i < scan.size() && scan.lexicon.honorifics.contains(scan.words[i].lower)) ++i;
        if (const auto m = i < scan.size() ? mention_starting(scan, i) : no_mention; person_name(scan, m))
            return Holder{m, "title-name"};
        if (!scan.is(end, ",")) continue;
        const auto m = end + 1 < scan.size() ? mention_starting(scan, end + 1) : no_mention;
        const bool definite =
            phrase.body != no_mention ||
            (phrase.first < hit.first && scan.words[phrase.first].is_any({"the", "his", "her", "its"}));
        const bool closed =
            person_name(scan, m) && (scan.mentions[m].last >= scan.size() ||
                                     scan.words[scan.mentions[m].last].word_class == WordClass::punctuation ||
                                     scan.words[scan.mentions[m].last].is_any({"and", "who", "said"}));
        if (definite && closed) return Holder{m, "title-comma-name"};
    }
    return std::nullopt;
}

std::optional<Holder> holder_before(const Scan& scan, const Phrase& phrase) {
    if (phrase.first < 2) return std::nullopt;
    auto i = phrase.first;  // one past the word under inspection
    if (scan.is(i - 1, "(")) {
        const auto m = mention_ending(scan, i - 1);
        if (person_name(scan, m)) return Holder{m, "name-brackets-title"};
    }
    if (scan.words[i - 1].is_any({"is", "was", "became", "as", "remains"}) && i > 1) {
        auto end = i - 1;
        if (end > 1 && scan.words[end - 1].is_any({"who", "also", "currently", "previously"})) --end;
        if (end > 1 && scan.is(end - 1, ",")) --end;
        const auto m = mention_ending(scan, end);
        if (person_name(scan, m) && !scan.is(i - 1, "as")) return Holder{m, "name-is-title"};
        return std::nullopt;
    }
    if (scan.is(i - 1, "and") && i > 2) {
        for (std::uint32_t back = i - 1; back > 1 && i - back < 9; --back) {  // "NAME, founder of X and editor of Y"
            const auto m = scan.is(back - 1, ",") ? mention_ending(scan, back - 1) : no_mention;
            if (person_name(scan, m)) return Holder{m, "apposition"};
        }
        return std::nullopt;
    }
    if (!scan.is(i - 1, ",")) return std::nullopt;
    auto end = i - 1;
    if (end > 2 && scan.words[end - 1].word_class == WordClass::numeral && scan.is(end - 2, ",")) end -= 2;  // ", 43,"
    const auto m = mention_ending(scan, end);
    return person_name(scan, m) ? std::optional(Holder{m, "apposition"}) : std::nullopt;
}

std::uint32_t add_holder(Scan& scan, const TitleHit& hit, const Phrase& phrase) {
    const auto country = scan.mentions[phrase.body].country;
    auto& mention = scan.add(hit.first, hit.last, EntityType::official, MentionKind::holder);
    mention.phrase = phrase.first;
    mention.country = country;
    mention.core = scan.lexicon.titles[hit.title].text;
    return static_cast<std::uint32_t>(scan.mentions.size() - 1);
}

}  // namespace

std::vector<Office> find_offices(Scan& scan) {
    std::vector<Office> offices;
    for (const auto& hit : scan.titles) {
        if (scan.taken[hit.core]) continue;  // "President" inside the name of a body
        const auto& title = scan.lexicon.titles[hit.title];
        Phrase phrase{hit.first, hit.last, no_mention, no_mention};
        look_left(scan, phrase);
        look_right(scan, title, phrase);
        auto holder = holder_after(scan, hit, phrase);
        if (!holder) holder = holder_before(scan, phrase);
        if (!holder) {
            const bool public_office = title.human == Title::Human::official && !title.relation.empty();
            if (!public_office || phrase.body == no_mention || is_human(scan.mentions[phrase.body].type) ||
                scan.mentions[phrase.body].type == EntityType::place)
                continue;
            holder = Holder{add_holder(scan, hit, phrase), "holder"};
        }
        if (phrase.body == no_mention) phrase.body = country_behind(scan, scan.mentions[holder->mention].last);
        Office office{holder->mention,      phrase.body, hit.title, scan.sentence, scan.words.span(hit.first, hit.last),
                      holder->construction, {},          phrase.to, hit.former,    hit.deputy};
        if (phrase.to != no_mention) office.to = scan.mentions[phrase.to].country;
        office.owned = phrase.body == no_mention && owner_unknown(scan, hit, phrase);
        auto& mention = scan.mentions[holder->mention];
        mention.phrase = std::min(mention.phrase, phrase.first);
        offices.push_back(std::move(office));
    }
    return offices;
}

}  // namespace chancery
