// Parties that a politician's name carries: "Republican Sen. X", "X, a Democrat", "X (R-Ohio)".
//
// The word alone names nobody's party ("a republican form of state", "the Conservative movement"), so it counts only
// beside a name or a title, or set off by commas as what somebody is.
#include <algorithm>

#include "extract/mention/scan.hpp"

namespace chancery {

namespace {

bool person_at(const Scan& scan, std::uint32_t i) {
    for (const auto& mention : scan.mentions)
        if (is_human(mention.type) && (mention.first == i || mention.phrase == i)) return true;
    return false;
}

/// "(R-Wis.)", ", D-Calif.,": right behind a name.
bool tag_behind_name(const Scan& scan, std::uint32_t i) {
    if (i < 2 || !scan.is(i + 1, "-") || scan.words[i + 1].space_before || !scan.words[i - 1].is_any({"(", ","}))
        return false;
    for (const auto& mention : scan.mentions)
        if (is_human(mention.type) && mention.last == i - 1) return true;
    return false;
}

/// Part of the name of a place: "Ohio" in "Republican Ohio Gov. X".
bool in_place(const Scan& scan, std::uint32_t i) {
    return std::any_of(scan.mentions.begin(), scan.mentions.end(), [&](const Mention& mention) {
        return mention.type == EntityType::place && mention.first <= i && i < mention.last;
    });
}

/// "Republican Sen. X", "Democratic strategist X": a name follows past a title or plain nouns.
bool before_politician(const Scan& scan, std::uint32_t i) {
    for (auto at = i + 1; at < scan.size() && at < i + 6; ++at) {
        if (person_at(scan, at)) return true;
        const auto tag = scan.words[at].tag;
        const bool noun = tag == WordClass::noun || tag == WordClass::proper || tag == WordClass::adjective;
        if (scan.in_title[at] == 0 && (!noun || (scan.taken[at] != 0 && !in_place(scan, at)))) return false;
    }
    return false;
}

/// "X, a Republican,", "X, the ranking Democrat on the panel,", "X, Ohio Democrat,".
bool what_somebody_is(const Scan& scan, std::uint32_t i) {
    if (i < 3 || i + 1 >= scan.size()) return false;
    const bool office = scan.is(i - 1, "a") && scan.is(i - 2, ",") && scan.in_title[i + 1] != 0;
    if (office) return true;  // "X, a Republican member of the panel,"
    if (!scan.words[i + 1].is_any({",", ".", "from", "who", "and", "on", "in"})) return false;
    auto before = i;
    while (before > 1 && (scan.words[before - 1].tag == WordClass::adjective || in_place(scan, before - 1) ||
                          scan.words[before - 1].lower.ends_with("ing") || scan.is(before - 1, "top")))
        --before;
    const bool bare = before < i && scan.is(before - 1, ",");  // "X, Ohio Democrat"
    return bare || scan.words[before - 1].is_any({"a", "the"});
}

}  // namespace

void find_parties(Scan& scan) {
    for (std::uint32_t i = 0; i < scan.size(); ++i) {
        if (scan.taken[i] != 0 || !scan.words[i].capital) continue;
        const auto it = scan.lexicon.party_words.find(scan.words[i].text);
        if (it == scan.lexicon.party_words.end()) continue;
        const bool longer = i > 0 && scan.words[i - 1].capital &&
                            scan.words[i - 1].is_any({"social", "christian", "liberal", "free", "national", "new"});
        if (longer) continue;  // "Social Democrat" is of another party
        const bool told =
            it->second.letter ? tag_behind_name(scan, i) : before_politician(scan, i) || what_somebody_is(scan, i);
        if (!told) continue;
        const auto& party = scan.lexicon.organisations[it->second.party];
        auto& mention = scan.add(i, i + 1, EntityType::institution, MentionKind::adjective);
        mention.lexicon = "organisation:" + std::to_string(it->second.party);
        mention.country = party.country;
        if (it->second.letter) mention.name = party.name;
    }
}

}  // namespace chancery
