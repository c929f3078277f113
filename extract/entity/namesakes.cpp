#include "extract/entity/namesakes.hpp"

#include <algorithm>

#include "extract/entity/person_names.hpp"

namespace chancery {

namespace {

bool in_full(const Mention& mention) {
    return mention.kind == MentionKind::name && mention.entity != no_entity &&
           mention.name.find(' ') != std::string::npos;
}

/// The one that is known to have led a country; no_entity when none or several are.
std::uint32_t leader_of(const Lexicon& lexicon, const Clusters& clusters, const std::vector<std::uint32_t>& namesakes) {
    auto found = no_entity;
    for (const auto c : namesakes) {
        if (!lexicon.leader_names.contains(joined(clusters.all()[c].words))) continue;
        if (found != no_entity) return no_entity;
        found = c;
    }
    return found;
}

}  // namespace

std::uint32_t namesake_meant(const Lexicon& lexicon, const Clusters& clusters, const std::vector<Mention>& mentions,
                             const Mention& mention, const std::string& surname) {
    auto namesakes = clusters.namesakes(surname);
    if (namesakes.size() < 2) return no_entity;
    const auto other_gender = [&](std::uint32_t c) {
        const auto gender = clusters.all()[c].gender;
        return (mention.gender == 'f' && gender == 'm') || (mention.gender == 'm' && gender == 'f');
    };
    std::erase_if(namesakes, other_gender);  // "Mrs. Roe"
    if (namesakes.empty()) return no_entity;
    if (const auto leader = leader_of(lexicon, clusters, namesakes); leader != no_entity) return leader;
    auto most = no_entity, near = no_entity;
    for (const auto& other : mentions) {
        if (!in_full(other) || std::find(namesakes.begin(), namesakes.end(), other.entity) == namesakes.end()) continue;
        if (most == no_entity || clusters.all()[other.entity].mentions > clusters.all()[most].mentions)
            most = other.entity;
        const bool before = other.where.begin < mention.where.begin;
        if (before && other.sentence + 1 >= mention.sentence) near = other.entity;
    }
    return near != no_entity ? near : most;
}

}  // namespace chancery
