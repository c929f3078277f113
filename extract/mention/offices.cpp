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

#include <algorithm>
#include <array>
#include <utility>

#include "extract/mention/holders.hpp"

namespace chancery {

namespace {

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
void look_left(const Scan& scan, OfficePhrase& phrase) {
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

/// The mention that begins at `i` past determiners and adjectives; past "Vienna-based" and "Ukraine's" to what they
/// narrow.
std::uint32_t body_from(const Scan& scan, std::uint32_t i, bool of_people = false) {
    const auto limit = i + 4;
    for (; i < scan.size() && i <= limit; ++i) {
        const auto m = mention_starting(scan, i);
        if (m == no_mention) {
            const bool skipped = scan.words[i].is_any({"the", "a", "an", "its"}) ||
                                 (of_people && (scan.in_title[i] != 0 || scan.honorific(i))) ||
                                 (plain_adjective(scan, i) && scan.words[i].word_class != WordClass::numeral &&
                                  !scan.words[i].lower.ends_with("ing"));
            if (!skipped) return no_mention;
            continue;
        }
        const auto last = scan.mentions[m].last;
        const bool based = scan.is(last, "-") && scan.is(last + 1, "based");
        const bool owner = scan.is(last, "'s") && scan.mentions[m].type != EntityType::institution;
        if (!based && !owner) return m;
        const auto inner = body_from(scan, last + (based ? 2 : 1));
        return inner == no_mention && owner ? m : inner;
    }
    return no_mention;
}

/// Body after the title: "for the ministry", "of Norway to Georgia", "at Bremen University".
void look_right(const Scan& scan, const Title& title, OfficePhrase& phrase) {
    for (int round = 0; round < 2; ++round) {
        const auto at = phrase.last;
        if (at + 1 >= scan.size() || !scan.words[at].is_any({"of", "for", "to", "at", "in", "with"})) return;
        const bool receiving = scan.is(at, "to") && title.relation != "adviser_to";
        const bool of_people = title.relation == "adviser_to" || title.relation == "lawyer_of" ||
                               title.relation == "spokesperson_of";  // "spokesman for Governor X"
        const auto m = body_from(scan, at + 1, of_people);
        if (m == no_mention || scan.mentions[m].kind == MentionKind::pronoun) return;
        const auto& found = scan.mentions[m];
        const bool modifies = found.kind == MentionKind::adjective && found.last < scan.size() &&
                              scan.words[found.last].word_class != WordClass::punctuation;
        if (modifies) return;  // "head of a Russian bank"
        const bool envoy = title.relation == "ambassador_of" || title.relation == "diplomat_of";
        if ((receiving || scan.is(at, "in")) && envoy) {
            phrase.to = m;
        } else if (receiving) {
            return;
        } else if (scan.is(at, "in") && found.type == EntityType::place && title.scope != "place") {
            phrase.last = found.last;
            continue;
        } else if (phrase.body == no_mention || scan.mentions[phrase.body].type != EntityType::institution) {
            phrase.body = m;
        }
        phrase.last = found.last;
        if (scan.is(phrase.last, "'s")) return;
    }
}

/// "President Ana Rojas of Chile", "Senator A of the U.S. Senate": the country or body behind the name.
std::uint32_t body_behind(const Scan& scan, const Title& title, std::uint32_t last) {
    if (last + 1 >= scan.size() || !scan.words[last].is_any({"of", "from", "at", "with"})) return no_mention;
    const auto m = body_from(scan, last + 1);
    if (m == no_mention || scan.mentions[m].kind != MentionKind::name) return no_mention;
    const auto type = scan.mentions[m].type;
    if (type == EntityType::country) return scan.is(last, "of") ? m : no_mention;
    if (type == EntityType::place) return title.scope == "place" && scan.is(last, "of") ? m : no_mention;
    return type == EntityType::institution && title.scope != "country" ? m : no_mention;
}

/// "its editor", "the outlet's head", "company founder": said of the body named before.
bool owner_before(const Scan& scan, const TitleHit& hit, const OfficePhrase& phrase) {
    const auto kind = [&](std::uint32_t i) {
        return scan.words[i].is_any({"company", "party",      "group",    "movement",  "organisation", "organization",
                                     "outlet",  "agency",     "bank",     "newspaper", "club",         "union",
                                     "channel", "network",    "firm",     "station",   "broadcaster",  "foundation",
                                     "airline", "university", "ministry", "militia"});
    };
    for (auto i = phrase.first; i <= hit.first; ++i)
        if (scan.words[i].is_any({"its", "their"}) ||
            (i > 0 && i == phrase.first && scan.words[i - 1].is_any({"its", "their"})))
            return true;
    if (hit.first > 0 && kind(hit.first - 1)) return true;
    return hit.first > 1 && scan.is(hit.first - 1, "'s") && kind(hit.first - 2);
}

/// "its president", "president of the guild": an owner is named, but it is no mention.
bool owner_unknown(const Scan& scan, const TitleHit& hit, const OfficePhrase& phrase) {
    if (hit.last < scan.size() && scan.words[hit.last].is_any({"of", "for", "at"})) return true;
    for (auto i = phrase.first; i < hit.first; ++i)
        if (scan.words[i].is_any({"its", "his", "her", "their"})) return true;
    return hit.first > 0 && scan.is(hit.first - 1, "'s");
}

std::uint32_t add_holder(Scan& scan, const TitleHit& hit, const OfficePhrase& phrase) {
    const auto country = scan.mentions[phrase.body].country;
    auto& mention = scan.add(hit.first, hit.last, EntityType::official, MentionKind::holder);
    mention.phrase = phrase.first;
    mention.country = country;
    mention.core = scan.lexicon.titles[hit.title].text;
    return static_cast<std::uint32_t>(scan.mentions.size() - 1);
}

/// "Family and Social Policies Minister", "Minister of Emigration and Egyptian Expatriates Affairs": the ministry that
/// a title no lexicon knows speaks of. Takes the words in.
std::string ministry_in(const Scan& scan, const Title& title, TitleHit& hit) {
    if (title.text != "minister" && title.text != "deputy minister") return {};
    const auto part = [&](std::uint32_t i) {
        return i < scan.size() && scan.words[i].capital && scan.words[i].word_class != WordClass::punctuation &&
               scan.name_at(i) == nullptr && !scan.lexicon.modifiers.contains(scan.words[i].lower);
    };
    const bool written_large = scan.words[hit.last - 1].capital;
    if (written_large && scan.is(hit.last, "of") && part(hit.last + 1)) {
        auto end = hit.last + 1;
        while (part(end) || (scan.words[std::min(end, scan.size() - 1)].is_any({"and", "&"}) && part(end + 1)) ||
               (end + 1 < scan.size() && scan.words[end].capital && scan.is(end + 1, "affairs")))
            ++end;
        auto ministry = "Ministry of " + scan.text(hit.last + 1, end);
        hit.last = end;
        return ministry;
    }
    auto first = hit.core;
    while (first > 0 && (part(first - 1) || (first > 1 && scan.words[first - 1].is_any({"and", "&", ","}) &&
                                             part(first - 2) && first < hit.core)))
        --first;
    while (first < hit.core &&
           (!scan.words[first].capital || (scan.words[first].initial && scan.lexicon.common(scan.words[first].lower) &&
                                           scan.words[first].tag == WordClass::determiner)))
        ++first;
    if (first == hit.core) return {};
    auto ministry = scan.text(first, hit.core) + " Ministry";
    hit.first = std::min(hit.first, first);
    return ministry;
}

/// "defence minister" speaks of a Defence Ministry, "defense minister" of a Defense Ministry.
std::string spelled_as(const Scan& scan, const TitleHit& hit, std::string ministry) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 2> spellings = {
        {{"Defense", "Defence"}, {"Labor", "Labour"}}};
    const auto written = fold(scan.text(hit.first, hit.last));
    for (const auto& [american, british] : spellings)
        if (const auto at = ministry.find(american);
            at != std::string::npos && written.find(fold(british)) != std::string::npos)
            ministry.replace(at, american.size(), british);
    return ministry;
}

class OfficeFinder {
  public:
    explicit OfficeFinder(Scan& scan) : scan_(scan) {}

    std::vector<Office> run() {
        for (const auto& hit : scan_.titles)
            if (!scan_.taken[hit.core]) read(hit);  // else "President" inside the name of a body
        return std::move(offices_);
    }

  private:
    void read(TitleHit hit) {
        const auto& title = scan_.lexicon.titles[hit.title];
        const auto ministry = ministry_in(scan_, title, hit);
        OfficePhrase phrase{hit.first, hit.last, no_mention, no_mention};
        look_left(scan_, phrase);
        look_right(scan_, title, phrase);
        if (phrase.body == no_mention && scan_.is(hit.last, "and"))  // "founder and chairman of X"
            if (const auto* next = scan_.title_at(hit.last + 1); next != nullptr) {
                OfficePhrase joined{next->first, next->last, no_mention, no_mention};
                look_right(scan_, scan_.lexicon.titles[next->title], joined);
                phrase.body = joined.body;
            }
        auto holder = holder_after(scan_, hit, phrase);
        if (!holder) holder = holder_before(scan_, phrase);
        if (!holder && !hit.plural) holder = holder_of_verb(scan_, phrase);
        if (!holder) holder = holder_in_tree(scan_, hit);
        if (!holder) {
            const bool public_office = title.human == Title::Human::official && !title.relation.empty() && !hit.plural;
            if (!public_office || phrase.body == no_mention || is_human(scan_.mentions[phrase.body].type) ||
                scan_.mentions[phrase.body].type == EntityType::place)
                return;
            holder = Holder{add_holder(scan_, hit, phrase), "holder", false};
        }
        if (hit.shadow) {  // an office that is not held; the party before it is
            scan_.mentions[holder->mention].type = EntityType::official;
            if (phrase.body == no_mention || scan_.mentions[phrase.body].type != EntityType::institution) return;
        }
        add(hit, phrase, *holder, ministry);
        if (hit.plural) others(hit, phrase, holder->mention, ministry);
        predecessors(hit, phrase, holder->mention, ministry);
    }

    /// "as foreign minister to replace NAME", "president, replacing NAME": who held it before.
    void predecessors(TitleHit hit, const OfficePhrase& phrase, std::uint32_t holder, const std::string& ministry) {
        auto i = std::max(phrase.last, hit.last);
        if (scan_.mentions[holder].first == i) i = scan_.mentions[holder].last;
        if (scan_.is(i, ",")) ++i;
        if (scan_.is(i, "to") || scan_.is(i, "and")) ++i;
        if (i >= scan_.size() || !scan_.words[i].is_any({"replace", "replaced", "replacing", "replaces", "succeed",
                                                         "succeeding", "succeeded", "succeeds"}))
            return;
        ++i;
        if (i < scan_.size() && scan_.honorific(i)) ++i;
        const auto m = i < scan_.size() ? mention_starting(scan_, i) : no_mention;
        if (!person_name(scan_, m) || m == holder) return;
        add(hit, phrase, {m, "predecessor", true}, ministry);
    }

    void add(const TitleHit& hit, OfficePhrase phrase, const Holder& holder, const std::string& ministry) {
        const auto& title = scan_.lexicon.titles[hit.title];
        const auto behind = body_behind(scan_, title, scan_.mentions[holder.mention].last);
        const bool narrower = behind != no_mention && phrase.body != no_mention && title.scope != "country" &&
                              scan_.mentions[phrase.body].type == EntityType::country &&
                              scan_.mentions[behind].type != EntityType::country;
        if (phrase.body == no_mention || narrower) phrase.body = behind;
        Office office;
        office.holder = holder.mention;
        office.body = phrase.body;
        office.title = hit.title;
        office.sentence = scan_.sentence;
        office.where = scan_.words.span(hit.first, hit.last);
        office.construction = holder.construction;
        office.ministry = ministry.empty() ? spelled_as(scan_, hit, title.ministry) : ministry;
        office.to_mention = phrase.to;
        if (phrase.to != no_mention) office.to = scan_.mentions[phrase.to].country;
        office.former = hit.former || holder.former;
        office.deputy = hit.deputy;
        office.owner_before = phrase.body == no_mention && title.scope != "country" && owner_before(scan_, hit, phrase);
        office.owned = phrase.body == no_mention && owner_unknown(scan_, hit, phrase);
        auto& mention = scan_.mentions[holder.mention];
        if (mention.first >= phrase.first) mention.phrase = std::min(mention.phrase, phrase.first);
        offices_.push_back(std::move(office));
    }

    /// "Presidents A of X and B of Y": the names that follow share the title, not the country.
    void others(const TitleHit& hit, const OfficePhrase& phrase, std::uint32_t first, const std::string& ministry) {
        auto last = scan_.mentions[first].last;
        for (;;) {
            const auto body = body_behind(scan_, scan_.lexicon.titles[hit.title], last);
            if (body != no_mention) last = scan_.mentions[body].last;
            if (scan_.is(last, ",")) ++last;
            if (scan_.is(last, "and") || scan_.is(last, "or")) ++last;
            const auto next = last < scan_.size() ? mention_starting(scan_, last) : no_mention;
            if (!person_name(scan_, next)) return;
            add(hit, {phrase.first, phrase.last, phrase.body, phrase.to}, {next, "titles-names", false}, ministry);
            last = scan_.mentions[next].last;
        }
    }

    Scan& scan_;
    std::vector<Office> offices_;
};

}  // namespace

std::vector<Office> find_offices(Scan& scan) {
    return OfficeFinder(scan).run();
}

}  // namespace chancery
