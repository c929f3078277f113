// Offices whose country stands elsewhere in the article.
//
// A report from Chile writes "President Rojas" and means Chile's. So a bare office of state goes to the country the
// article mentions most, with two exceptions: a holder whose office is said in full somewhere keeps that one alone, and
// a country has one president at a time.
#include <algorithm>
#include <map>
#include <set>

#include "extract/entity/entities.hpp"

#include "extract/lexicon/entry_key.hpp"

namespace chancery {

namespace {

bool of_state(const Title& title) {
    if (title.text.find("national security advis") != std::string::npos) return true;
    if (title.human != Title::Human::official) return false;
    if (title.relation == "legislator_of") return true;
    const bool general = title.relation == "prosecutor_of" &&
                         (title.text.find("general") != std::string::npos || title.text.starts_with("special"));
    return title.scope == "country" && (!title.ministry.empty() || title.relation.starts_with("head_of_") || general ||
                                        title.relation.find("minister_of") != std::string::npos ||
                                        title.relation.starts_with("deputy_head_of_government"));
}

/// "Secretary of State", "Rep.", "national security adviser": titles of the United States where no state is named,
/// though others have some of them.
bool american(const Title& title) {
    return title.text.find("national security advis") != std::string::npos || title.ministry.ends_with("Department") ||
           title.text == "special counsel" || title.ministry == "Senate" ||
           title.ministry == "House of Representatives";
}

bool is_company(const Lexicon& lexicon, const Mention& mention) {
    return mention.type == EntityType::institution && organisation_kind(lexicon, mention.lexicon) == "company";
}

/// The body named last before the title, in its sentence or the two before; "the outlet" itself where it says whom it
/// means, the country of "its ambassador". The head of a company is head of no body of state.
std::uint32_t body_before(const Lexicon& lexicon, const Office& office, const std::vector<Mention>& mentions) {
    const auto& title = lexicon.titles[office.title];
    const bool envoy = title.relation == "ambassador_of" || title.relation == "diplomat_of";
    auto found = no_mention, company = no_mention;
    for (std::uint32_t m = 0; m < mentions.size(); ++m) {
        const auto& mention = mentions[m];
        if (mention.where.begin >= office.where.begin) break;
        if (mention.entity == no_entity) {
            const bool unknown = mention.kind == MentionKind::pronoun && !mention.core.empty() &&
                                 mention.type == EntityType::institution &&
                                 mention.where.end + 6 > office.where.begin;  // "the firm's owner"
            if (unknown) return no_mention;
            continue;
        }
        if (title.relation == "founder_of" && is_company(lexicon, mention)) company = m;
        if (mention.sentence + (envoy ? 0 : 2) < office.sentence) continue;
        if (envoy) {
            if (mention.type == EntityType::country) found = m;
            continue;
        }
        if (mention.type != EntityType::institution) continue;
        const bool described =
            mention.kind == MentionKind::pronoun && !mention.core.empty() && mention.where.end + 6 > office.where.begin;
        const bool private_body = title.relation == "founder_of" || title.relation == "editor_of";
        if (described || (mention.kind == MentionKind::name && !(private_body && mention.state))) found = m;
    }
    return found != no_mention ? found : company;
}

/// "the president of the party": the body that "the party" stands for.
std::uint32_t described_behind(const Office& office, const std::vector<Mention>& mentions) {
    constexpr std::uint32_t reach = 16;  // bytes of "of the ruling"
    for (std::uint32_t m = 0; m < mentions.size(); ++m) {
        const auto& mention = mentions[m];
        if (mention.where.begin <= office.where.end || mention.sentence != office.sentence) continue;
        if (mention.where.begin > office.where.end + reach) break;
        if (mention.type == EntityType::institution && mention.kind == MentionKind::pronoun && !mention.core.empty() &&
            mention.entity != no_entity)
            return m;
    }
    return no_mention;
}

/// "Justice Roe", "Chief Justice Roe": of the highest court that the article names.
std::uint32_t court_of(const Title& title, const std::vector<Mention>& mentions) {
    if (title.text != "justice" && title.text != "chief justice") return no_mention;
    for (std::uint32_t m = 0; m < mentions.size(); ++m)
        if (mentions[m].type == EntityType::institution && mentions[m].kind == MentionKind::name &&
            mentions[m].entity != no_entity && mentions[m].core.find("supreme court") != std::string::npos)
            return m;
    return no_mention;
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
    for (const auto& mention : mentions) {
        const bool dateline = mention.type == EntityType::place && mention.sentence < 2 && mention.first == 0;
        if ((mention.type == EntityType::country || dateline) && !mention.country.empty() &&
            (best.empty() || counts[mention.country] > counts[best]))
            best = mention.country;
    }
    return best;
}

namespace {

class Settler {
  public:
    Settler(const Lexicon& lexicon, std::vector<Office>& offices, const std::vector<Mention>& mentions,
            const std::vector<Entity>& entities)
        : lexicon_(lexicon),
          offices_(offices),
          mentions_(mentions),
          entities_(entities),
          home_(home_country(mentions)) {}

    void run() {
        for (const auto& office : offices_) {
            if (office.body == no_mention) continue;
            const auto& relation = lexicon_.titles[office.title].relation;
            const auto holder = mentions_[office.holder].entity;
            held_.emplace(holder, relation);
            if (mentions_[office.body].country == home_ && !office.former) heads_.emplace(relation, holder);
        }
        for (auto& office : offices_) settle(office);
    }

  private:
    void settle(Office& office) {
        const auto& title = lexicon_.titles[office.title];
        const auto holder = mentions_[office.holder].entity;
        if (office.body != no_mention || office.owned || !of_state(title) || holder == no_entity ||
            held_.contains({holder, title.relation}))
            return;
        const auto country = country_of(office);
        if (country.empty()) return;
        const bool known = !entities_[holder].signature.country.empty();
        const bool single = !known && title.relation.starts_with("head_of_") && !office.former;
        if (single && heads_.emplace(title.relation, holder).first->second != holder) return;
        for (std::uint32_t m = 0; m < mentions_.size(); ++m)
            if (mentioned(m, country) && (office.body == no_mention || mentions_[m].where.begin < office.where.begin))
                office.body = m;  // the nearest before
        if (office.body == no_mention) office.implied = country;
        office.construction = "title-country-elsewhere";
    }

    [[nodiscard]] std::string country_of(const Office& office) const {
        const auto& known = entities_[mentions_[office.holder].entity].signature.country;
        if (!known.empty()) return known;
        if (!office.implied.empty()) return office.implied;
        const auto& title = lexicon_.titles[office.title];
        if (home_ == "US") return home_;
        const bool here = std::any_of(mentions_.begin(), mentions_.end(), [](const Mention& mention) {
            return mention.type != EntityType::institution && mention.country == "US";
        });
        if (american(title)) return here ? "US" : title.relation == "legislator_of" ? home_ : std::string();
        return here && title.text.ends_with("attorney general") ? "" : home_;  // of either
    }

    [[nodiscard]] bool mentioned(std::uint32_t m, std::string_view country) const {
        return mentions_[m].type == EntityType::country && mentions_[m].country == country &&
               mentions_[m].entity != no_entity;
    }

    const Lexicon& lexicon_;
    std::vector<Office>& offices_;
    const std::vector<Mention>& mentions_;
    const std::vector<Entity>& entities_;
    std::string home_;
    std::set<std::pair<std::uint32_t, std::string>> held_;  ///< holder and relation said in full
    std::map<std::string, std::uint32_t> heads_;            ///< relation -> the home country's holder
};

}  // namespace

void settle_offices(const Lexicon& lexicon, std::vector<Office>& offices, const std::vector<Mention>& mentions,
                    const std::vector<Entity>& entities) {
    for (auto& office : offices) {
        if (office.owner_before) office.body = body_before(lexicon, office, mentions);
        if (!office.owned && office.body == no_mention) office.body = court_of(lexicon.titles[office.title], mentions);
        if (office.owned && office.body == no_mention) office.body = described_behind(office, mentions);
    }
    Settler(lexicon, offices, mentions, entities).run();
    settle_own_ministers(lexicon, offices, mentions, entities);
    settle_counterparts(lexicon, offices, mentions);
}

}  // namespace chancery
