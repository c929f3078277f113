// "His foreign minister, NAME", "its attorney general": of the state of whoever "he" or "it" is.
#include <algorithm>

#include "extract/entity/entities.hpp"

namespace chancery {

namespace {

/// Offices of which a ruler or a state has one: ministers, heads of government, attorneys general.
bool serves_ruler(const Title& title) {
    const auto& relation = title.relation;
    return title.human == Title::Human::official && title.scope == "country" &&
           (relation == "minister_of" || relation == "deputy_minister_of" || relation == "head_of_government_of" ||
            (relation == "prosecutor_of" && title.text.ends_with("general")));
}

class OwnMinisters {
  public:
    OwnMinisters(const Lexicon& lexicon, std::vector<Office>& offices, const std::vector<Mention>& mentions,
                 const std::vector<Entity>& entities)
        : lexicon_(lexicon), offices_(offices), mentions_(mentions), entities_(entities) {}

    void run() {
        for (auto& office : offices_)
            if (office.owned && office.body == no_mention && serves_ruler(lexicon_.titles[office.title]))
                settle(office);
    }

  private:
    void settle(Office& office) {
        const auto country = country_of(owner(office));
        if (country.empty()) return;
        for (std::uint32_t m = 0; m < mentions_.size(); ++m) {
            const bool of_it = mentions_[m].type == EntityType::country && mentions_[m].country == country &&
                               mentions_[m].entity != no_entity;
            if (of_it && (office.body == no_mention || mentions_[m].where.begin < office.where.begin)) office.body = m;
        }
        if (office.body == no_mention) office.implied = country;
        office.construction = "title-country-elsewhere";
    }

    /// Whom "his" or "its" before the title means.
    [[nodiscard]] std::uint32_t owner(const Office& office) const {
        constexpr std::uint32_t reach = 40;  // bytes of "his newly appointed"
        auto found = no_entity;
        for (const auto& mention : mentions_)
            if (mention.owner && mention.sentence == office.sentence && mention.where.end < office.where.end &&
                mention.where.end + reach > office.where.begin)
                found = mention.entity;
        return found;
    }

    /// The state that somebody is known to serve, or a country itself.
    [[nodiscard]] std::string country_of(std::uint32_t entity) const {
        if (entity == no_entity) return {};
        if (entities_[entity].type == EntityType::country) return entities_[entity].signature.country;
        if (!is_human(entities_[entity].type)) return {};
        if (const auto& country = entities_[entity].signature.country; !country.empty()) return country;
        for (const auto& office : offices_)
            if (mentions_[office.holder].entity == entity && office.body != no_mention && !office.former)
                return mentions_[office.body].country;
        return {};
    }

    const Lexicon& lexicon_;
    std::vector<Office>& offices_;
    const std::vector<Mention>& mentions_;
    const std::vector<Entity>& entities_;
};

}  // namespace

void settle_own_ministers(const Lexicon& lexicon, std::vector<Office>& offices, const std::vector<Mention>& mentions,
                          const std::vector<Entity>& entities) {
    OwnMinisters(lexicon, offices, mentions, entities).run();
}

}  // namespace chancery
