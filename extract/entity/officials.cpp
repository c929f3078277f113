#include "extract/entity/officials.hpp"

#include <algorithm>
#include <iterator>

#include "extract/entity/person_names.hpp"
#include "extract/lexicon/entry_key.hpp"

namespace chancery {

std::string Officials::office_key(const Office& office) const {
    const auto& title = lexicon_.titles[office.title];
    if (title.relation.empty() || office.body == no_mention) return {};
    const auto& body = mentions_[office.body];
    const bool heads = title.relation == "head_of" || title.relation == "deputy_head_of";  // one of many in a state
    const auto owner = !body.country.empty() && !(heads && body.type == EntityType::institution)
                           ? body.country
                           : std::to_string(body.entity);
    return (office.deputy ? "deputy " : "") + title.relation + " " +
           (title.ministry.empty() ? std::string() : title.ministry + " ") + owner;
}

/// A guild, a company, a university: its president holds no public office.
bool Officials::private_body(const Office& office) const {
    if (office.body == no_mention) return false;
    const auto& body = mentions_[office.body];
    if (body.type != EntityType::institution || body.state || !body.country.empty()) return false;
    const auto kind = organisation_kind(lexicon_, body.lexicon);
    return kind != "international" && kind != "party";
}

void Officials::note() {
    for (const auto& office : offices_) {
        auto& holder = mentions_[office.holder];
        if (holder.entity == no_entity) continue;
        auto& cluster = clusters_.all()[holder.entity];
        if (!is_human(cluster.type)) continue;
        const auto& title = lexicon_.titles[office.title];
        const bool state_body = office.body != no_mention &&
                                (mentions_[office.body].state || mentions_[office.body].type == EntityType::country);
        const bool of_unknown_body = office.owned && title.relation.starts_with("head_of_state");
        if (of_unknown_body && office.body == no_mention) continue;  // "a former president of the guild"
        if (title.relation.find("head_of_") != std::string::npos && private_body(office)) continue;
        if (title.human == Title::Human::official || (title.human == Title::Human::depends && state_body))
            cluster.type = EntityType::official;
        if (const auto key = office_key(office); !key.empty()) cluster.offices.insert(key);
    }
    for (const auto& mention : mentions_) rank_makes_official(mention);
    for (auto& cluster : clusters_.all())
        if (is_human(cluster.type) && cluster.named) leader(cluster);
    for (const auto& office : offices_) serves_official(office);
}

/// A spokesman or adviser of an official is one, too: "a spokesman for Prime Minister Roe".
void Officials::serves_official(const Office& office) {
    const auto holder = mentions_[office.holder].entity;
    if (holder == no_entity || office.body == no_mention || mentions_[office.body].entity == no_entity) return;
    const auto& title = lexicon_.titles[office.title];
    const bool serves = title.relation == "spokesperson_of" || title.relation == "adviser_to";
    auto& cluster = clusters_.all()[holder];
    if (serves && cluster.type == EntityType::person &&
        clusters_.all()[mentions_[office.body].entity].type == EntityType::official)
        cluster.type = EntityType::official;
}

/// Heads of state and government are known by name; by surname alone where the article names their country and no
/// other leader of that name fits.
void Officials::leader(Cluster& cluster) const {
    auto words = cluster.words;
    for (std::size_t i = words.size(); i > 2; --i)  // "Vladimir V. Putin"
        if (words[i - 2].size() == 2 && words[i - 2].back() == '.')
            words.erase(words.begin() + static_cast<long>(i) - 2);
    const auto key = joined(words);
    const auto& names = words.size() > 1 ? lexicon_.leader_names : lexicon_.leader_surnames;
    const auto found = names.find(key);
    if (found == names.end()) return;
    std::vector<std::uint32_t> fitting;
    std::copy_if(found->second.begin(), found->second.end(), std::back_inserter(fitting),
                 [&](auto index) { return clusters_.find("country:" + lexicon_.leaders[index].country) != no_entity; });
    if (fitting.empty() && words.size() > 1) fitting = found->second;
    if (fitting.empty()) return;
    const auto& first = lexicon_.leaders[fitting.front()];
    const bool one_country = std::all_of(fitting.begin(), fitting.end(),
                                         [&](auto index) { return lexicon_.leaders[index].country == first.country; });
    if (!one_country) return;
    const bool given = words.size() == 1 && lexicon_.given_names.contains(key);
    if (given && cluster.mentions < 2 && cluster.type != EntityType::official) return;  // "Mike", "Harold"
    cluster.type = EntityType::official;
    cluster.country = first.country;
    if (fitting.size() != 1) return;
    cluster.leader = fitting.front();
    const auto name = fold(first.name);
    const auto gender = lexicon_.given_names.find(name.substr(0, name.find(' ')));
    if (cluster.gender == 'u' && gender != lexicon_.given_names.end()) cluster.gender = gender->second;
}

void Officials::rank_makes_official(const Mention& mention) {
    if (!is_human(mention.type) || mention.entity == no_entity || mention.first == 0 ||
        mention.kind != MentionKind::name)
        return;
    const auto it = lexicon_.honorifics.find(sentences_[mention.sentence][mention.first - 1].lower);
    if (it == lexicon_.honorifics.end()) return;
    if ((it->second == "religious" || it->second == "royal") &&
        !sentences_[mention.sentence][mention.first - 1].capital)
        return;
    auto& cluster = clusters_.all()[mention.entity];
    if (it->second == "religious" || it->second == "royal") {  // "Maulana X" is a name, too
        const auto honorific = sentences_[mention.sentence][mention.first - 1].text;
        cluster.names.emplace(std::string(honorific) + " " + mention.name, 0U);
    }
    if (it->second == "rank" || it->second == "legislator" || it->second == "governor" || it->second == "royal")
        cluster.type = EntityType::official;
}

std::uint32_t Officials::leader_in(const Office& office, const std::string& country) const {
    auto relation = lexicon_.titles[office.title].relation;
    if (office.former || office.deputy || !relation.starts_with("head_of_") || country.empty()) return no_entity;
    relation.resize(relation.size() - 3);  // "head_of_state_of" -> "head_of_state"
    auto found = no_entity;
    for (std::uint32_t c = 0; c < clusters_.all().size(); ++c) {
        const auto& cluster = clusters_.all()[c];
        if (cluster.leader == no_entity || cluster.country != country) continue;
        if (!lexicon_.leaders[cluster.leader].offices.contains(relation)) continue;
        if (found != no_entity) return no_entity;
        found = c;
    }
    return found;
}

}  // namespace chancery
