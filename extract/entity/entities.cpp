// Joins the mentions of one article into entities.
//
// Countries and whatever the lexicons know join by what they are; bodies by core name and country; persons by name.
// Full names go first, so that a surname in the headline finds its person further down. Then single words, acronyms,
// unnamed holders and pronouns are handed to what the article has. No pass undoes an earlier one.
//
// A single capitalised word that nobody vouches for (no title, no verb of saying, no known family name, no second
// mention) stays no entity: half of such words are not names at all.
#include "extract/entity/entities.hpp"

#include <algorithm>
#include <optional>

#include "extract/entity/clusters.hpp"

namespace chancery {

namespace {

std::vector<std::string> person_words(const Lexicon& lexicon, std::string_view name) {
    auto words = entry_words(name);
    std::erase_if(words,
                  [&](const auto& word) { return word == "-" || word == "," || lexicon.suffixes.contains(word); });
    return words;
}

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const auto& word : words) out.append(out.empty() ? "" : " ").append(word);
    return out;
}

class Joiner {
  public:
    Joiner(const Lexicon& lexicon, std::vector<Mention>& mentions, const std::vector<Office>& offices,
           std::span<const Words> sentences)
        : lexicon_(lexicon), mentions_(mentions), offices_(offices), sentences_(sentences) {}

    std::vector<Cluster> run() {
        home_ = home_country(mentions_);
        for (auto& mention : mentions_) sure(mention);
        full_names();
        for (auto& mention : mentions_)
            if (mention.entity == no_entity) short_name(mention);
        note_offices();
        for (auto& mention : mentions_)
            if (mention.kind == MentionKind::holder) holder(mention);
        pronouns();
        return std::move(clusters_.all());
    }

  private:
    void put(const std::string& key, Mention& mention, EntityType type) {
        auto cluster = clusters_.find(key);
        if (cluster == no_entity) cluster = clusters_.make(key, mention, type);
        clusters_.join(cluster, mention);
    }

    /// Whatever is known by itself: countries, lexicon entries, bodies with a head, full names of persons, groups.
    void sure(Mention& mention) {
        if (mention.kind == MentionKind::pronoun || mention.kind == MentionKind::holder) return;
        switch (mention.type) {
            case EntityType::country:
                if (mention.country.empty()) mention.country = home_;  // "the government"
                if (!mention.country.empty()) put("country:" + mention.country, mention, mention.type);
                return;
            case EntityType::place:
                put(mention.lexicon.empty() ? "place:" + fold(mention.name) : mention.lexicon, mention, mention.type);
                return;
            case EntityType::institution:
                if (!mention.lexicon.empty()) return put(mention.lexicon, mention, mention.type);
                if (mention.core.find(' ') != std::string::npos || !mention.country.empty()) institution(mention);
                return;
            case EntityType::group: {
                put("group:" + fold(mention.name), mention, mention.type);
                clusters_.all()[mention.entity].local = true;
                return;
            }
            case EntityType::person:
            case EntityType::official:
                return;  // full_names()
        }
    }

    void institution(Mention& mention) {
        auto cluster = clusters_.institution(mention.core, mention.country);
        if (cluster == no_entity)
            cluster =
                clusters_.make("institution:" + mention.core + "|" + mention.country, mention, EntityType::institution);
        clusters_.join(cluster, mention);
    }

    /// Names of two words and more, the longest first, so that "Febres-Cordero" finds "Leon Febres-Cordero".
    void full_names() {
        std::vector<std::pair<std::vector<std::string>, Mention*>> full;
        for (auto& mention : mentions_) {
            if (!is_human(mention.type) || mention.kind != MentionKind::name) continue;
            auto words = person_words(lexicon_, mention.name);
            if (words.size() > 1) full.emplace_back(std::move(words), &mention);
        }
        std::stable_sort(full.begin(), full.end(),
                         [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
        for (auto& [words, mention] : full) {
            auto cluster = clusters_.person(words);
            if (cluster == no_entity) {
                cluster = clusters_.make("person:" + joined(words), *mention, EntityType::person);
                clusters_.all()[cluster].words = words;
            }
            clusters_.join(cluster, *mention);
        }
    }

    [[nodiscard]] bool vouched(const Mention& mention) const {
        const auto& words = sentences_[mention.sentence];
        if (mention.phrase < mention.first) return true;  // a title or honorific
        if (lexicon_.surnames.contains(words[mention.first].lower)) return true;
        const auto says = [](const Word& word) {
            return word.is_any({"said", "says", "told", "added", "argued", "insisted", "claimed", "wrote", "tweeted",
                                "warned", "vowed", "accused"});
        };
        if (mention.last < words.size() && says(words[mention.last])) return true;
        if (mention.first > 0 && says(words[mention.first - 1]) && !words[mention.first].initial) return true;
        const auto same = std::count_if(mentions_.begin(), mentions_.end(),
                                        [&](const Mention& other) { return other.name == mention.name; });
        return same > 1;
    }

    void short_name(Mention& mention) {
        if (mention.kind != MentionKind::name) return;
        const auto folded = fold(mention.name);
        if (mention.type == EntityType::institution) {
            auto cluster = clusters_.short_form(mention.name, folded);
            if (cluster == no_entity) cluster = clusters_.institution(mention.core, mention.country);
            const bool acronym = mention.name.size() > 1 && mention.name.size() < 7 &&
                                 mention.name.find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos;
            if (cluster != no_entity) return clusters_.join(cluster, mention);
            if (mention.state && mention.country.empty()) mention.country = home_;
            if (acronym || mention.core.find(' ') != std::string::npos || mention.state)
                put("institution:" + folded, mention, EntityType::institution);
            return;
        }
        if (!is_human(mention.type)) return;
        const auto words = person_words(lexicon_, mention.name);
        const auto cluster = clusters_.person(words);
        if (cluster != no_entity) return clusters_.join(cluster, mention);
        if (!vouched(mention)) return;
        put("person:" + folded, mention, EntityType::person);
        auto& made = clusters_.all()[mention.entity];
        made.words = words;
        made.local = true;
    }

    [[nodiscard]] std::string office_key(const Office& office) const {
        const auto& title = lexicon_.titles[office.title];
        if (title.relation.empty() || office.body == no_mention) return {};
        const auto& body = mentions_[office.body];
        const auto owner = !body.country.empty() ? body.country : std::to_string(body.entity);
        return (office.deputy ? "deputy " : "") + title.relation + " " +
               (title.ministry.empty() ? std::string() : title.ministry + " ") + owner;
    }

    void note_offices() {
        for (const auto& office : offices_) {
            auto& holder = mentions_[office.holder];
            if (holder.entity == no_entity) continue;
            auto& cluster = clusters_.all()[holder.entity];
            if (!is_human(cluster.type)) continue;
            const auto& title = lexicon_.titles[office.title];
            const bool state_body = office.body != no_mention && (mentions_[office.body].state ||
                                                                  mentions_[office.body].type == EntityType::country);
            if (title.human == Title::Human::official || (title.human == Title::Human::depends && state_body))
                cluster.type = EntityType::official;
            if (const auto key = office_key(office); !key.empty()) cluster.offices.insert(key);
        }
        for (const auto& mention : mentions_) rank_makes_official(mention);
    }

    void rank_makes_official(const Mention& mention) {
        if (!is_human(mention.type) || mention.entity == no_entity || mention.first == 0 ||
            mention.kind != MentionKind::name)
            return;
        const auto it = lexicon_.honorifics.find(sentences_[mention.sentence][mention.first - 1].lower);
        if (it == lexicon_.honorifics.end()) return;
        auto& cluster = clusters_.all()[mention.entity];
        if (it->second == "rank" || it->second == "legislator" || it->second == "governor" || it->second == "royal")
            cluster.type = EntityType::official;
    }

    void holder(Mention& mention) {
        const auto office = std::find_if(offices_.begin(), offices_.end(),
                                         [&](const Office& o) { return &mentions_[o.holder] == &mention; });
        if (office == offices_.end() || mentions_[office->body].entity == no_entity) return;
        const auto key = office_key(*office);
        for (std::uint32_t c = 0; c < clusters_.all().size() && !key.empty(); ++c)
            if (clusters_.all()[c].offices.contains(key) && clusters_.all()[c].named && !office->former)
                return clusters_.join(c, mention);
        const auto& body = mentions_[office->body];
        const auto where =
            body.type == EntityType::country ? lexicon_.countries[*lexicon_.country(body.country)].name : body.name;
        mention.name = (office->deputy ? "deputy " : "") + lexicon_.titles[office->title].text + " of " + where;
        auto cluster = clusters_.find("holder:" + mention.name);
        if (cluster == no_entity) {
            cluster = clusters_.make("holder:" + mention.name, mention, EntityType::official);
            clusters_.all()[cluster].named = false;
            clusters_.all()[cluster].local = true;
        }
        clusters_.join(cluster, mention);
    }

    /// "he", "she": the first fitting person of the same sentence before it, else of the nearest sentence before.
    void pronouns() {
        for (std::size_t m = 0; m < mentions_.size(); ++m) {
            auto& pronoun = mentions_[m];
            if (pronoun.kind != MentionKind::pronoun) continue;
            std::optional<std::uint32_t> found;
            for (std::uint32_t back = 0; back <= 2 && !found && back <= pronoun.sentence; ++back)
                found = first_person(pronoun.sentence - back, m, pronoun.gender);
            if (found) clusters_.join(*found, pronoun);
        }
    }

    [[nodiscard]] std::optional<std::uint32_t> first_person(std::uint32_t sentence, std::size_t before,
                                                            char gender) const {
        for (std::size_t m = 0; m < before; ++m) {
            const auto& mention = mentions_[m];
            if (mention.sentence != sentence || mention.entity == no_entity || !is_human(mention.type)) continue;
            const auto& cluster = clusters_.all()[mention.entity];
            if (cluster.gender == 'u' || cluster.gender == gender) return mention.entity;
        }
        return std::nullopt;
    }

    const Lexicon& lexicon_;
    std::vector<Mention>& mentions_;
    const std::vector<Office>& offices_;
    std::span<const Words> sentences_;
    std::string home_;
    Clusters clusters_;
};

/// The name to show: the one with most words (persons) or most mentions, then the longer, then bytewise.
std::string best_name(const Cluster& cluster) {
    std::string best;
    std::tuple<std::size_t, std::size_t, std::size_t> score{0, 0, 0};
    for (const auto& [name, count] : cluster.names) {
        const auto spaces = static_cast<std::size_t>(std::count(name.begin(), name.end(), ' '));
        const auto mine = is_human(cluster.type) ? std::tuple{spaces + 1, std::size_t{count}, name.size()}
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
    return text;
}

/// "Russian Foreign Ministry" from RU and "foreign ministry".
std::string owned_name(const Lexicon& lexicon, const std::string& country, const std::string& core) {
    const auto& row = lexicon.countries[*lexicon.country(country)];
    return (row.adjectives.empty() ? row.name : row.adjectives.front()) + " " + capitalised(core);
}

Entity to_entity(const Lexicon& lexicon, const Cluster& cluster) {
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
        entity.label = signature.name = lexicon.places[std::stoul(cluster.lexicon.substr(6))].name;
    } else if (cluster.lexicon.starts_with("organisation:")) {
        entity.label = signature.name = lexicon.organisations[std::stoul(cluster.lexicon.substr(13))].name;
    } else if (cluster.type == EntityType::institution && !cluster.country.empty() && cluster.state) {
        signature.name = owned_name(lexicon, cluster.country, cluster.core);
    }
    for (const auto& [name, count] : cluster.names)
        if (name != entity.label) entity.aliases.push_back(name);
    signature.family = family_of(cluster.type);
    if (cluster.type != EntityType::group) signature.country = cluster.country;
    if (is_human(cluster.type)) signature.offices.assign(cluster.offices.begin(), cluster.offices.end());
    const bool small = !entity.label.empty() && entity.label[0] >= 'a' && entity.label[0] <= 'z';
    if (cluster.local || (cluster.type == EntityType::institution && cluster.country.empty() && small))
        signature.article = "?";
    return entity;
}

}  // namespace

std::vector<Entity> find_entities(const Lexicon& lexicon, std::vector<Mention>& mentions,
                                  const std::vector<Office>& offices, std::span<const Words> sentences) {
    std::vector<Entity> entities;
    for (const auto& cluster : Joiner(lexicon, mentions, offices, sentences).run())
        entities.push_back(to_entity(lexicon, cluster));
    return entities;
}

std::uint32_t body_of(const Lexicon& lexicon, const Office& office, const std::vector<Mention>& mentions,
                      std::vector<Entity>& entities) {
    if (office.body == no_mention) return no_entity;
    const auto& body = mentions[office.body];
    const auto& title = lexicon.titles[office.title];
    if (title.ministry.empty() || body.type != EntityType::country || body.country.empty()) return body.entity;
    const auto name = owned_name(lexicon, body.country, fold(title.ministry));
    for (std::uint32_t e = 0; e < entities.size(); ++e)
        if (entities[e].type == EntityType::institution && entities[e].signature.country == body.country &&
            (entities[e].signature.name == name || fold(entities[e].label) == fold(title.ministry)))
            return e;
    Entity ministry;
    ministry.type = EntityType::institution;
    ministry.label = ministry.signature.name = name;
    ministry.signature.family = "institution";
    ministry.signature.country = body.country;
    ministry.mentions = 1;
    entities.push_back(std::move(ministry));
    return static_cast<std::uint32_t>(entities.size() - 1);
}

}  // namespace chancery
