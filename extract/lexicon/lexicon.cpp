// Reads models/lexicon/*.tsv into a Lexicon.
//
// Each file has one reader below: it names the columns it expects, checks every cell that has a fixed vocabulary, and
// files the names into the phrase indices. A wrong cell ends the program at once with FILE:LINE, since a lexicon that
// is half read would give wrong graphs without a word.
#include "extract/lexicon/lexicon.hpp"

#include <algorithm>
#include <array>

#include "extract/lexicon/judgements.hpp"
#include "extract/lexicon/open_table.hpp"
#include "record/error.hpp"
#include "record/table.hpp"

namespace chancery {

namespace {

std::string text_of(std::string_view cell) {
    return std::string(value_of(cell));
}

void add_name(Lexicon& lexicon, NameEntry::Kind kind, std::size_t index, std::string_view surface) {
    if (surface.empty()) return;
    if (surface.starts_with("al-") || surface.starts_with("Al-"))  // "al-Shabab", "al Shabab": papers differ
        add_name(lexicon, kind, index, std::string(surface.substr(0, 2)) + " " + std::string(surface.substr(3)));
    const auto words = entry_words(surface);
    lexicon.names.add(words, static_cast<std::uint32_t>(lexicon.name_entries.size()));
    lexicon.name_entries.push_back({kind, static_cast<std::uint32_t>(index), std::string(surface)});
}

void add_names(Lexicon& lexicon, NameEntry::Kind kind, std::size_t index, std::string_view cell) {
    for (const auto name : list_of(cell)) add_name(lexicon, kind, index, name);
}

void read_countries(Lexicon& lexicon, const std::filesystem::path& folder) {
    const auto table = open(folder, "countries.tsv",
                            std::array<std::string_view, 10>{"iso2", "iso3", "cameo", "kind", "name", "names",
                                                             "adjectives", "people", "capital", "seats"});
    for (const auto& row : table.rows()) {
        const auto& cell = row.cells;
        Country country{std::string(cell[0]), text_of(cell[1]), text_of(cell[2]), std::string(cell[4]), false, {}};
        country.territory = choice(table, row, cell[3], std::array<std::string_view, 2>{"country", "territory"}) == 1;
        for (const auto adjective : list_of(cell[6])) country.adjectives.emplace_back(adjective);
        const auto index = lexicon.countries.size();
        if (!lexicon.country_by_iso2.emplace(country.iso2, index).second)
            table.fail(row, "the code " + country.iso2 + " stands twice");
        using Kind = NameEntry::Kind;
        add_name(lexicon, Kind::country, index, cell[4]);
        add_names(lexicon, Kind::country, index, cell[5]);
        add_names(lexicon, Kind::adjective, index, cell[6]);
        add_names(lexicon, Kind::people, index, cell[7]);
        if (!country.territory) add_names(lexicon, Kind::capital, index, cell[8]);
        if (!country.territory) add_names(lexicon, Kind::seat, index, cell[9]);
        lexicon.countries.push_back(std::move(country));
    }
}

void read_places(Lexicon& lexicon, const std::filesystem::path& folder) {
    const auto table =
        open(folder, "places.tsv", std::array<std::string_view, 5>{"name", "names", "country", "kind", "flags"});
    for (const auto& row : table.rows()) {
        const auto& cell = row.cells;
        choice(table, row, cell[3],
               std::array<std::string_view, 9>{"capital", "city", "region", "territory", "island", "water", "mountain",
                                               "area", "site"});
        Place place{std::string(cell[0]), "", std::string(cell[3]), cell[4] == "ambiguous"};
        const auto countries = list_of(cell[2]);
        for (const auto iso2 : countries)
            if (!lexicon.country(iso2))
                table.fail(row, "the country code '" + std::string(iso2) + "' is not in countries.tsv");
        if (countries.size() == 1) place.country = countries[0];
        const auto index = lexicon.places.size();
        add_name(lexicon, NameEntry::Kind::place, index, cell[0]);
        add_names(lexicon, NameEntry::Kind::place, index, cell[1]);
        lexicon.places.push_back(std::move(place));
    }
}

void read_organisations(Lexicon& lexicon, const std::filesystem::path& folder) {
    const auto table =
        open(folder, "organisations.tsv", std::array<std::string_view, 5>{"name", "names", "kind", "country", "state"});
    for (const auto& row : table.rows()) {
        const auto& cell = row.cells;
        Organisation organisation{std::string(cell[0]), std::string(cell[2]), text_of(cell[3]), cell[4] == "yes"};
        choice(table, row, cell[4], std::array<std::string_view, 2>{"yes", "no"});
        if (!organisation.country.empty() && !lexicon.country(organisation.country))
            table.fail(row, "the country code '" + organisation.country + "' is not in countries.tsv");
        const auto index = lexicon.organisations.size();
        add_name(lexicon, NameEntry::Kind::organisation, index, cell[0]);
        add_names(lexicon, NameEntry::Kind::organisation, index, cell[1]);
        lexicon.organisations.push_back(std::move(organisation));
    }
}

void read_party_words(Lexicon& lexicon, const std::filesystem::path& folder) {
    const auto table = open(folder, "party_words.tsv", std::array<std::string_view, 3>{"word", "party", "use"});
    for (const auto& row : table.rows()) {
        const auto party = std::find_if(lexicon.organisations.begin(), lexicon.organisations.end(),
                                        [&](const auto& organisation) { return organisation.name == row.cells[1]; });
        if (party == lexicon.organisations.end())
            table.fail(row, "the party '" + std::string(row.cells[1]) + "' is not in organisations.tsv");
        const auto use = choice(table, row, row.cells[2], std::array<std::string_view, 2>{"adjective", "letter"});
        lexicon.party_words.emplace(
            row.cells[0], PartyWord{static_cast<std::uint32_t>(party - lexicon.organisations.begin()), use == 1});
    }
}

/// "ministers", "deputies", "spokesmen", "coaches", "Sens.".
std::string plural(const std::string& noun) {
    if (noun.ends_with('.')) return noun.substr(0, noun.size() - 1) + "s.";
    if (noun.ends_with("man")) return noun.substr(0, noun.size() - 3) + "men";
    if (noun.ends_with("y") && !noun.ends_with("ey")) return noun.substr(0, noun.size() - 1) + "ies";
    if (noun.ends_with("ch") || noun.ends_with("ss")) return noun + "es";
    return noun.ends_with("s") || noun.ends_with("general") ? noun : noun + "s";
}

void read_ministries(Lexicon& lexicon, const std::filesystem::path& folder) {
    const auto table = open(folder, "ministries.tsv", std::array<std::string_view, 3>{"name", "country", "general"});
    for (const auto& row : table.rows()) {
        if (!lexicon.country(row.cells[1])) table.fail(row, "there is no country '" + std::string(row.cells[1]) + "'");
        lexicon.ministries.push_back({std::string(row.cells[0]), std::string(row.cells[1]), std::string(row.cells[2])});
    }
}

void read_titles(Lexicon& lexicon, const std::filesystem::path& folder) {
    const auto table =
        open(folder, "offices.tsv", std::array<std::string_view, 5>{"title", "relation", "human", "scope", "ministry"});
    for (const auto& row : table.rows()) {
        const auto& cell = row.cells;
        const auto human =
            choice(table, row, cell[2], std::array<std::string_view, 3>{"official", "person", "depends"});
        choice(table, row, cell[3],
               std::array<std::string_view, 5>{"country", "institution", "place", "person", "any"});
        const auto index = static_cast<std::uint32_t>(lexicon.titles.size());
        auto title = entry_words(cell[0]);
        lexicon.title_index.add(title, 2 * index);
        if (const auto many = plural(title.back()); many != title.back()) {
            title.back() = many;
            lexicon.title_index.add(title, 2 * index + 1);
        }
        lexicon.titles.push_back({std::string(cell[0]), text_of(cell[1]), static_cast<Title::Human>(human),
                                  std::string(cell[3]), text_of(cell[4])});
    }
    const auto modifiers = open(folder, "office_modifiers.tsv", std::array<std::string_view, 2>{"word", "effect"});
    for (const auto& row : modifiers.rows()) {
        const auto effect =
            choice(modifiers, row, row.cells[1],
                   std::array<std::string_view, 6>{"former", "acting", "deputy", "designate", "shadow", "none"});
        lexicon.modifiers.emplace(fold(row.cells[0]), static_cast<Modifier>(effect));
    }
    const auto kin = open(folder, "kin.tsv", std::array<std::string_view, 2>{"word", "relation"});
    for (const auto& row : kin.rows()) lexicon.kin.emplace(row.cells[0], row.cells[1]);
    const auto nicknames = open(folder, "nicknames.tsv", std::array<std::string_view, 2>{"short", "full"});
    for (const auto& row : nicknames.rows())
        for (const auto full : list_of(row.cells[1])) lexicon.nicknames[std::string(row.cells[0])].emplace(full);
    const auto honorifics = open(folder, "honorifics.tsv", std::array<std::string_view, 2>{"word", "kind"});
    for (const auto& row : honorifics.rows()) lexicon.honorifics.emplace(fold(row.cells[0]), row.cells[1]);
}

void read_heads(Lexicon& lexicon, const std::filesystem::path& folder) {
    const auto table = open(folder, "institution_heads.tsv",
                            std::array<std::string_view, 5>{"head", "kind", "state", "position", "lower"});
    for (const auto& row : table.rows()) {
        const auto& cell = row.cells;
        const auto state = choice(table, row, cell[2], std::array<std::string_view, 3>{"yes", "no", "depends"});
        const auto position = choice(table, row, cell[3], std::array<std::string_view, 3>{"first", "last", "any"});
        lexicon.head_index.add(entry_words(cell[0]), static_cast<std::uint32_t>(lexicon.heads.size()));
        const auto lower = choice(table, row, cell[4], std::array<std::string_view, 4>{"no", "yes", "opening", "bare"});
        lexicon.heads.push_back({std::string(cell[0]), std::string(cell[1]), static_cast<InstitutionHead::State>(state),
                                 static_cast<InstitutionHead::Position>(position), lower > 0, lower > 1, lower > 2});
    }
    const auto groups =
        open(folder, "group_heads.tsv", std::array<std::string_view, 4>{"singular", "plural", "hint", "vague"});
    for (const auto& row : groups.rows()) {
        const auto index = static_cast<std::uint32_t>(lexicon.groups.size());
        lexicon.group_index.add(entry_words(row.cells[0]), 2 * index);
        if (row.cells[1] != "-") lexicon.group_index.add(entry_words(row.cells[1]), 2 * index + 1);
        for (const auto word : {row.cells[0], row.cells[1]})
            if (word.find(' ') == std::string_view::npos) lexicon.group_words.insert(fold(word));
        const bool vague = choice(groups, row, row.cells[3], std::array<std::string_view, 2>{"no", "yes"}) == 1;
        if (vague) lexicon.vague_groups.insert(fold(row.cells[1]));
        lexicon.groups.push_back({std::string(row.cells[0]), text_of(row.cells[1]), text_of(row.cells[2])});
    }
}

void read_references(Lexicon& lexicon, const std::filesystem::path& folder) {
    const auto table = open(folder, "references.tsv", std::array<std::string_view, 3>{"word", "kind", "antecedents"});
    for (const auto& row : table.rows()) {
        const auto kind =
            choice(table, row, row.cells[1],
                   std::array<std::string_view, 9>{"institution", "country", "countries", "people", "members",
                                                   "government", "sides", "politician", "leader"});
        ReferenceWord word{static_cast<ReferenceWord::Kind>(kind), {}};
        for (const auto antecedent : list_of(row.cells[2])) word.antecedents.emplace(antecedent);
        if (!lexicon.references.emplace(row.cells[0], std::move(word)).second)
            table.fail(row, "the word '" + std::string(row.cells[0]) + "' stands twice");
    }
}

void read_leaders(Lexicon& lexicon, const std::filesystem::path& folder) {
    const auto table = open(folder, "leaders.tsv",
                            std::array<std::string_view, 6>{"name", "other", "country", "office", "from", "to"});
    const auto add = [&](std::string_view name, std::uint32_t leader) {
        const auto words = entry_words(name);
        std::string key;
        for (const auto& word : words)
            if (word != "-" && word != ",") key.append(key.empty() ? "" : " ").append(word);
        auto& of_name = lexicon.leader_names[key];
        if (of_name.empty() || of_name.back() != leader) of_name.push_back(leader);
        auto& of_surname = lexicon.leader_surnames[words.back()];
        if (of_surname.empty() || of_surname.back() != leader) of_surname.push_back(leader);
    };
    for (const auto& row : table.rows()) {
        if (!lexicon.country(row.cells[2]))
            table.fail(row, "the country code '" + std::string(row.cells[2]) + "' is not in countries.tsv");
        const auto index = static_cast<std::uint32_t>(lexicon.leaders.size());
        Leader leader{std::string(row.cells[0]), std::string(row.cells[2]), {}};
        for (const auto office : list_of(row.cells[3])) leader.offices.emplace(office);
        lexicon.leaders.push_back(std::move(leader));
        add(row.cells[0], index);
        for (const auto other : list_of(row.cells[1])) add(other, index);
    }
}

/// Words that have several uses: each goes into the set of every use it has.
void read_uses(const std::filesystem::path& folder, const char* file,
               const std::map<std::string_view, WordSet*>& sets) {
    const auto table = open(folder, file, std::array<std::string_view, 2>{"word", "uses"});
    for (const auto& row : table.rows())
        for (const auto use : list_of(row.cells[1])) {
            const auto set = sets.find(use);
            if (set == sets.end()) table.fail(row, "the use '" + std::string(use) + "' is none of this table");
            set->second->insert(fold(row.cells[0]));
        }
}

void read_words(Lexicon& lexicon, const std::filesystem::path& folder) {
    const auto given = open(folder, "given_names.tsv", std::array<std::string_view, 3>{"name", "gender", "culture"});
    for (const auto& row : given.rows()) lexicon.given_names.emplace(fold(row.cells[0]), row.cells[1][0]);
    const auto ambiguous = open(folder, "ambiguous_names.tsv", std::array<std::string_view, 2>{"name", "gender"});
    for (const auto& row : ambiguous.rows()) {
        lexicon.ambiguous_names.insert(fold(row.cells[0]));
        lexicon.given_names.emplace(fold(row.cells[0]), row.cells[1][0]);
    }
    const auto surnames = open(folder, "surnames.tsv", std::array<std::string_view, 2>{"name", "culture"});
    for (const auto& row : surnames.rows()) lexicon.surnames.insert(fold(row.cells[0]));
    const auto particles = open(folder, "name_particles.tsv", std::array<std::string_view, 2>{"word", "position"});
    for (const auto& row : particles.rows()) lexicon.particles.insert(fold(row.cells[0]));
    const auto suffixes = open(folder, "name_suffixes.tsv", std::array<std::string_view, 1>{"word"});
    for (const auto& row : suffixes.rows()) lexicon.suffixes.insert(fold(row.cells[0]));
    const auto common = open(folder, "common_words.tsv", std::array<std::string_view, 2>{"word", "flags"});
    for (const auto& row : common.rows()) lexicon.common_words.emplace(fold(row.cells[0]), value_of(row.cells[1]));
    read_uses(folder, "place_heads.tsv",
              {{"head", &lexicon.place_heads},
               {"facility", &lexicon.facilities},
               {"state", &lexicon.state_houses},
               {"built", &lexicon.built_places},
               {"opener", &lexicon.place_openers}});
    read_uses(folder, "body_nouns.tsv",
              {{"before", &lexicon.bodies_named},
               {"behind", &lexicon.body_followers},
               {"owner", &lexicon.owning_bodies},
               {"members", &lexicon.member_bodies}});
    const auto deeds = open(folder, "deeds.tsv", std::array<std::string_view, 2>{"word", "kind"});
    for (const auto& row : deeds.rows()) {
        const auto kind =
            choice(deeds, row, row.cells[1], std::array<std::string_view, 4>{"own", "harm", "act", "law"});
        lexicon.deeds.emplace(fold(row.cells[0]), kind == 1 || kind == 2);
        if (kind >= 2) lexicon.acts.insert(fold(row.cells[0]));
    }
    const auto light = open(folder, "light_verbs.tsv", std::array<std::string_view, 1>{"word"});
    for (const auto& row : light.rows()) lexicon.light_verbs.insert(fold(row.cells[0]));
    const auto saying = open(folder, "saying_verbs.tsv", std::array<std::string_view, 2>{"word", "use"});
    for (const auto& row : saying.rows()) {
        const auto use = choice(saying, row, row.cells[1], std::array<std::string_view, 2>{"clause", "quote"});
        lexicon.saying.emplace(fold(row.cells[0]), use == 1);
    }
    const auto documents = open(folder, "documents.tsv", std::array<std::string_view, 1>{"word"});
    for (const auto& row : documents.rows()) lexicon.documents.insert(fold(row.cells[0]));
    const auto weapons = open(folder, "weapons.tsv", std::array<std::string_view, 1>{"word"});
    for (const auto& row : weapons.rows()) lexicon.weapons.insert(fold(row.cells[0]));
    const auto reactions = open(folder, "reactions.tsv", std::array<std::string_view, 2>{"word", "deed"});
    for (const auto& row : reactions.rows()) {
        choice(reactions, row, row.cells[1], std::array<std::string_view, 2>{"fact", "claim"});
        lexicon.reactions.emplace(fold(row.cells[0]), row.cells[1] == "claim");
    }
    const auto peoples = open(folder, "peoples.tsv", std::array<std::string_view, 2>{"word", "kind"});
    for (const auto& row : peoples.rows()) {
        choice(peoples, row, row.cells[1], std::array<std::string_view, 4>{"people", "religion", "idea", "thing"});
        auto& words = row.cells[1] == "thing" ? lexicon.thing_heads : lexicon.peoples;
        words.insert(fold(row.cells[0]));
        if (row.cells[1] == "people" || row.cells[1] == "religion") lexicon.people_names.insert(fold(row.cells[0]));
    }
    const auto functions = open(folder, "function_words.tsv", std::array<std::string_view, 2>{"word", "class"});
    for (const auto& row : functions.rows()) {
        const auto word_class =
            choice(functions, row, row.cells[1],
                   std::array<std::string_view, 9>{"auxiliary", "adverb", "pronoun", "determiner", "preposition",
                                                   "particle", "conjunction", "subordinator", "numeral"});
        static constexpr std::array<WordClass, 9> classes = {
            WordClass::auxiliary,   WordClass::adverb,       WordClass::pronoun,
            WordClass::determiner,  WordClass::preposition,  WordClass::particle,
            WordClass::conjunction, WordClass::subordinator, WordClass::numeral};
        if (!lexicon.function_words.emplace(fold(row.cells[0]), classes[word_class]).second)
            functions.fail(row, "the word '" + std::string(row.cells[0]) + "' stands twice");
    }
}

}  // namespace

std::optional<std::uint32_t> Lexicon::country(std::string_view iso2) const {
    const auto it = country_by_iso2.find(iso2);
    return it == country_by_iso2.end() ? std::nullopt : std::optional(it->second);
}

void Lexicon::add(std::vector<KnownEntity> entities) {
    for (auto& entity : entities) {
        const auto index = known.size();
        add_name(*this, NameEntry::Kind::known, index, entity.name);
        for (const auto& name : entity.names) add_name(*this, NameEntry::Kind::known, index, name);
        known.push_back(std::move(entity));
    }
}

Lexicon Lexicon::read(const std::filesystem::path& folder) {
    Lexicon lexicon;
    read_countries(lexicon, folder);
    read_places(lexicon, folder);
    read_organisations(lexicon, folder);
    read_party_words(lexicon, folder);
    read_titles(lexicon, folder);
    read_ministries(lexicon, folder);
    read_heads(lexicon, folder);
    read_references(lexicon, folder);
    read_words(lexicon, folder);
    read_judgements(lexicon, folder);
    read_leaders(lexicon, folder);
    return lexicon;
}

}  // namespace chancery
