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
#include <array>
#include <set>

#include "extract/entity/clusters.hpp"
#include "extract/entity/describe.hpp"
#include "extract/entity/described_bodies.hpp"
#include "extract/entity/group_names.hpp"
#include "extract/entity/named_later.hpp"
#include "extract/entity/namesakes.hpp"
#include "extract/entity/officials.hpp"
#include "extract/entity/owners.hpp"
#include "extract/entity/person_names.hpp"
#include "extract/entity/references.hpp"
#include "extract/lexicon/entry_key.hpp"

namespace chancery {

namespace {

class Joiner {
  public:
    Joiner(const Lexicon& lexicon, std::vector<Mention>& mentions, const std::vector<Office>& offices,
           std::span<const Words> sentences)
        : lexicon_(lexicon), mentions_(mentions), offices_(offices), sentences_(sentences) {}

    std::vector<Cluster> run() {
        home_ = home_country(mentions_);
        note_rulers();
        agree_on_kinds(mentions_);
        const auto described = described_bodies(mentions_, sentences_);
        for (const auto& [description, name] : described) description->kind = MentionKind::pronoun;
        for (auto& mention : mentions_) sure(mention);
        full_names();
        for (auto& mention : mentions_)
            if (mention.entity == no_entity) short_name(mention);
        for (const auto& [description, name] : described) {
            description->kind = MentionKind::name;
            name->entity == no_entity ? sure(*description) : clusters_.describe(name->entity, *description);
        }
        officials_.note();
        for (auto& mention : mentions_)
            if (mention.kind == MentionKind::holder) holder(mention);
        References(lexicon_, mentions_, offices_, sentences_, clusters_).resolve();
        return std::move(clusters_.all());
    }

  private:
    /// Leaders whom the article calls "President Roe".
    void note_rulers() {
        for (const auto& office : offices_) {
            const auto words = person_words(lexicon_, mentions_[office.holder].name);
            if (words.size() == 1 && lexicon_.titles[office.title].relation.starts_with("head_of_") &&
                lexicon_.leader_surnames.contains(words[0]))
                rulers_.insert(words[0]);
        }
    }

    void put(const std::string& key, Mention& mention, EntityType type) {
        auto cluster = clusters_.find(key);
        if (cluster == no_entity) cluster = clusters_.make(key, mention, type);
        clusters_.join(cluster, mention);
    }

    /// Whatever is known by itself: countries, lexicon entries, bodies with a head, full names of persons, groups.
    void sure(Mention& mention) {
        if (mention.kind == MentionKind::pronoun || mention.kind == MentionKind::holder) return;
        if (mention.lexicon.starts_with("known:")) return known(mention);
        switch (mention.type) {
            case EntityType::country:
                if (mention.country == "GE" && home_ == "US" && american_georgia(mention)) return;
                if (mention.country.empty()) mention.country = home_;  // "the government"
                if (!mention.country.empty()) put("country:" + mention.country, mention, mention.type);
                return;
            case EntityType::place:
                put(mention.lexicon.empty() ? "place:" + fold(mention.name) : mention.lexicon, mention, mention.type);
                return;
            case EntityType::institution:
                if (chamber_elsewhere(mention)) {
                    mention.lexicon.clear();
                    mention.country = home_;
                }
                if (const auto outlet = clusters_.outlet(lexicon_, mention); outlet != no_entity)
                    return clusters_.join(outlet, mention);
                if (!mention.lexicon.empty()) return put(mention.lexicon, mention, mention.type);
                if (mention.state && mention.country.empty()) return;  // short_name() finds its country
                if (mention.core.find(' ') != std::string::npos || !mention.country.empty()) institution(mention);
                return;
            case EntityType::group:
                return group(mention);
            case EntityType::person:
            case EntityType::official:
                return;  // full_names()
        }
    }

    /// "the House" in a report from Manila that has nothing of the United States is another country's.
    bool chamber_elsewhere(const Mention& mention) const {
        if (mention.lexicon.empty() || !mention.state || home_.empty() || mention.country == home_ ||
            !lexicon_.common(fold(mention.name)))
            return false;
        return std::none_of(mentions_.begin(), mentions_.end(), [&](const Mention& other) {
            return other.country == mention.country && other.type != EntityType::institution;
        });
    }

    /// "Georgia" in a report from the United States that has nothing else of the Caucasus is the state.
    bool american_georgia(Mention& mention) {
        const bool caucasus = std::any_of(mentions_.begin(), mentions_.end(), [](const Mention& other) {
            return other.country == "RU" || other.country == "AM" || other.country == "AZ" || other.name == "Tbilisi";
        });
        if (caucasus || mention.name != "Georgia") return false;
        for (std::size_t i = 0; i < lexicon_.places.size(); ++i) {
            if (lexicon_.places[i].name != "Georgia" || lexicon_.places[i].country != "US") continue;
            mention.type = EntityType::place;
            mention.lexicon = "place:" + std::to_string(i);
            mention.country = "US";
            put(mention.lexicon, mention, mention.type);
            return true;
        }
        return false;
    }

    /// What the user's gazetteer knows. A country of it is that country.
    void known(Mention& mention) {
        const auto& entry = lexicon_.known[entry_number(mention.lexicon)];
        if (mention.type == EntityType::country && lexicon_.country(entry.country))
            return put("country:" + entry.country, mention, mention.type);
        put(mention.lexicon, mention, mention.type);
        auto& cluster = clusters_.all()[mention.entity];
        if (is_human(mention.type)) cluster.words = person_words(lexicon_, entry.name);
    }

    /// "The army", "the military" and "the armed forces" of a country are one; the U.S. Army is a part of its military.
    /// So are its "police" and its "law enforcement".
    [[nodiscard]] std::uint32_t forces(const Mention& mention) const {
        static constexpr std::array<std::string_view, 3> army = {"army", "military", "armed forces"};
        static constexpr std::array<std::string_view, 4> police = {"police", "law enforcement",
                                                                   "law enforcement agencies", "police force"};
        const auto found = [&](std::span<const std::string_view> names) {
            if (std::find(names.begin(), names.end(), mention.core) == names.end()) return no_entity;
            for (const auto name : names)
                if (const auto known = clusters_.institution(std::string(name), mention.country); known != no_entity)
                    return known;
            return no_entity;
        };
        if (!mention.state || mention.country.empty()) return no_entity;
        const auto of_police = found(police);
        return of_police != no_entity || mention.country == "US" ? of_police : found(army);
    }

    /// People by description: those that the article has told of, else new ones.
    void group(Mention& mention) {
        auto name = group_name(lexicon_, mention, sentences_[mention.sentence]);
        const auto known = std::find_if(groups_.rbegin(), groups_.rend(),
                                        [&](const auto& earlier) { return may_be(name, earlier.first); });
        if (known != groups_.rend()) return clusters_.join(known->second, mention);
        if (nobody(name)) return;
        const auto cluster = clusters_.make("group:" + std::to_string(groups_.size()), mention, mention.type);
        clusters_.join(cluster, mention);
        clusters_.all()[cluster].local = true;
        groups_.emplace_back(std::move(name), cluster);
    }

    void institution(Mention& mention) {
        auto cluster = clusters_.institution(mention.core, mention.country);
        if (cluster == no_entity) cluster = forces(mention);
        if (cluster == no_entity && mention.core.find(' ') != std::string::npos)
            cluster = clusters_.longer_institution(mention.core, mention.country);
        if (cluster == no_entity)
            cluster =
                clusters_.make("institution:" + mention.core + "|" + mention.country, mention, EntityType::institution);
        clusters_.join(cluster, mention);
    }

    /// Names of two words and more, the longest first, so that "Febres-Cordero" finds "Leon Febres-Cordero".
    void full_names() {
        std::vector<std::pair<std::vector<std::string>, Mention*>> full;
        for (auto& mention : mentions_) {
            if (!is_human(mention.type) || mention.kind != MentionKind::name || mention.entity != no_entity) continue;
            auto words = person_words(lexicon_, mention.name);
            if (words.size() > 1) full.emplace_back(std::move(words), &mention);
        }
        const auto others = other_names(lexicon_, mentions_, sentences_);
        for (auto& [words, mention] : full)
            if (const auto it = others.find(joined(words)); it != others.end()) words = it->second;
        std::stable_sort(full.begin(), full.end(),
                         [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
        for (auto& [words, mention] : full) {
            auto cluster = clusters_.person(words);
            if (cluster == no_entity) cluster = clusters_.longer_person(words);
            if (cluster == no_entity) cluster = clusters_.nickname(lexicon_, words);
            if (cluster == no_entity) {
                cluster = clusters_.make("person:" + joined(words), *mention, EntityType::person);
                clusters_.all()[cluster].words = words;
            }
            clusters_.join(cluster, *mention);
        }
    }

    /// Somebody acts for the person of this mention.
    [[nodiscard]] bool serves(const Mention& mention) const {
        return std::any_of(offices_.begin(), offices_.end(), [&](const Office& office) {
            return office.body != no_mention && &mentions_[office.body] == &mention;
        });
    }

    [[nodiscard]] bool vouched(const Mention& mention) const {
        const auto& words = sentences_[mention.sentence];
        if (mention.phrase < mention.first) return true;  // a title or honorific
        const auto kin = mention.first > 1 && words[mention.first - 1].is(",") ? mention.first - 1 : mention.first;
        if (kin > 0 && lexicon_.kin.contains(words[kin - 1].lower)) return true;  // "his wife Ana", "his wife, Ana"
        if (lexicon_.surnames.contains(words[mention.first].lower)) return true;
        if (mention.last < words.size() && words[mention.first].name == NameClass::person &&
            lexicon_.leader_surnames.contains(words[mention.first].lower) && serves(mention))
            return true;  // "Rojas spokesman NAME"
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

    /// "the National Health Commission (NHC)": the name right before the bracket that `mention` stands alone in.
    [[nodiscard]] const Mention* before_bracket(const Mention& mention) const {
        const auto& words = sentences_[mention.sentence];
        if (mention.first < 2 || !words[mention.first - 1].is("(")) return nullptr;
        if (mention.last >= words.size() || !words[mention.last].is(")")) return nullptr;
        const auto found = std::find_if(mentions_.begin(), mentions_.end(), [&](const Mention& other) {
            return other.sentence == mention.sentence && other.last == mention.first - 1 &&
                   other.type == EntityType::institution && other.entity != no_entity;
        });
        return found == mentions_.end() ? nullptr : &*found;
    }

    void short_name(Mention& mention) {
        if (mention.kind != MentionKind::name) return;
        const auto folded = fold(mention.name);
        if (mention.type == EntityType::institution) {
            if (const auto* full = before_bracket(mention)) return clusters_.join(full->entity, mention);
            const bool bracketed =
                mention.guessed && mention.first > 0 && sentences_[mention.sentence][mention.first - 1].is("(");
            if (bracketed) return;  // the short name of a law, a treaty
            const bool national = mention.state && !kind_word(mention.core);
            auto cluster = national ? no_entity : clusters_.short_form(mention.name, folded);
            if (cluster == no_entity && mention.state && !national && mention.country.empty()) return;
            if (cluster == no_entity && !(mention.state && mention.country.empty()))
                cluster = clusters_.institution(mention.core, mention.country);
            const bool acronym = mention.name.size() > 1 && mention.name.size() < 7 &&
                                 mention.name.find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos;
            if (cluster != no_entity) return clusters_.join(cluster, mention);
            if (mention.state && mention.country.empty()) {
                const auto owner = owner_near(lexicon_, mention, mentions_, sentences_, home_);
                cluster = clusters_.institution(mention.core, owner);  // the article names it in full
                if (cluster == no_entity) cluster = clusters_.institution(mention.core, {});
                if (cluster != no_entity) return clusters_.join(cluster, mention);
                mention.country = owner;
                if (!mention.country.empty()) return institution(mention);
            }
            const bool told = !mention.guessed;  // "the charity X"
            if (acronym || told || mention.core.find(' ') != std::string::npos || mention.state)
                put("institution:" + folded, mention, EntityType::institution);
            return;
        }
        if (!is_human(mention.type)) return;
        auto words = person_words(lexicon_, mention.name);
        if (const auto surname = joined_surname(mention, words); !surname.empty()) {
            mention.name += " " + surname;
            words = person_words(lexicon_, mention.name);
            put("person:" + joined(words), mention, EntityType::person);
            clusters_.all()[mention.entity].words = words;
            return;
        }
        auto cluster =
            words.size() == 1 ? namesake_meant(lexicon_, clusters_, mentions_, mention, words[0]) : no_entity;
        if (cluster == no_entity) cluster = clusters_.person(words);
        if (cluster != no_entity && words.size() == 1 && crowned(mention, sentences_) && !reigns(cluster))
            cluster = no_entity;  // "King Oskar" is no Oskar Roe
        const bool namesake = cluster != no_entity && words.size() == 1 && rulers_.contains(words[0]) &&
                              clusters_.all()[cluster].words.size() > 1 &&
                              !lexicon_.leader_names.contains(joined(clusters_.all()[cluster].words));
        if (namesake) {  // "President Roe" where the article names only a daughter in full
            put("person:" + folded, mention, EntityType::person);
            clusters_.all()[mention.entity].words = words;
            return;
        }
        if (cluster != no_entity) return clusters_.join(cluster, mention);
        if (!vouched(mention)) return;
        put("person:" + folded, mention, EntityType::person);
        auto& made = clusters_.all()[mention.entity];
        made.words = words;
        made.local = true;
    }

    /// The article calls this person a king or pope.
    [[nodiscard]] bool reigns(std::uint32_t cluster) const {
        return std::any_of(mentions_.begin(), mentions_.end(),
                           [&](const Mention& other) { return other.entity == cluster && crowned(other, sentences_); });
    }

    /// The surname that a given name shares with the next; none where the article has somebody of that surname.
    [[nodiscard]] std::string joined_surname(const Mention& mention, const std::vector<std::string>& words) const {
        if (words.size() != 1 || lexicon_.leader_surnames.contains(words[0])) return {};
        const auto known = clusters_.person(words);
        if (known != no_entity && clusters_.all()[known].words.back() == words[0]) return {};
        return shared_surname(lexicon_, mentions_, mention, sentences_[mention.sentence]);
    }

    void holder(Mention& mention) {
        const auto office = std::find_if(offices_.begin(), offices_.end(),
                                         [&](const Office& o) { return &mentions_[o.holder] == &mention; });
        if (office == offices_.end() || mentions_[office->body].entity == no_entity) return;
        const auto key = officials_.office_key(*office);
        for (std::uint32_t c = 0; c < clusters_.all().size() && !key.empty(); ++c)
            if (clusters_.all()[c].offices.contains(key) && clusters_.all()[c].named && !office->former)
                return clusters_.join(c, mention);
        const auto& body = mentions_[office->body];
        const auto named = named_later(lexicon_, *office, offices_, mentions_, sentences_);
        if (named != no_entity) {
            const bool of_state = body.state || body.type == EntityType::country ||
                                  clusters_.all()[body.entity].type == EntityType::official;
            if (of_state || lexicon_.titles[office->title].human == Title::Human::official)
                clusters_.all()[named].type = EntityType::official;
            return clusters_.join(named, mention);
        }
        if (const auto leader = officials_.leader_in(*office, body.country); leader != no_entity)
            return clusters_.join(leader, mention);
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

    const Lexicon& lexicon_;
    std::vector<Mention>& mentions_;
    const std::vector<Office>& offices_;
    std::span<const Words> sentences_;
    std::string home_;
    std::vector<std::pair<GroupName, std::uint32_t>> groups_;  ///< in text order, with their clusters
    std::set<std::string> rulers_;                             ///< surnames
    Clusters clusters_;
    Officials officials_{lexicon_, mentions_, offices_, sentences_, clusters_};
};

}  // namespace

std::vector<Entity> find_entities(const Lexicon& lexicon, std::vector<Mention>& mentions,
                                  const std::vector<Office>& offices, std::span<const Words> sentences,
                                  std::string_view day) {
    std::vector<Entity> entities;
    for (const auto& cluster : Joiner(lexicon, mentions, offices, sentences).run())
        entities.push_back(to_entity(lexicon, cluster, day));
    return entities;
}

}  // namespace chancery
