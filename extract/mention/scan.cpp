#include "extract/mention/scan.hpp"

namespace chancery {

void find_dateline(Scan& scan) {
    if (scan.size() < 4 || !scan.words[0].capital) return;
    std::uint32_t open = 0, close = 0;
    for (std::uint32_t i = 1; i < std::min(scan.size(), 18U); ++i) {
        const auto& word = scan.words[i];
        if (word.is("(")) open = i;
        if (word.is(")")) close = i;
        const bool dash = word.is_any({"-", "--", "\xe2\x80\x93", "\xe2\x80\x94"}) && word.space_before;
        const bool inside = open > close;
        if (dash && !inside) {
            const bool town = scan.words[0].all_caps && !scan.words.shouted();
            if (close + 1 != i && !town) return;
            scan.dateline = i + 1;
            for (auto at = open; open > 0 && at <= close; ++at) scan.taken[at] = 1;
            return;
        }
        const bool plain = word.capital || inside || word.word_class == WordClass::punctuation ||
                           word.word_class == WordClass::numeral || word.is_any({"of", "de", "el", "la"});
        if (!plain) return;
    }
}

const NameHit* Scan::name_at(std::uint32_t first) const {
    for (const auto& hit : names)
        if (hit.first == first) return &hit;
    return nullptr;
}

const NameHit* Scan::name_ending(std::uint32_t last) const {
    for (const auto& hit : names)
        if (hit.last == last) return &hit;
    return nullptr;
}

const TitleHit* Scan::title_at(std::uint32_t first) const {
    for (const auto& hit : titles)
        if (hit.first == first) return &hit;
    return nullptr;
}

const TitleHit* Scan::title_ending(std::uint32_t last) const {
    for (const auto& hit : titles)
        if (hit.last == last) return &hit;
    return nullptr;
}

const NameEntry* Scan::entry(const NameHit& hit, NameEntry::Kind kind) const {
    for (const auto index : hit.entries)
        if (lexicon.name_entries[index].kind == kind) return &lexicon.name_entries[index];
    return nullptr;
}

bool Scan::honorific(std::uint32_t i) const {
    const auto it = lexicon.honorifics.find(words[i].lower);
    return it != lexicon.honorifics.end() && (words[i].capital || it->second != "religious");
}

std::string Scan::country_of(const NameHit& hit) const {
    using Kind = NameEntry::Kind;
    for (const auto kind : {Kind::country, Kind::adjective, Kind::people, Kind::capital, Kind::seat})
        if (const auto* found = entry(hit, kind)) {
            const auto& country = lexicon.countries[found->index];
            return country.iso2;
        }
    return {};
}

Mention& Scan::add(std::uint32_t first, std::uint32_t last, EntityType type, MentionKind kind) {
    Mention mention;
    mention.where = words.span(first, last);
    mention.sentence = sentence;
    mention.first = mention.phrase = first;
    mention.last = last;
    mention.type = type;
    mention.kind = kind;
    mention.name = text(first, last);
    mention.locative = locative(first);
    for (auto i = first; i < last; ++i) taken[i] = 1;
    mentions.push_back(std::move(mention));
    return mentions.back();
}

std::string Scan::text(std::uint32_t first, std::uint32_t last) const {
    std::string result;
    for (auto i = first; i < last; ++i) {
        if (i > first && words[i].space_before) result.push_back(' ');
        result.append(words[i].text);
    }
    return result;
}

bool Scan::locative(std::uint32_t first) const {
    auto i = first;
    while (i > 0 && (words[i - 1].is_any({"the", "central", "downtown", "northern", "southern", "eastern", "western",
                                          "nearby", "neighboring", "neighbouring", "occupied", "southeastern",
                                          "northeastern", "southwestern", "northwestern"})))
        --i;
    return i > 0 && words[i - 1].is_any({"in", "at", "near", "from", "around", "outside", "inside", "into",
                                         "throughout", "across", "over", "leaving", "via"});
}

bool Scan::place_named_before(std::uint32_t first) const {
    auto i = first;
    if (i > 0 && words[i - 1].is_any({"of", "including", "as", "like", "called", "named"})) {
        --i;
        if (i > 0 && is(i, "as") && is(i - 1, "such")) --i;
        if (i > 0 && is(i - 1, ",")) --i;
    } else if (!(i > 0 && is(i - 1, ",") && i > 1 && words[i - 2].lower.ends_with('s'))) {
        return false;
    } else {
        --i;
    }
    if (i == 0) return false;
    auto noun = words[i - 1].lower;
    if (lexicon.place_heads.contains(noun)) return !words[i - 1].capital;
    if (noun.ends_with("ies")) return lexicon.place_heads.contains(std::string(noun.substr(0, noun.size() - 3)) + "y");
    return noun.ends_with('s') && lexicon.place_heads.contains(noun.substr(0, noun.size() - 1));
}

}  // namespace chancery
