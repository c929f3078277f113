// Finds which state "his country", "the interim government" and "the administration" are, which politician "the Ohio
// Republican" is, and who "both sides" are.
//
// What somebody calls his own is of the state he acts for: a leader's by the list of leaders, an official's by his
// office. A government without an owner is the one of the country the article is most about. A politician described by
// party or state is the member of a parliament named last, and where the text tells his state, the one whose state
// fits. Two sides are the two states or armed bodies that a sentence just before names, and no third.
#include <algorithm>
#include <tuple>

#include "extract/entity/entities.hpp"
#include "extract/entity/references.hpp"

namespace chancery {

namespace {

/// How many sentences back the two sides or the politician may have been named last.
constexpr std::uint32_t sides_reach = 2;
constexpr std::uint32_t politician_reach = 6;

}  // namespace

/// The state somebody acts for; empty when the article does not tell.
std::string References::country_of(std::uint32_t entity) const {
    const auto& cluster = clusters_.all()[entity];
    if (!cluster.country.empty() || !is_human(cluster.type)) return cluster.country;
    for (const auto& office : offices_) {
        if (mentions_[office.holder].entity != entity) continue;
        if (!office.implied.empty()) return office.implied;
        const auto& relation = lexicon_.titles[office.title].relation;
        if (office.body == no_mention) {
            if (relation.starts_with("head_of_") || relation == "minister_of") return home_;
            continue;
        }
        const auto& body = mentions_[office.body];
        if (body.type == EntityType::country || body.state) return body.country;
    }
    return {};
}

/// "his country", "their government".
std::uint32_t References::state_of_owner(const Mention& described) const {
    for (const auto& owner : mentions_) {
        if (owner.sentence != described.sentence || owner.first + 1 != described.phrase || !owner.owner) continue;
        if (owner.entity == no_entity) return no_entity;
        const auto country = country_of(owner.entity);
        return country.empty() ? no_entity : clusters_.find("country:" + country);
    }
    return no_entity;
}

/// "the administration" behind "the Roe administration", or, where the article has none, behind a leader's name.
std::string References::led_by_leader(std::size_t m) const {
    std::string country, of_leader;
    for (std::size_t c = 0; c < m; ++c) {
        const auto& other = mentions_[c];
        if (other.entity == no_entity) continue;
        if (other.type == EntityType::country && other.kind == MentionKind::name &&
            sentences_[other.sentence][other.last - 1].is(mentions_[m].core))
            country = other.country;
        if (clusters_.all()[other.entity].leader != no_entity) of_leader = clusters_.all()[other.entity].country;
    }
    return country.empty() && mentions_[m].core == "administration" ? of_leader : country;
}

/// "the interim government", "the Syrian regime", "the administration".
std::uint32_t References::government(std::size_t m) const {
    auto country = mentions_[m].country;
    if (country.empty()) country = led_by_leader(m);
    if (country.empty()) country = home_;
    return country.empty() ? no_entity : clusters_.find("country:" + country);
}

/// A member of a parliament, or who stands for one.
bool References::legislates(std::uint32_t entity) const {
    return std::any_of(offices_.begin(), offices_.end(), [&](const Office& office) {
        const auto& relation = lexicon_.titles[office.title].relation;
        return mentions_[office.holder].entity == entity && (relation == "legislator_of" || relation == "governor_of");
    });
}

/// "the Texas Republican" and a person near whose name the article writes "Texas" or "(R-Texas)": 1 when so, -1 when
/// another place or party stands there, 0 when nothing is told.
int References::place_fits(const Mention& described, const Mention& person) const {
    const auto& here = sentences_[described.sentence];
    const auto& there = sentences_[person.sentence];
    const auto& party = lexicon_.references.find(described.core)->second.antecedents;
    constexpr std::uint32_t window = 7;  // words of "Sen. X, a Republican from Texas"
    int fits = 0;
    for (auto i = person.last; i < there.size() && i < person.last + 3; ++i)
        if (!party.empty() && there[i].is_any({"d", "r"}) && there[i].capital)
            fits += party.contains(std::string(there[i].text)) ? 1 : -3;
    for (const auto& place : mentions_) {
        if (place.sentence != described.sentence || place.type != EntityType::place) continue;
        if (place.first < described.phrase || place.last > described.first) continue;
        const auto& name = here[place.first].lower;
        const auto from = person.phrase > 3 ? person.phrase - 3 : 0;
        for (auto i = from; i < there.size() && i < person.last + window; ++i) {
            const auto& word = there[i].lower;
            const bool short_form = word.size() > 2 && word.ends_with('.') &&
                                    name.starts_with(std::string_view(word).substr(0, word.size() - 1));
            if (word == name || short_form) return fits + 2;
        }
    }
    return fits;
}

/// "the Ohio Republican", "the senator": of those named shortly before, the one that fits best, then the last.
std::uint32_t References::politician(std::size_t m) const {
    const auto& mention = mentions_[m];
    auto found = no_entity;
    int best = 0;
    for (std::size_t c = 0; c < m; ++c) {
        const auto& other = mentions_[c];
        if (other.entity == no_entity || !is_human(other.type) || other.kind != MentionKind::name ||
            other.sentence + politician_reach < mention.sentence || !legislates(other.entity))
            continue;
        if (link(mention) != Dependency::subject && beside(other, mention)) continue;
        const int score = 20 + 8 * place_fits(mention, other) -
                          3 * static_cast<int>(mention.sentence - other.sentence) + (subject(other) ? 2 : 0);
        if (score >= best) std::tie(best, found) = std::tuple{score, other.entity};
    }
    return found;
}

bool References::leads_state(std::uint32_t entity, std::string_view country) const {
    const auto& cluster = clusters_.all()[entity];
    if (cluster.leader != no_entity) return cluster.country == country;
    return std::any_of(offices_.begin(), offices_.end(), [&](const Office& office) {
        return mentions_[office.holder].entity == entity && !office.former &&
               lexicon_.titles[office.title].relation.starts_with("head_of_") && country_of(entity) == country;
    });
}

/// "the Syrian leader": who heads that state, of two whoever was named last.
std::uint32_t References::leader_of_state(std::size_t m) const {
    const auto& mention = mentions_[m];
    auto found = no_entity;
    for (std::size_t c = 0; c < m; ++c) {
        const auto& other = mentions_[c];
        if (other.entity == no_entity || !is_human(other.type) || other.entity == found) continue;
        if (link(mention) != Dependency::subject && beside(other, mention)) continue;
        if (leads_state(other.entity, mention.country)) found = other.entity;
    }
    return found;
}

/// "both sides", "the two sides": the only two that a sentence just before sets against or beside each other.
void References::sides(std::size_t m) {
    const auto mention = mentions_[m];
    for (std::uint32_t back = 0; back <= sides_reach && back <= mention.sentence; ++back) {
        std::vector<std::uint32_t> named;
        for (std::size_t c = 0; c < m; ++c) {
            const auto& other = mentions_[c];
            if (other.sentence + back != mention.sentence || other.entity == no_entity || beside(other, mention))
                continue;
            const bool armed = other.type == EntityType::institution && of_kind(other.entity, {"armed_group", "army"});
            if (other.type != EntityType::country && !armed) continue;
            if (std::find(named.begin(), named.end(), other.entity) == named.end()) named.push_back(other.entity);
        }
        if (named.size() > 2) return;
        if (named.size() == 2) return stand_for(m, named);
    }
}

}  // namespace chancery
