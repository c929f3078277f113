// The noun phrase around a title: whose office it is, at both sides of it.
#include "extract/mention/office_phrase.hpp"

#include "extract/mention/holders.hpp"

namespace chancery {

namespace {

bool body_like(const Mention& mention) {
    return !is_human(mention.type) || mention.kind == MentionKind::name;
}

bool determiner(const Word& word) {
    return word.is_any({"the", "a", "an", "his", "her", "its", "their"});
}

bool plain_adjective(const Scan& scan, std::uint32_t i) {
    const auto& word = scan.words[i];
    if (word.word_class == WordClass::punctuation) return false;
    if (word.word_class == WordClass::numeral) return true;
    if (scan.lexicon.modifiers.contains(word.lower)) return !verb_of_clause(scan, i);
    if (word.capital) return false;
    const bool verb = word.tag == WordClass::verb && (i == 0 || !determiner(scan.words[i - 1]));
    if (verb) return false;  // "became president"
    const bool participle =
        word.lower.ends_with("ed") && i > 0 && determiner(scan.words[i - 1]);  // "the assassinated Israeli president"
    const bool verb_like = word.lower.ends_with("ed") || (word.lower.ends_with("s") && !word.lower.ends_with("ous"));
    return participle || (!verb_like && !scan.lexicon.function_words.contains(word.lower));
}

/// "Norway said Foreign Minister NAME would come": a state or its ministry speaks of its own minister, police of any
/// banker.
bool told_by_state(const Scan& scan, const Title& title, std::uint32_t i) {
    const auto m = i > 0 ? mention_ending(scan, i) : no_mention;
    if (m == no_mention || title.scope != "country" || !scan.words[i].is_any({"said", "says"})) return false;
    return scan.mentions[m].type == EntityType::country || scan.mentions[m].core.ends_with("ministry");
}

/// In "the country's education minister": the country the article is about.
bool the_country(const Word& word) {
    return word.is_any({"country", "nation", "republic", "kingdom"});
}

/// "former" and "deputy" may stand before the body as well.
void note_modifier(const Scan& scan, std::uint32_t i, OfficePhrase& phrase) {
    const auto it = scan.lexicon.modifiers.find(scan.words[i].lower);
    if (it == scan.lexicon.modifiers.end()) return;
    phrase.former |= it->second == Modifier::former;
    phrase.deputy |= it->second == Modifier::deputy;
}

/// Said of those who act for a person: "Roe adviser NAME", "Roe campaign spokesman NAME".
bool serves_people(const Title& title) {
    return title.relation == "adviser_to" || title.relation == "spokesperson_of" || title.relation == "lawyer_of";
}

/// A body found left of those found before it: "Ghana's U.N. ambassador" is Ghana's, and sent to the United Nations.
void take_left(const Scan& scan, const Title& title, std::uint32_t m, OfficePhrase& phrase) {
    const auto type = [&](std::uint32_t mention) { return scan.mentions[mention].type; };
    const bool beat = phrase.body != no_mention && title.scope == "institution" && type(m) == EntityType::institution &&
                      (type(phrase.body) == EntityType::place || type(phrase.body) == EntityType::country);
    if (phrase.body == no_mention || beat) {  // "BBC Africa correspondent"
        phrase.body = m;
    } else if (title.relation == "ambassador_of" && phrase.to == no_mention &&
               type(phrase.body) == EntityType::institution && type(m) == EntityType::country) {
        phrase.to = phrase.body;
        phrase.body = m;
    }
}

/// Two words joined by a hyphen begin at `i`, the second one small: "left-leaning", "70-year".
bool compound(const Scan& scan, std::uint32_t i) {
    return i + 2 < scan.size() && scan.is(i + 1, "-") && !scan.words[i + 1].space_before && !scan.words[i + 2].capital;
}

/// The mention that begins at `i` past determiners and adjectives; past "Vienna-based" and "Ukraine's" to what they
/// narrow.
std::uint32_t body_from(const Scan& scan, std::uint32_t i, bool of_people = false) {
    auto limit = i + 4;
    for (; i < scan.size() && i <= limit; ++i) {
        const auto m = mention_starting(scan, i);
        if (m == no_mention) {
            if (compound(scan, i)) {  // "the left-leaning"
                i += 2;
                limit += 3;
                continue;
            }
            const bool skipped =
                scan.words[i].is_any({"the", "a", "an", "its"}) ||
                (of_people && (scan.in_title[i] != 0 || scan.honorific(i))) ||
                (plain_adjective(scan, i) && scan.words[i].word_class != WordClass::numeral &&
                 (!scan.words[i].lower.ends_with("ing") || scan.lexicon.modifiers.contains(scan.words[i].lower)));
            if (!skipped) return no_mention;
            continue;
        }
        const auto last = scan.mentions[m].last;
        const bool based = scan.is(last, "-") && scan.is(last + 1, "based");
        const bool inside_name = scan.mentions[m].type == EntityType::institution && last + 1 < scan.size() &&
                                 scan.words[last + 1].capital;  // "University of X-Y"
        if (scan.is(last, "-") && !based &&
            !inside_name) {  // "of the Oman-backed group NAME", "of the U.S.-Oman body NAME"
            const auto second = mention_starting(scan, last + 1);
            const auto behind = second != no_mention ? scan.mentions[second].last : last + 2;
            const auto inner = behind < scan.size() ? body_from(scan, behind) : no_mention;
            const bool body = inner != no_mention && scan.mentions[inner].type == EntityType::institution;
            return body ? inner : no_mention;
        }
        const bool owner = scan.is(last, "'s");
        if (!based && !owner) return m;
        const auto inner = body_from(scan, last + (based ? 2 : 1));
        const bool of_body = owner && scan.mentions[m].type == EntityType::institution && inner != no_mention &&
                             scan.mentions[inner].type != EntityType::institution;
        return (inner == no_mention && owner) || of_body ? m : inner;
    }
    return no_mention;
}

/// "South Bend, Indiana, Mayor NAME": the city before its state; no_mention for anything else.
std::uint32_t city_before_state(const Scan& scan, std::uint32_t first) {
    if (first < 4 || !scan.is(first - 1, ",")) return no_mention;
    const auto state = mention_ending(scan, first - 1);
    if (state == no_mention || scan.mentions[state].type != EntityType::place) return no_mention;
    const auto before = scan.mentions[state].first;
    const auto city = before > 1 && scan.is(before - 1, ",") ? mention_ending(scan, before - 1) : no_mention;
    return city != no_mention && scan.mentions[city].type == EntityType::place ? city : no_mention;
}

}  // namespace

bool verb_of_clause(const Scan& scan, std::uint32_t i) {
    if (scan.words[i].tag != WordClass::verb || !scan.words[i].lower.ends_with("ed")) return false;
    return std::any_of(scan.words.all().begin(), scan.words.all().begin() + i,
                       [&](const Word& word) { return word.head == i && word.link == Dependency::subject; });
}

void look_left(const Scan& scan, const Title& title, OfficePhrase& phrase) {
    const auto home = title.scope == "place" ? city_before_state(scan, phrase.first) : no_mention;
    if (home != no_mention && person_name(scan, mention_starting(scan, phrase.last))) {
        phrase.body = home;
        phrase.first = scan.mentions[home].first;
        return;
    }
    for (int steps = 0; phrase.first > 0 && steps < 4; ++steps) {
        auto end = phrase.first;
        const bool possessive = scan.is(end - 1, "'s") || scan.is(end - 1, "'");
        if (possessive) --end;
        auto m = end > 0 ? mention_ending(scan, end) : no_mention;
        if (m != no_mention && title.scope == "place" && scan.mentions[m].type == EntityType::place &&
            scan.mentions[m].first > 1 && scan.is(scan.mentions[m].first - 1, ",")) {
            const auto city = mention_ending(scan, scan.mentions[m].first - 1);  // "South Bend, Indiana, mayor NAME"
            if (city != no_mention && scan.mentions[city].type == EntityType::place) m = city;
        }
        const bool master = m != no_mention && !possessive && person_name(scan, m) && serves_people(title);
        if (m != no_mention && body_like(scan.mentions[m]) &&
            (possessive || master || !is_human(scan.mentions[m].type))) {
            take_left(scan, title, m, phrase);
            phrase.first = scan.mentions[m].first;
            const auto* title_of_owner = is_human(scan.mentions[m].type) ? scan.title_ending(phrase.first) : nullptr;
            if (title_of_owner != nullptr) phrase.first = title_of_owner->first;  // "President Roe's adviser"
            continue;
        }
        if (possessive && end > 0 && the_country(scan.words[end - 1])) {
            phrase.first = end - 1;
            continue;
        }
        const bool other_title =
            title.relation == "commander_of" && scan.in_title[phrase.first - 1] != 0;  // "army spokesman Col. NAME"
        const bool passes = plain_adjective(scan, phrase.first - 1) || told_by_state(scan, title, phrase.first - 1);
        if (scan.is(end - 1, "-") || possessive || other_title || !passes) break;
        note_modifier(scan, --phrase.first, phrase);
    }
    while (phrase.first > 0 && determiner(scan.words[phrase.first - 1])) --phrase.first;
}

namespace {

/// "province" in "governor of Merle province".
bool region_noun(const Scan& scan, std::uint32_t i) {
    return i < scan.size() && !scan.words[i].capital && scan.lexicon.place_heads.contains(scan.words[i].lower);
}

/// "ambassador to Norway and Iceland,": the second of two, closed by a comma or the end.
std::uint32_t second_receiver(const Scan& scan, std::uint32_t at) {
    if (!scan.is(at, "and")) return no_mention;
    const auto m = body_from(scan, at + 1);
    if (m == no_mention || scan.mentions[m].kind != MentionKind::name) return no_mention;
    const auto behind = scan.mentions[m].last;
    const bool closed = behind >= scan.size() || scan.words[behind].word_class == WordClass::punctuation;
    return closed && !is_human(scan.mentions[m].type) ? m : no_mention;
}

}  // namespace

std::uint32_t past_field(const Scan& scan, std::uint32_t at, bool works) {
    if (at + 3 >= scan.size() || !scan.words[at].is_any({"of", "for", "on", "in"})) return at;
    std::uint32_t nouns = 0;
    bool names = false;
    for (auto i = at + 1; i + 1 < scan.size() && i < at + 10; ++i) {
        const auto& word = scan.words[i];
        if (nouns > 0 && word.is_any({"at", "with", "for"}))
            return names && scan.words[i - 1].capital && !works ? at : i;
        names |= word.capital && word.word_class != WordClass::punctuation;
        const bool noun = word.tag == WordClass::noun || word.tag == WordClass::proper;
        if (names && word.is(",")) return at;
        const bool between = word.is_any({"and", "of", "the", "&", "-", ","}) || word.tag == WordClass::adjective;
        if (!noun && !between) return at;
        nouns += noun;
    }
    return at;
}

void look_right(const Scan& scan, const Title& title, OfficePhrase& phrase) {
    const bool has_field = title.scope == "institution" || title.scope == "person" ||
                           title.relation.starts_with("deputy_head_of");  // "vice president for sales at X"
    const bool works = title.relation == "affiliated_with" || title.relation == "employee_of";
    const auto behind_field = has_field ? past_field(scan, phrase.last, works) : phrase.last;
    if (behind_field != phrase.last) {
        const auto m = body_from(scan, behind_field + 1);
        const bool body = m != no_mention && scan.mentions[m].type == EntityType::institution &&
                          scan.mentions[m].kind == MentionKind::name;
        const bool other = phrase.body != no_mention && scan.mentions[phrase.body].type == EntityType::institution;
        if (!body || other) return;
        phrase.body = m;
        phrase.last = scan.mentions[m].last;
        phrase.field = true;
        return;
    }
    for (int round = 0; round < 2; ++round) {
        const auto at = phrase.last;
        if (at + 1 >= scan.size() || !scan.words[at].is_any({"of", "for", "to", "at", "in", "with", "from"})) return;
        if (scan.is(at, "from") && title.relation != "legislator_of") return;
        const bool receiving = scan.is(at, "to") && title.relation != "adviser_to";
        const bool of_people = title.relation == "adviser_to" || title.relation == "lawyer_of" ||
                               title.relation == "spokesperson_of";  // "spokesman for Governor X"
        const auto m = body_from(scan, at + 1, of_people);
        if (m == no_mention || scan.mentions[m].kind == MentionKind::pronoun) return;
        const auto& found = scan.mentions[m];
        if (scan.is(at, "from") && found.type != EntityType::institution) {
            const bool named = person_name(scan, mention_starting(scan, found.last));
            if (found.type == EntityType::place && named) phrase.last = found.last;  // "Senator from Ohio NAME"
            return;
        }
        const bool modifies = found.kind == MentionKind::adjective && found.last < scan.size() &&
                              scan.words[found.last].word_class != WordClass::punctuation;
        if (modifies) return;  // "head of a Russian bank"
        const bool envoy = title.relation == "ambassador_of" || title.relation == "diplomat_of";
        if ((receiving || scan.is(at, "in")) && envoy) {
            if (phrase.to != no_mention && phrase.body == no_mention) phrase.body = phrase.to;
            phrase.to = m;
            phrase.to_as_well = second_receiver(scan, found.last);
        } else if (receiving) {
            return;
        } else if (scan.is(at, "in") && found.type == EntityType::place && title.scope != "place") {
            phrase.last = found.last;
            continue;
        } else if (phrase.body == no_mention || scan.mentions[phrase.body].type != EntityType::institution ||
                   (round == 0 && scan.is(at, "at") && found.type == EntityType::institution)) {
            phrase.body = m;  // of "a Hamas expert at the institute" the institute
        }
        phrase.last = found.last;
        if (title.scope == "place" && region_noun(scan, phrase.last)) ++phrase.last;
        const auto second = scan.is(phrase.last, "and") ? body_from(scan, phrase.last + 1) : no_mention;
        const bool both = second != no_mention && found.type == EntityType::institution &&
                          scan.mentions[second].type == EntityType::institution &&
                          scan.is(scan.mentions[second].last, ",");
        if (both) phrase.last = scan.mentions[second].last;  // "chief of the army and the armed forces, NAME"
        if (scan.is(phrase.last, "'s")) return;
    }
}

std::uint32_t body_behind(const Scan& scan, const Title& title, std::uint32_t last) {
    if (last + 1 >= scan.size() || !scan.words[last].is_any({"of", "from", "at", "with"})) return no_mention;
    const auto m = body_from(scan, last + 1);
    if (m == no_mention || scan.mentions[m].kind != MentionKind::name) return no_mention;
    const auto type = scan.mentions[m].type;
    if (type == EntityType::country) return scan.is(last, "of") ? m : no_mention;
    if (type == EntityType::place) return title.scope == "place" && scan.is(last, "of") ? m : no_mention;
    return type == EntityType::institution && title.scope != "country" ? m : no_mention;
}

bool owner_before(const Scan& scan, const TitleHit& hit, const OfficePhrase& phrase, bool pronouns) {
    const auto kind = [&](std::uint32_t i) { return scan.lexicon.owning_bodies.contains(scan.words[i].lower); };
    for (auto i = phrase.first; pronouns && i <= hit.first; ++i)
        if (scan.words[i].is_any({"its", "their"}) ||
            (i > 0 && i == phrase.first && scan.words[i - 1].is_any({"its", "their"})))
            return true;
    if (pronouns && hit.first > 0 && kind(hit.first - 1)) return true;
    return hit.first > 1 && scan.is(hit.first - 1, "'s") && kind(hit.first - 2);
}

bool owner_unknown(const Scan& scan, const TitleHit& hit, const OfficePhrase& phrase) {
    if (hit.last < scan.size() && scan.words[hit.last].is_any({"of", "for", "at"})) return true;
    if (scan.is(hit.last, "with") && scan.lexicon.titles[hit.title].scope == "institution") return true;
    for (auto i = phrase.first; i < hit.first; ++i)
        if (scan.words[i].is_any({"its", "his", "her", "their"})) return true;
    if (hit.first < 2 || !scan.is(hit.first - 1, "'s")) return false;
    return !the_country(scan.words[hit.first - 2]);
}

std::uint32_t client_behind(const Scan& scan, std::uint32_t last) {
    for (auto i = last; i < scan.size() && i < last + 7; ++i) {
        if (scan.words[i].is_any({"represents", "represented", "representing", "defends", "defended", "defending"})) {
            const auto m = body_from(scan, i + 1, true);
            const bool named = m != no_mention && scan.mentions[m].kind == MentionKind::name;
            return named && scan.mentions[m].type != EntityType::place ? m : no_mention;
        }
        const bool between = scan.words[i].is_any(
            {",", "who", "is", "was", "has", "have", "also", "been", "a", "lawyer", "attorney", "and"});
        if (!between) break;
    }
    return no_mention;
}

std::uint32_t past_seat(const Scan& scan, std::uint32_t last) {
    if (scan.is(last, "of") || scan.is(last, "from")) {
        const auto place = mention_starting(scan, last + 1);
        const bool known = place != no_mention && scan.mentions[place].type == EntityType::place;
        if (known) return scan.mentions[place].last;
        const auto* hit = scan.name_at(last + 1);
        return hit != nullptr && scan.entry(*hit, NameEntry::Kind::place) != nullptr ? hit->last : last;
    }
    const bool comma = scan.is(last, ",");  // "A, R-Ohio, and B"
    if (comma && !(scan.is(last + 2, "-") && !scan.words[last + 2].space_before)) return last;
    if (!comma && !scan.is(last, "(")) return last;
    for (auto i = last + 1; i < scan.size() && i < last + 7; ++i)
        if (scan.is(i, comma ? "," : ")")) return i + 1;
    return last;
}

bool american_party(const Scan& scan, std::uint32_t first, std::uint32_t title, std::uint32_t last) {
    for (auto i = first > 0 ? first - 1 : 0; i < title; ++i)
        if (scan.words[i].capital && scan.words[i].is_any({"republican", "democratic", "democrat", "gop"})) return true;
    if (!scan.is(last, ",") && !scan.is(last, "(")) return false;
    auto i = last + 1;
    if (scan.is(i, "a") || scan.is(i, "the")) ++i;
    if (i + 1 >= scan.size()) return false;
    if (scan.words[i].is_any({"republican", "democrat"}))
        return scan.words[i + 1].is_any({"of", "from", "and", ")", ","});
    const bool letter = scan.words[i].is_any({"r", "d", "i", "r.", "d."}) && scan.words[i].capital;
    return letter && scan.words[i + 1].is_any({"-", "\xe2\x80\x93", "\xe2\x80\x94", ")", ","});
}

}  // namespace chancery
