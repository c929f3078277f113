#include "extract/mention/name_context.hpp"

#include <algorithm>
#include <array>

namespace chancery {

bool human_context_after(const Scan& scan, std::uint32_t last) {
    if (last >= scan.size()) return false;
    if (scan.words[last].is_any({"said", "says", "told", "added", "who", "whose", "tweeted", "testified", "recalled",
                                 "argued", "wrote", "explained"}))
        return true;
    if (!scan.is(last, ",") || last + 1 >= scan.size()) return false;
    const auto& next = scan.words[last + 1];
    if (next.is("who") || next.is("whose")) return true;
    if (next.word_class == WordClass::numeral && next.text.size() == 2) return true;  // ", 43,"
    for (auto i = last + 1; i < std::min(last + 8, scan.size()); ++i) {
        if (scan.title_at(i) != nullptr) return true;
        if (scan.words[i].word_class == WordClass::punctuation) return false;
    }
    return false;
}

bool body_named_before(const Scan& scan, std::uint32_t first) {
    auto i = first;
    if (i > 0 && scan.words[i - 1].is_any({"\"", "\xe2\x80\x9c", "'", "\xe2\x80\x98", "the"})) --i;
    return i > 0 && scan.lexicon.bodies_named.contains(scan.words[i - 1].lower);
}

bool body_named_behind(const Scan& scan, std::uint32_t last) {
    auto i = last;
    if (i < scan.size() && scan.lexicon.body_followers.contains(scan.words[i].lower)) return true;
    const bool owner = scan.is(i, "'s");
    if (owner) ++i;
    for (auto at = i; at < scan.size() && at < i + 3; ++at) {
        const auto* title = scan.title_at(at);
        if (title == nullptr) continue;
        const auto& relation = scan.lexicon.titles[title->title].relation;
        const bool staff = relation == "editor_of" || relation == "employee_of" || relation == "founder_of" ||
                           relation == "head_of" || relation == "deputy_head_of" || relation == "spokesperson_of";
        const bool named = title->last < scan.size() && scan.words[title->last].capital &&
                           scan.words[last - 1].name != NameClass::person;  // "Rightsoft chairman NAME"
        return staff && (owner || (at == i && (relation != "head_of" || named)));
    }
    return false;
}

bool led_behind(const Scan& scan, std::uint32_t last) {
    const auto* title = scan.title_at(last);
    if (title == nullptr || scan.words[last - 1].name == NameClass::person) return false;
    const auto& relation = scan.lexicon.titles[title->title].relation;
    return relation == "founder_of" || relation == "editor_of" || relation == "head_of";
}

bool listed_with_place(const Scan& scan, std::uint32_t first) {
    if (first < 2 || !scan.words[first - 1].is_any({",", "and", "or"})) return false;
    auto last = first - 1;
    if (scan.is(last - 1, ",")) --last;
    return std::any_of(scan.mentions.begin(), scan.mentions.end(), [&](const Mention& mention) {
        return mention.last == last && mention.type == EntityType::place && mention.guessed;
    });
}

std::uint32_t facility_behind(const Scan& scan, std::uint32_t last) {
    const auto facility = [&](std::uint32_t i) {
        return i < scan.size() && !scan.words[i].capital && scan.lexicon.facilities.contains(scan.words[i].lower);
    };
    if (facility(last)) return 1;
    const bool kind = last < scan.size() && scan.words[last].is_any({"training", "refugee", "military", "air", "border",
                                                                     "detention", "shopping", "maximum", "central"});
    return kind && facility(last + 1) ? 2 : 0;
}

bool place_like(const Scan& scan, Stretch stretch) {
    return scan.lexicon.place_heads.contains(scan.words[stretch.last - 1].lower) ||
           scan.lexicon.place_openers.contains(scan.words[stretch.first].lower);
}

bool place_told_behind(const Scan& scan, std::uint32_t last) {
    if (!scan.is(last, ",") || last + 2 >= scan.size() || !scan.words[last + 1].is_any({"a", "the"})) return false;
    for (auto i = last + 2; i + 1 < scan.size() && i < last + 7; ++i) {
        const auto& word = scan.words[i];
        if (scan.lexicon.place_heads.contains(word.lower) && !word.capital)
            return scan.words[i + 1].is_any({"in", "of", "near", "on", "about", "north", "south", "east", "west"});
        if (word.tag != WordClass::adjective && word.tag != WordClass::noun && word.tag != WordClass::adverb &&
            !word.is("-"))
            return false;
    }
    return false;
}

bool inside_region(const Scan& scan, Stretch stretch) {
    if (!scan.locative(stretch.first)) return false;
    const bool bracket = scan.is(stretch.last, "(");
    if (!bracket && !scan.is(stretch.last, ",")) return false;
    const auto next = stretch.last + 1;
    const auto* hit = scan.name_at(next);
    const bool taken = std::any_of(scan.mentions.begin(), scan.mentions.end(), [&](const Mention& mention) {
        return mention.first == next && mention.type == EntityType::place;
    });
    if (hit == nullptr) return taken;
    if (bracket && !scan.is(hit->last, ")")) return false;
    const auto* place = scan.entry(*hit, NameEntry::Kind::place);
    const bool region = place != nullptr && scan.lexicon.places[place->index].kind == "region";
    return taken || region || scan.entry(*hit, NameEntry::Kind::country) != nullptr;
}

bool office_behind(const Scan& scan, std::uint32_t last) {
    if (!scan.is(last, ",")) return false;
    auto i = last + 1;
    if (i < scan.size() && scan.words[i].is_any({"the", "a", "an"})) ++i;
    const auto* title = i < scan.size() ? scan.title_at(i) : nullptr;
    if (title == nullptr || title->plural) return false;
    const auto& row = scan.lexicon.titles[title->title];
    static constexpr std::array<std::string_view, 8> of_bodies = {"leader", "adviser",  "advisor", "agent",
                                                                  "member", "producer", "host",    "partner"};
    return !row.relation.empty() && std::find(of_bodies.begin(), of_bodies.end(), row.text) == of_bodies.end() &&
           scan.is(title->last, "of");
}

bool built_place(const Scan& scan, Stretch stretch) {
    return stretch.last - stretch.first > 1 && scan.lexicon.built_places.contains(scan.words[stretch.last - 1].lower);
}

}  // namespace chancery
