// From a cluster of mentions to an entity: its label, its other names, what it is known by across articles.
#include "extract/entity/describe.hpp"

#include "extract/entity/actor_code.hpp"
#include "extract/lexicon/entry_key.hpp"

#include <algorithm>
#include <tuple>

#include "extract/entity/entities.hpp"
#include "extract/lexicon/body_name.hpp"

namespace chancery {

namespace {

/// The name to show: the one with most words (persons, groups) or most mentions, then the longer, then bytewise.
std::string best_name(const Cluster& cluster) {
    std::string best;
    std::tuple<std::size_t, std::size_t, std::size_t> score{0, 0, 0};
    for (const auto& [name, count] : cluster.names) {
        const auto spaces = static_cast<std::size_t>(std::count(name.begin(), name.end(), ' '));
        const bool fullest = is_human(cluster.type) || cluster.type == EntityType::group;
        const auto mine = fullest ? std::tuple{spaces + 1, std::size_t{count}, name.size()}
                                  : std::tuple{std::size_t{count}, spaces + 1, name.size()};
        if (mine > score) std::tie(score, best) = std::tuple{mine, name};
    }
    return best;
}

std::string capitalised(std::string text) {
    bool start = true;
    for (auto& c : text) {
        if (start && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        start = c == ' ';
    }
    for (const std::string_view small : {" And ", " Of ", " For ", " The "})
        for (auto at = text.find(small); at != std::string::npos; at = text.find(small, at + 1))
            text[at + 1] = static_cast<char>(text[at + 1] - 'A' + 'a');
    return text;
}

/// "Russian Foreign Ministry" from RU and "foreign ministry".
std::string owned_name(const Lexicon& lexicon, const std::string& country, const std::string& core) {
    const auto& row = lexicon.countries[*lexicon.country(country)];
    return (row.adjectives.empty() ? row.name : row.adjectives.front()) + " " + capitalised(core);
}

/// "Egyptian Police", "Egypt's Police" for what the text calls "the police".
void add_owned_names(const Lexicon& lexicon, const std::string& country, const std::string& core, Entity& entity) {
    const auto row = lexicon.country(country);
    if (!row) return;
    for (const auto& name :
         {owned_name(lexicon, country, core), lexicon.countries[*row].name + "'s " + capitalised(core)})
        if (name != entity.label &&
            std::find(entity.aliases.begin(), entity.aliases.end(), name) == entity.aliases.end())
            entity.aliases.push_back(name);
    std::sort(entity.aliases.begin(), entity.aliases.end());
}

/// Name, ids and the code of the day as the user's gazetteer has them.
void describe_known(const KnownEntity& known, std::string_view day, Entity& entity) {
    entity.label = entity.signature.name = known.name;
    entity.ids.insert(known.ids.begin(), known.ids.end());
    for (const auto& code : known.codes) {
        const bool holds =
            day.empty() || ((code.from.empty() || code.from <= day) && (code.to.empty() || day <= code.to));
        if (holds) entity.ids.insert_or_assign("cameo", code.code);
    }
}

}  // namespace

Entity to_entity(const Lexicon& lexicon, const Cluster& cluster, std::string_view day) {
    Entity entity;
    entity.type = cluster.type;
    entity.named = cluster.named;
    entity.mentions = cluster.mentions;
    entity.label = best_name(cluster);
    auto& signature = entity.signature;
    signature.name = entity.label;
    if (cluster.type == EntityType::country || cluster.lexicon.starts_with("territory:")) {
        const auto& row = lexicon.countries[*lexicon.country(cluster.country)];
        entity.label = signature.name = row.name;
        entity.ids = {{"cameo", row.cameo}, {"iso2", row.iso2}, {"iso3", row.iso3}};
        std::erase_if(entity.ids, [](const auto& id) { return id.second.empty(); });
    } else if (cluster.lexicon.starts_with("place:")) {
        entity.label = signature.name = lexicon.places[entry_number(cluster.lexicon)].name;
    } else if (cluster.lexicon.starts_with("organisation:")) {
        entity.label = signature.name = lexicon.organisations[entry_number(cluster.lexicon)].name;
    } else if (cluster.type == EntityType::institution && !cluster.country.empty() && cluster.state) {
        signature.name = owned_name(lexicon, cluster.country, cluster.core);
    }
    if (auto code = actor_code(lexicon, cluster); !code.empty() && cluster.type != EntityType::country)
        entity.ids.emplace("cameo", std::move(code));
    if (cluster.lexicon.starts_with("known:"))
        describe_known(lexicon.known[entry_number(cluster.lexicon)], day, entity);
    if (cluster.leader != no_entity) signature.name = lexicon.leaders[cluster.leader].name;
    for (const auto& [name, count] : cluster.names)
        if (name != entity.label) entity.aliases.push_back(name);
    if (cluster.type == EntityType::institution && cluster.state && cluster.lexicon.empty())
        add_owned_names(lexicon, cluster.country, cluster.core, entity);
    signature.family = family_of(cluster.type);
    if (cluster.type != EntityType::group) signature.country = cluster.country;
    if (is_human(cluster.type)) signature.offices.assign(cluster.offices.begin(), cluster.offices.end());
    const bool small = !entity.label.empty() && entity.label[0] >= 'a' && entity.label[0] <= 'z';
    if ((cluster.local && cluster.leader == no_entity) ||
        (cluster.type == EntityType::institution && cluster.country.empty() && small))
        signature.article = "?";
    return entity;
}

namespace {

/// The country of an office that the article speaks of by its capital, its parties or its leader alone.
std::uint32_t implied_country(const Lexicon& lexicon, const std::string& iso2, std::vector<Entity>& entities) {
    for (std::uint32_t e = 0; e < entities.size(); ++e)
        if (entities[e].type == EntityType::country && entities[e].signature.country == iso2) return e;
    const auto row = lexicon.country(iso2);
    if (!row || lexicon.countries[*row].territory) return no_entity;
    Cluster cluster;
    cluster.type = EntityType::country;
    cluster.country = iso2;
    cluster.mentions = 1;
    entities.push_back(to_entity(lexicon, cluster, {}));
    return static_cast<std::uint32_t>(entities.size() - 1);
}

/// The ministry of a country, named in the article or not.
std::uint32_t ministry_of(const Lexicon& lexicon, const std::string& iso2, const std::string& written,
                          std::vector<Entity>& entities) {
    const auto core = fixed_core(written);
    const auto name = owned_name(lexicon, iso2, core);
    for (std::uint32_t e = 0; e < entities.size(); ++e)
        if (entities[e].type == EntityType::institution && entities[e].signature.country == iso2 &&
            (entities[e].signature.name == name || fixed_core(entities[e].label) == core))
            return e;
    Entity ministry;
    ministry.type = EntityType::institution;
    ministry.label = owned_name(lexicon, iso2, fold(written));
    ministry.signature.name = name;
    ministry.aliases = {written};
    add_owned_names(lexicon, iso2, fold(written), ministry);
    add_owned_names(lexicon, iso2, core, ministry);
    ministry.signature.family = "institution";
    ministry.signature.country = iso2;
    ministry.mentions = 1;
    entities.push_back(std::move(ministry));
    return static_cast<std::uint32_t>(entities.size() - 1);
}

}  // namespace

void add_implied_countries(const Lexicon& lexicon, std::vector<Entity>& entities) {
    const auto named = entities.size();
    for (std::size_t e = 0; e < named; ++e) {
        const auto iso2 = entities[e].signature.country;
        if (entities[e].type != EntityType::place || iso2.empty()) continue;
        const auto before = entities.size();
        const auto country = implied_country(lexicon, iso2, entities);
        if (entities.size() > before) entities[country].implied = true;
    }
}

std::uint32_t body_of(const Lexicon& lexicon, const Office& office, const std::vector<Mention>& mentions,
                      std::vector<Entity>& entities) {
    const auto& title = lexicon.titles[office.title];
    const auto& written = office.ministry.empty() ? title.ministry : office.ministry;
    if (office.body == no_mention) {
        if (office.implied.empty()) return no_entity;
        return written.empty() ? implied_country(lexicon, office.implied, entities)
                               : ministry_of(lexicon, office.implied, written, entities);
    }
    const auto& body = mentions[office.body];
    if (written.empty() || body.type != EntityType::country || body.country.empty()) return body.entity;
    return ministry_of(lexicon, body.country, written, entities);
}

}  // namespace chancery
