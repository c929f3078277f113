// Bodies that nothing but an office tells: "the founder of Blue Harvest", "a spokesman for the Northern Current".
//
// Whoever is head, editor or founder of something leads a body, whatever its name looks like. The name is the stretch
// of capitals behind "of", past small words that describe it ("of the leftist group Northern Current").
#include "extract/mention/office_phrase.hpp"

namespace chancery {

namespace {

/// Titles whose object is a body; the president of something may be that of a country.
bool leads_body(const Title& title) {
    return title.relation == "head_of" || title.relation == "deputy_head_of" || title.relation == "editor_of" ||
           title.relation == "founder_of" || title.relation == "spokesperson_of" || title.text == "president";
}

/// Titles of those who work somewhere: "an analyst at X", "a reporter with X".
bool works_in_body(const Title& title) {
    return title.scope == "institution" && (title.relation == "affiliated_with" || title.relation == "employee_of");
}

bool capital_word(const Scan& scan, std::uint32_t i) {
    return i < scan.size() && scan.words[i].capital && scan.taken[i] == 0 && scan.in_title[i] == 0 &&
           scan.words[i].word_class != WordClass::punctuation && scan.words[i].word_class != WordClass::numeral &&
           !scan.honorific(i) && !scan.words[i].is("'s");
}

bool at_body(const Scan& scan, std::uint32_t i) {
    return i < scan.size() && scan.words[i].is_any({"at", "with", "for"});
}

/// One past the name that begins at `first`: capitals, joined by "of", "and", "-" and their like.
std::uint32_t name_end(const Scan& scan, std::uint32_t first) {
    auto end = first;
    while (capital_word(scan, end)) {
        ++end;
        auto next = end;
        while (next < end + 2 && next < scan.size() && scan.words[next].is_any({"of", "for", "the", "-", "&"})) ++next;
        if (next > end && capital_word(scan, next) && (scan.is(end, "-") || scan.is(end, "of") || scan.is(end, "&")))
            end = next;
    }
    return end;
}

/// An office or job is named at `i` that one has of something; "migrant" is none.
bool office_at(const Scan& scan, std::uint32_t i) {
    const auto* title = scan.title_at(i);
    return title == nullptr ? scan.in_title[i] != 0 : !scan.lexicon.titles[title->title].relation.empty();
}

/// First word of the name behind "of" at `at`, past a determiner and small words that describe it.
std::uint32_t name_start(const Scan& scan, std::uint32_t at) {
    auto i = at;
    for (; i < scan.size() && i < at + 9; ++i) {
        const auto& word = scan.words[i];
        if (capital_word(scan, i)) {
            const auto last = name_end(scan, i);
            if (scan.is(last, "-") && scan.is(last + 1, "based")) {  // "of the Vienna-based NAME"
                i = last + 1;
                continue;
            }
            const bool describes =
                last < scan.size() && !scan.words[last].capital && !office_at(scan, last) &&
                (scan.words[last].tag == WordClass::noun || scan.words[last].tag == WordClass::adjective);
            if (!describes) return i;
            i = last - 1;  // "of the U.S.-Mexico aid group NAME"
            continue;
        }
        const bool passed = word.is_any({"the", "a", "an", "its", "-"}) || word.tag == WordClass::adjective ||
                            word.tag == WordClass::noun || word.tag == WordClass::proper;
        if (!passed || word.capital || scan.taken[i] != 0 || scan.words[i].is("'s")) break;
    }
    return scan.size();
}

/// The stretch is nothing but a country, a place or a person that is known.
bool known_otherwise(const Scan& scan, std::uint32_t first, std::uint32_t last) {
    const auto* hit = scan.name_at(first);
    if (hit != nullptr && hit->last >= last) return true;
    const bool given =
        scan.lexicon.given_names.contains(scan.words[first].lower) || scan.words[first].name == NameClass::person;
    const bool name_behind = last - first > 2 && scan.lexicon.given_names.contains(scan.words[last - 2].lower) &&
                             scan.words[last - 1].name == NameClass::person;  // "director of Sales Jane Roe"
    return name_behind || (given && scan.words[last - 1].name != NameClass::organisation);
}

/// "the Roe campaign", "Mara Roe campaign": the staff of whoever runs for an office; "Roe's campaign" is what they do.
void find_campaigns(Scan& scan) {
    for (std::uint32_t i = 1; i < scan.size(); ++i) {
        const auto& name = scan.words[i - 1];
        const bool known = scan.lexicon.leader_surnames.contains(name.lower) ||
                           (name.name == NameClass::person && scan.lexicon.surnames.contains(name.lower));
        if (!scan.is(i, "campaign") || scan.words[i].capital || !known || !capital_word(scan, i - 1)) continue;
        const bool more = i + 1 < scan.size() && scan.in_title[i + 1] == 0 &&
                          (scan.words[i + 1].tag == WordClass::noun || scan.words[i + 1].tag == WordClass::proper);
        if (more) continue;  // "the Roe campaign rally"
        auto first = i - 1;
        while (first > 0 && i - first < 3 && capital_word(scan, first - 1) &&
               scan.lexicon.given_names.contains(scan.words[first - 1].lower))
            --first;
        if (first > 0 && scan.words[first - 1].capital && !scan.words[first - 1].initial) continue;
        scan.add(first, i + 1, EntityType::institution, MentionKind::name).core = fold(scan.text(first, i + 1));
    }
}

}  // namespace

void find_led_bodies(Scan& scan) {
    if (scan.words.title_case() || scan.words.shouted()) return;
    find_campaigns(scan);
    for (const auto& hit : scan.titles) {
        const auto& title = scan.lexicon.titles[hit.title];
        const bool works = works_in_body(title);
        if (hit.plural || !(works || leads_body(title)) || scan.taken[hit.core] != 0) continue;
        const bool spokesman = title.relation == "spokesperson_of";
        const auto at = spokesman ? hit.last : past_field(scan, hit.last, works);
        const bool field = at != hit.last;
        if (field || works ? !at_body(scan, at)
                           : !(spokesman ? scan.is(at, "for") : scan.is(at, "of") || scan.is(at, "at")))
            continue;
        const auto first = name_start(scan, at + 1);
        if (first >= scan.size()) continue;
        const auto last = name_end(scan, first);
        const bool short_name = last == first + 1;
        if (short_name && (spokesman || title.text == "president" || scan.name_at(first) != nullptr)) continue;
        if (known_otherwise(scan, first, last)) continue;
        if (short_name && scan.lexicon.common(scan.words[first].lower)) continue;
        auto& mention = scan.add(first, last, EntityType::institution, MentionKind::name);
        mention.core = fold(mention.name);
    }
}

}  // namespace chancery
