// Which ministry a minister's title speaks of.
#include "extract/mention/ministries.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "extract/lexicon/body_name.hpp"
#include "extract/mention/body_limits.hpp"

namespace chancery {

std::string ministry_in(const Scan& scan, const Title& title, TitleHit& hit) {
    if (title.text != "minister" && title.text != "deputy minister") return {};
    const auto part = [&](std::uint32_t i) {
        return i < scan.size() && scan.words[i].capital && scan.words[i].word_class != WordClass::punctuation &&
               scan.name_at(i) == nullptr && !scan.lexicon.modifiers.contains(scan.words[i].lower);
    };
    const bool written_large = scan.words[hit.last - 1].capital;
    if (written_large && scan.is(hit.last, "of") && part(hit.last + 1)) {
        const auto given = [&](std::uint32_t i) { return scan.lexicon.given_names.contains(scan.words[i].lower); };
        const auto people = [&](std::uint32_t i) {  // "Egyptian Expatriates Affairs"
            return i + 1 < scan.size() && scan.words[i].capital && scan.name_at(i) != nullptr && part(i + 1) &&
                   !given(i + 1);
        };
        const auto more = [&](std::uint32_t i) {
            if (i >= scan.size() || scan.is(i - 1, "affairs") ||
                (given(i) && i + 1 < scan.size() && scan.words[i + 1].capital))
                return false;  // the minister's name begins
            return part(i) || people(i) || (i + 1 < scan.size() && scan.words[i].capital && scan.is(i + 1, "affairs"));
        };
        auto end = hit.last + 1;
        while (more(end) || (end + 1 < scan.size() && scan.words[end].is_any({"and", "&"}) && more(end + 1))) ++end;
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

namespace {

/// The title that the words [from, to) make with the word at `noun`: "interior" and "ministers".
std::optional<std::uint32_t> title_of(const Scan& scan, std::uint32_t from, std::uint32_t to, std::uint32_t noun) {
    std::vector<Word> words(scan.words.all().begin() + from, scan.words.all().begin() + to);
    words.push_back(scan.words[noun]);
    std::vector<PhraseIndex::Hit> hits;
    scan.lexicon.title_index.find(words, 0, hits);
    if (hits.empty() || hits.back().length != words.size()) return std::nullopt;
    return hits.back().value / 2;
}

}  // namespace

std::vector<std::uint32_t> titles_joined(const Scan& scan, TitleHit& hit) {
    const auto noun = hit.last - 1;
    std::vector<std::uint32_t> found;
    if (!scan.words[noun].is_any({"minister", "ministers", "secretary", "secretaries"})) return found;
    auto first = hit.core;
    if (first == noun && first > 1 && scan.words[first - 1].tag != WordClass::determiner)
        --first;  // "overseas minister"
    while (first > 1 && scan.words[first - 1].is_any({"and", "&", ","})) {
        auto end = first - 1;
        if (end > 1 && scan.is(end - 1, ",")) --end;
        const auto reach = std::min(end, 3U);
        std::optional<std::uint32_t> title;
        for (auto length = reach; length > 0 && !title; --length) {
            title = title_of(scan, end - length, end, noun);
            if (title) first = end - length;
        }
        if (!title || scan.lexicon.titles[*title].relation != scan.lexicon.titles[hit.title].relation) break;
        found.insert(found.begin(), *title);
        hit.first = first;
    }
    return found;
}

namespace {

/// The "State" of "the State and Justice Departments" is the body that the lexicon knows by the whole name, unless it
/// is said to be of another state.
void name_in_lexicon(const Scan& scan, std::uint32_t field, const std::string& noun, Mention& mention) {
    auto second = scan.words[field];
    second.lower = noun;
    second.hash = hash_of(noun);
    const std::vector<Word> words = {scan.words[field], second};
    std::vector<PhraseIndex::Hit> hits;
    scan.lexicon.names.find(words, 0, hits);
    for (const auto& hit : hits) {
        const auto& entry = scan.lexicon.name_entries[hit.value];
        if (hit.length != 2 || entry.kind != NameEntry::Kind::organisation) continue;
        const auto& organisation = scan.lexicon.organisations[entry.index];
        if (!mention.country.empty() && mention.country != organisation.country) continue;
        mention.lexicon = "organisation:" + std::to_string(entry.index);
        mention.core = fixed_core(organisation.name);
        mention.country = organisation.country;
    }
}

}  // namespace

void find_joint_ministries(Scan& scan) {
    const auto known = [&](std::uint32_t field, std::string_view noun) {
        const auto name = std::string(scan.words[field].lower) + " " + std::string(noun);
        return std::any_of(scan.lexicon.heads.begin(), scan.lexicon.heads.end(),
                           [&](const InstitutionHead& head) { return fold(head.head) == name; });
    };
    for (std::uint32_t i = 3; i < scan.size(); ++i) {
        if (!scan.words[i].is_any({"departments", "ministries"}) || !scan.is(i - 2, "and")) continue;
        const std::string noun = scan.is(i, "departments") ? "department" : "ministry";
        if (scan.taken[i - 3] != 0 || scan.taken[i - 1] != 0 || !known(i - 3, noun) || !known(i - 1, noun)) continue;
        const auto owner = state_before(scan, i - 3);
        for (const auto field : {i - 3, i - 1}) {
            auto& mention =
                scan.add(field, field == i - 1 ? i + 1 : field + 1, EntityType::institution, MentionKind::name);
            mention.core = fixed_core(scan.text(field, field + 1) + " " + noun);
            mention.name = scan.text(owner.first, i - 3) + (owner.first < i - 3 ? " " : "") +
                           scan.text(field, field + 1) + " " +
                           (scan.words[i].capital ? static_cast<char>(noun[0] - 'a' + 'A') + noun.substr(1) : noun);
            mention.country = owner.country;
            mention.state = true;
            name_in_lexicon(scan, field, noun, mention);
        }
    }
}

}  // namespace chancery
