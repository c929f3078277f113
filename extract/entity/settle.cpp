// Offices whose country stands elsewhere in the article.
//
// A report from Chile writes "President Rojas" and means Chile's. So a bare office of state goes to the country the
// article mentions most, with two exceptions: a holder whose office is said in full somewhere keeps that one alone, and
// a country has one president at a time.
#include <algorithm>
#include <map>
#include <set>

#include "extract/entity/entities.hpp"

namespace chancery {

namespace {

bool of_state(const Title& title) {
    return title.human == Title::Human::official && title.scope == "country" &&
           (!title.ministry.empty() || title.relation.starts_with("head_of_") ||
            title.relation.find("minister_of") != std::string::npos ||
            title.relation.starts_with("deputy_head_of_government"));
}

/// The body named last before the title, in its sentence or the two before.
std::uint32_t body_before(const Office& office, const std::vector<Mention>& mentions) {
    auto found = no_mention;
    for (std::uint32_t m = 0; m < mentions.size(); ++m) {
        const auto& mention = mentions[m];
        if (mention.where.begin >= office.where.begin) break;
        if (mention.sentence + 2 < office.sentence || mention.type != EntityType::institution) continue;
        if (mention.kind == MentionKind::name && mention.entity != no_entity) found = m;
    }
    return found;
}

}  // namespace

std::string home_country(const std::vector<Mention>& mentions) {
    std::map<std::string, int> counts;
    for (const auto& mention : mentions)
        if (mention.type == EntityType::country || (mention.type == EntityType::institution && mention.state))
            counts[mention.country] += mention.country.empty() ? 0 : mention.type == EntityType::country ? 2 : 1;
        else if (mention.type == EntityType::place && !mention.country.empty())
            counts[mention.country] += mention.sentence < 2 && mention.first == 0 ? 4 : 1;  // the dateline
    std::string best;
    for (const auto& mention : mentions)
        if (mention.type == EntityType::country && !mention.country.empty() &&
            (best.empty() || counts[mention.country] > counts[best]))
            best = mention.country;
    return best;
}

void settle_offices(const Lexicon& lexicon, std::vector<Office>& offices, const std::vector<Mention>& mentions,
                    const std::vector<Entity>& entities) {
    for (auto& office : offices)
        if (office.owner_before) office.body = body_before(office, mentions);
    const auto home = home_country(mentions);
    if (home.empty()) return;
    std::set<std::pair<std::uint32_t, std::string>> held;  // holder and relation said in full
    std::map<std::string, std::uint32_t> heads;            // relation -> the home country's holder
    for (const auto& office : offices) {
        if (office.body == no_mention) continue;
        const auto& relation = lexicon.titles[office.title].relation;
        const auto holder = mentions[office.holder].entity;
        held.emplace(holder, relation);
        if (mentions[office.body].country == home && !office.former) heads.emplace(relation, holder);
    }
    for (auto& office : offices) {
        const auto& title = lexicon.titles[office.title];
        const auto holder = mentions[office.holder].entity;
        if (office.body != no_mention || office.owned || !of_state(title) || holder == no_entity ||
            held.contains({holder, title.relation}))
            continue;
        const auto& known = entities[holder].signature.country;
        const auto& country = known.empty() ? home : known;
        const bool american = (title.ministry.ends_with("Department") || title.ministry == "Senate" ||
                               title.ministry == "House of Representatives") &&
                              known.empty() && home != "US";
        if (american) continue;  // "Secretary of State" is of the United States, whatever the article is about
        const bool single = known.empty() && title.relation.starts_with("head_of_") && !office.former;
        if (single && heads.emplace(title.relation, holder).first->second != holder) continue;
        for (std::uint32_t m = 0; m < mentions.size(); ++m) {
            const bool fits = mentions[m].type == EntityType::country && mentions[m].country == country &&
                              mentions[m].entity != no_entity;
            if (fits && (office.body == no_mention || mentions[m].where.begin < office.where.begin))
                office.body = m;  // the nearest before
        }
        if (office.body != no_mention) office.construction = "title-country-elsewhere";
    }
}

}  // namespace chancery
