// "His Russian counterpart, NAME": what the other holds is what he holds himself.
//
// Whose counterpart it is stands in the same sentence, mostly before: the holder of an office there, else somebody
// whose office the article tells elsewhere. The minister of one state heads the ministry of that field in the other,
// under whatever name that one gives it. Where nobody with an office is near, the counterpart gets none.
#include <algorithm>

#include "extract/entity/entities.hpp"

namespace chancery {

namespace {

/// What `country` calls the ministry that somebody else calls `ministry`.
std::string ministry_in_country(const Lexicon& lexicon, const std::string& ministry, const std::string& country) {
    if (ministry.empty()) return {};
    auto general = ministry;
    for (const auto& national : lexicon.ministries)
        if (national.name == ministry) general = national.general;
    for (const auto& national : lexicon.ministries)
        if (national.country == country && national.general == general) return national.name;
    return general;
}

/// An office that every state has.
bool has_counterparts(const Title& title) {
    return title.human == Title::Human::official && title.scope == "country" && !title.relation.empty() &&
           title.relation != "legislator_of" && title.relation != "ambassador_of";
}

class Counterparts {
  public:
    Counterparts(const Lexicon& lexicon, std::vector<Office>& offices, const std::vector<Mention>& mentions)
        : lexicon_(lexicon), offices_(offices), mentions_(mentions) {}

    void run() {
        for (auto& office : offices_)
            if (lexicon_.titles[office.title].text == "counterpart") settle(office);
    }

  private:
    void settle(Office& office) {
        const auto* owner = owner_of(office);
        const bool state = office.body != no_mention && mentions_[office.body].type == EntityType::country;
        office.owned = true;
        if (owner == nullptr || !state) {
            office.body = no_mention;
            return;
        }
        const auto& written = owner->ministry.empty() ? lexicon_.titles[owner->title].ministry : owner->ministry;
        office.title = owner->title;
        office.deputy = owner->deputy;
        office.ministry = ministry_in_country(lexicon_, written, mentions_[office.body].country);
    }

    [[nodiscard]] bool fits(const Office& other, const Office& office) const {
        return !other.former && has_counterparts(lexicon_.titles[other.title]) &&
               mentions_[other.holder].entity != mentions_[office.holder].entity;
    }

    /// The office told last before it in its sentence, else that of whoever its sentence names before it.
    [[nodiscard]] const Office* owner_of(const Office& office) const {
        const Office* found = nullptr;
        for (const auto& other : offices_)
            if (other.sentence == office.sentence && other.where.begin < office.where.begin && fits(other, office))
                found = &other;
        if (found != nullptr) return found;
        for (const auto& mention : mentions_) {
            if (mention.sentence != office.sentence || mention.where.begin > office.where.begin) continue;
            if (!is_human(mention.type) || mention.entity == no_entity) continue;
            for (const auto& other : offices_)
                if (mentions_[other.holder].entity == mention.entity && fits(other, office)) found = &other;
        }
        return found;
    }

    const Lexicon& lexicon_;
    std::vector<Office>& offices_;
    const std::vector<Mention>& mentions_;
};

}  // namespace

void settle_counterparts(const Lexicon& lexicon, std::vector<Office>& offices, const std::vector<Mention>& mentions) {
    Counterparts(lexicon, offices, mentions).run();
}

}  // namespace chancery
