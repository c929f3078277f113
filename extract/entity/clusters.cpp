#include "extract/entity/clusters.hpp"

#include <algorithm>

#include "extract/entity/person_names.hpp"
#include "extract/lexicon/entry_key.hpp"
#include "extract/lexicon/words.hpp"
#include "record/initials.hpp"

namespace chancery {

namespace {

bool ends_with(const std::vector<std::string>& name, const std::vector<std::string>& tail) {
    return tail.size() <= name.size() && std::equal(tail.rbegin(), tail.rend(), name.rbegin());
}

/// "Rahman" for "Rehman" in the same article: one letter other, in words of six letters and more.
bool one_letter_off(std::string_view a, std::string_view b) {
    if (a.size() != b.size() || a.size() < 6 || a[0] != b[0]) return false;
    std::size_t off = 0;
    for (std::size_t i = 0; i < a.size(); ++i) off += a[i] != b[i];
    return off == 1;
}

/// "j." for "johan", and the other way round.
bool same_or_initial(std::string_view a, std::string_view b) {
    const auto initial = [](std::string_view word) { return word.size() == 2 && word[1] == '.'; };
    return a == b || ((initial(a) || initial(b)) && a[0] == b[0]);
}

/// `words` stand in `name` in this order, the first as its first.
bool in_order(const std::vector<std::string>& words, const std::vector<std::string>& name) {
    if (words.size() < 2 || words.size() > name.size() || words[0] != name[0]) return false;
    std::size_t at = 0;
    for (const auto& part : name) at += at < words.size() && same_or_initial(words[at], part);
    return at == words.size();
}

std::string_view last_of_several(std::string_view text) {
    const auto at = text.rfind(' ');
    return at == std::string_view::npos ? std::string_view() : text.substr(at + 1);
}

}  // namespace

bool kind_word(std::string_view core) {
    static constexpr std::string_view words[] = {"ministry",   "court",     "agency",  "commission",
                                                 "department", "office",    "embassy", "council",
                                                 "committee",  "consulate", "bureau",  "directorate"};
    return std::find(std::begin(words), std::end(words), core) != std::end(words);
}

std::uint32_t Clusters::find(const std::string& key) const {
    const auto it = by_key_.find(key);
    return it == by_key_.end() ? no_entity : it->second;
}

std::uint32_t Clusters::make(const std::string& key, const Mention& mention, EntityType type) {
    const auto index = static_cast<std::uint32_t>(clusters_.size());
    Cluster cluster;
    cluster.type = type;
    cluster.key = key;
    cluster.core = mention.core;
    cluster.country = mention.country;
    cluster.lexicon = mention.lexicon;
    cluster.state = mention.state;
    cluster.gender = mention.gender;
    clusters_.push_back(std::move(cluster));
    by_key_.emplace(key, index);
    return index;
}

void Clusters::join(std::uint32_t index, Mention& mention) {
    auto& cluster = clusters_[index];
    mention.entity = index;
    ++cluster.mentions;
    if (mention.type == EntityType::official && is_human(cluster.type)) cluster.type = EntityType::official;
    const bool by_office = mention.kind == MentionKind::holder && cluster.named;  // "the president" is no name of hers
    if (mention.kind != MentionKind::pronoun && !by_office) ++cluster.names[mention.name];
    if (cluster.country.empty()) cluster.country = mention.country;
    cluster.state |= mention.state;
    if (cluster.gender == 'u') cluster.gender = mention.gender;
}

void Clusters::describe(std::uint32_t cluster, Mention& mention) {
    join(cluster, mention);
    clusters_[cluster].names[mention.name] = 0;
}

std::uint32_t Clusters::institution(const std::string& core, const std::string& country) const {
    for (auto i = clusters_.size(); i-- > 0;) {
        const auto& cluster = clusters_[i];
        if (cluster.type != EntityType::institution || cluster.core != core) continue;
        if (cluster.country == country || cluster.country.empty() || country.empty())
            return static_cast<std::uint32_t>(i);
    }
    return no_entity;
}

std::uint32_t Clusters::longer_institution(const std::string& core, const std::string& country) const {
    for (auto i = clusters_.size(); i-- > 0;) {
        const auto& cluster = clusters_[i];
        if (cluster.type != EntityType::institution || !cluster.core.ends_with(" " + core)) continue;
        if (cluster.country == country || cluster.country.empty() || country.empty())
            return static_cast<std::uint32_t>(i);
    }
    return no_entity;
}

std::vector<std::uint32_t> Clusters::namesakes(const std::string& surname) const {
    std::vector<std::uint32_t> last, first;
    for (std::uint32_t i = 0; i < clusters_.size(); ++i) {
        const auto& name = clusters_[i].words;
        if (!is_human(clusters_[i].type) || !clusters_[i].named || name.size() < 2) continue;
        if (name.back() == surname) last.push_back(i);
        if (name.front() == surname) first.push_back(i);
    }
    return last.empty() ? first : last;
}

std::uint32_t Clusters::nickname(const Lexicon& lexicon, const std::vector<std::string>& words) const {
    const auto short_for = [&](const std::string& nick, const std::string& full) {
        const auto it = lexicon.nicknames.find(nick);
        return it != lexicon.nicknames.end() && it->second.contains(full);
    };
    auto found = no_entity;
    for (std::uint32_t i = 0; i < clusters_.size(); ++i) {
        const auto& name = clusters_[i].words;
        if (!is_human(clusters_[i].type) || name.size() < 2 || words.size() < 2 || name.back() != words.back())
            continue;
        if (!short_for(words.front(), name.front()) && !short_for(name.front(), words.front())) continue;
        if (found != no_entity) return no_entity;
        found = i;
    }
    return found;
}

std::uint32_t Clusters::person(const std::vector<std::string>& words) const {
    const auto latest = [&](auto fits) {
        for (auto i = clusters_.size(); i-- > 0;)
            if (is_human(clusters_[i].type) && clusters_[i].named && fits(clusters_[i].words))
                return static_cast<std::uint32_t>(i);
        return no_entity;
    };
    const auto by_tail = latest([&](const auto& name) { return ends_with(name, words); });
    if (by_tail != no_entity || words.size() != 1) return by_tail;
    const auto by_spelling = latest([&](const auto& name) { return one_letter_off(name.back(), words[0]); });
    if (by_spelling != no_entity) return by_spelling;
    const auto by_first = latest([&](const auto& name) { return name.size() > 1 && name.front() == words[0]; });
    if (by_first != no_entity) return by_first;
    return latest([&](const auto& name) {
        return name.size() > 2 && std::find(name.begin(), name.end(), words[0]) != name.end();
    });
}

std::uint32_t Clusters::longer_person(const std::vector<std::string>& words) const {
    auto found = no_entity;
    for (std::uint32_t i = 0; i < clusters_.size(); ++i) {
        const auto& name = clusters_[i].words;
        if (!is_human(clusters_[i].type) || !clusters_[i].named || !in_order(words, name)) continue;
        const bool kin = name.back() == "jr" || name.back() == "sr" || name.back() == "sr.";
        if (name.back() != words.back() && kin) continue;  // the son, the father
        if (found != no_entity) return no_entity;
        found = i;
    }
    return found;
}

std::uint32_t Clusters::outlet(const Lexicon& lexicon, const Mention& mention) const {
    if (organisation_kind(lexicon, mention.lexicon) != "media" || mention.name.find(' ') != std::string::npos)
        return no_entity;
    const auto full = short_form(mention.name, fold(mention.name));
    return full != no_entity && organisation_kind(lexicon, clusters_[full].lexicon) == "media" ? full : no_entity;
}

std::uint32_t Clusters::short_form(std::string_view written, std::string_view folded) const {
    for (auto i = clusters_.size(); i-- > 0;) {
        const auto& cluster = clusters_[i];
        if (cluster.type != EntityType::institution) continue;
        for (const auto& [name, count] : cluster.names) {
            if (written.size() > 1 && initials(name) == written) return static_cast<std::uint32_t>(i);
            if (last_of_several(fold(name)) == folded) return static_cast<std::uint32_t>(i);
        }
    }
    return no_entity;
}

}  // namespace chancery
