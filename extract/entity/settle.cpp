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
           (title.relation.starts_with("head_of_") || title.relation.find("minister_of") != std::string::npos ||
            title.relation.starts_with("deputy_head_of_government"));
}

}  // namespace

std::string home_country(const std::vector<Mention>& mentions) {
    std::map<std::string, int> counts;
    for (const auto& mention : mentions)
        if (mention.type == EntityType::country || (mention.type == EntityType::institution && mention.state))
            counts[mention.country] += mention.country.empty() ? 0 : mention.type == EntityType::country ? 2 : 1;
    std::string best;
    for (const auto& mention : mentions)
        if (mention.type == EntityType::country && !mention.country.empty() &&
            (best.empty() || counts[mention.country] > counts[best]))
            best = mention.country;
    return best;
}

void settle_offices(const Lexicon& lexicon, std::vector<Office>& offices, const std::vector<Mention>& mentions) {
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
        const bool single = title.relation.starts_with("head_of_") && !office.former;
        if (single && heads.emplace(title.relation, holder).first->second != holder) continue;
        for (std::uint32_t m = 0; m < mentions.size(); ++m) {
            const bool fits = mentions[m].type == EntityType::country && mentions[m].country == home &&
                              mentions[m].entity != no_entity;
            if (fits && (office.body == no_mention || mentions[m].where.begin < office.where.begin))
                office.body = m;  // the nearest before
        }
        if (office.body != no_mention) office.construction = "title-country-elsewhere";
    }
}

}  // namespace chancery
