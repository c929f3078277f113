#pragma once
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "extract/lexicon/phrase_index.hpp"
#include "extract/lexicon/word_table.hpp"
#include "record/entity_type.hpp"

namespace chancery {

// What the program knows of the world and of English, read from models/lexicon/*.tsv. The README there explains the
// columns.

struct Country {
    std::string iso2, iso3, cameo, name;
    bool territory = false;  ///< ISO has it, but it is no state: becomes a place
    std::vector<std::string> adjectives;
};

struct Place {
    std::string name, country;  ///< country: iso2, or empty
    std::string kind;           ///< capital, city, region, ...
    bool ambiguous = false;
};

struct Organisation {
    std::string name, kind, country;
    bool state = false;
};

/// An office or job that stands before or after a name.
struct Title {
    std::string text, relation;  ///< relation: id of a role, or empty for a plain occupation
    enum class Human : std::uint8_t { official, person, depends } human = Human::person;
    std::string scope;     ///< country, institution, place, person, any
    std::string ministry;  ///< "Foreign Ministry", or empty
};

/// What a state calls the ministry of a field.
struct NationalMinistry {
    std::string name, country;  ///< country: iso2
    std::string general;        ///< what other states call it
};

struct InstitutionHead {
    std::string head, kind;
    enum class State : std::uint8_t { yes, no, depends } state = State::depends;
    enum class Position : std::uint8_t { first, last, any } position = Position::last;
    bool lower = false;    ///< also one body when written small: "the Syrian army"
    bool opening = false;  ///< without an article, too, where it opens a sentence
    bool bare = false;     ///< without an article anywhere: "police said"
};

struct GroupHead {
    std::string singular, plural, hint;
};

/// A noun that points back at something named before: "the ministry", "the two countries", "the militants".
struct ReferenceWord {
    enum class Kind : std::uint8_t {
        institution,
        country,
        countries,
        people,
        members,
        government,
        sides,
        politician,
        leader,
    } kind = Kind::institution;
    /// Kinds of institutions; of members, those they act for; of governments, words that make them no state's
    /// ("local"); of politicians, the letter of their party; of people, "two" when the noun counts them ("the pair").
    std::set<std::string, std::less<>> antecedents;
};

/// What a speaker makes of somebody: disapproves, says he does wrong, praises.
enum class Sense : std::uint8_t { bad, wrong, good, untrue, threat };

enum class Modifier : std::uint8_t { former, acting, deputy, designate, shadow, none };

/// What a clause says of its subject that its verb alone does not: "has no idea", "let X down".
struct EvaluationPhrase {
    std::vector<std::vector<std::string>> words;  ///< behind the verb, in order; each one of several
    bool negated = false;                         ///< only where the verb is: "did not do enough"
    Sense sense = Sense::bad;
};

/// A name in `names`: what it may stand for.
struct NameEntry {
    enum class Kind : std::uint8_t {
        country,
        adjective,
        people,
        capital,
        seat,
        place,
        organisation,
        known
    } kind = Kind::country;
    std::uint32_t index = 0;  ///< into countries, places, organisations or what the user knows
    std::string surface;      ///< as the lexicon writes it, to compare capitals
};

/// A head of state or government, or a minister known everywhere.
struct Leader {
    std::string name, country;
    std::set<std::string, std::less<>> offices;  ///< "head_of_state", "head_of_government", ...
};

/// A person, body, country or place that the user knows.
struct KnownEntity {
    /// A code of an actor dictionary and when it holds; empty dates are open ends.
    struct Code {
        std::string code, from, to;
    };
    EntityType type = EntityType::person;
    std::string name, country;       ///< country: iso2, or empty
    std::vector<std::string> names;  ///< further spellings
    std::map<std::string, std::string> ids;
    std::vector<Code> codes;
};

/// A word that gives a politician's party: "Republican" before the name, "R" behind it.
struct PartyWord {
    std::uint32_t party = 0;  ///< into Lexicon::organisations
    bool letter = false;
};

/// A word that somebody is tied to a deed by: "charged with", "a role in", "denied".
struct ChargeWord {
    enum class Deed : std::uint8_t { none, claim, fact, denial };
    Deed deed = Deed::none;                 ///< what it makes of the deed that a noun behind it names
    bool direct = false;                    ///< the noun may follow without a preposition: "denied the attack"
    std::vector<std::string> prepositions;  ///< that may stand between: "charged with", "charged in"
    bool own_gerund = false;                ///< "accused of attacking": the attacker is whom the sentence is about
};

struct Lexicon {
    std::vector<Country> countries;
    std::vector<Place> places;
    std::vector<Organisation> organisations;
    WordMap<PartyWord> party_words;  ///< as written
    std::vector<KnownEntity> known;
    std::vector<Title> titles;
    std::vector<NationalMinistry> ministries;
    std::vector<InstitutionHead> heads;
    std::vector<GroupHead> groups;
    std::vector<NameEntry> name_entries;

    PhraseIndex names;        ///< -> name_entries
    PhraseIndex title_index;  ///< -> 2 * titles, and 2 * titles + 1 for the plural
    PhraseIndex head_index;   ///< -> heads
    PhraseIndex group_index;  ///< -> 2 * groups for the singular, 2 * groups + 1 for the plural

    WordMap<Modifier> modifiers;      ///< single words
    WordMap<WordSet> nicknames;       ///< "josh" -> {"joshua"}
    WordMap<std::string> kin;         ///< word -> relation; "child" is parent_of reversed
    WordMap<std::string> honorifics;  ///< word -> kind
    WordMap<char> given_names;        ///< folded -> m, f, u
    WordMap<ReferenceWord> references;
    WordSet ambiguous_names, surnames, particles, suffixes;  ///< folded
    WordMap<std::string> common_words;                       ///< -> flag or ""
    WordSet group_words;                                     ///< "officers": plurals of group_heads of one word
    WordSet vague_groups;         ///< "people", "countries": plurals that describe nobody by themselves
    WordSet peoples;              ///< "rohingya", "christian": capitals that name no one
    WordSet people_names;         ///< those of them that are people: no ideas
    WordSet thing_heads;          ///< "prize", "treaty": the last word of no one's name
    WordSet place_heads;          ///< "square", "river": the last word of a place name
    WordSet facilities;           ///< "prison", "market": written small behind a place's name
    WordSet state_houses;         ///< "prison", "court": kept by the state whose adjective stands before
    WordSet built_places;         ///< "tower", "avenue": the last word of no person's name
    WordSet place_openers;        ///< "mount", "fort": the first word of a place name
    WordSet bodies_named;         ///< "newspaper", "militia": the name right behind is a body's
    WordSet body_followers;       ///< "movement", "radio": the name right before is a body's
    WordSet owning_bodies;        ///< "company": "company founder" is said of the body named before
    WordSet member_bodies;        ///< "committee", "alliance": has people or states for members
    WordMap<bool> deeds;          ///< "crackdown", "remarks"; true: takes up harm done to others
    WordSet acts;                 ///< "decision", "law": takes up whatever was done
    WordMap<bool> reactions;      ///< "criticism", "charges": to one's deed; true: a claimed one
    WordMap<ChargeWord> charges;  ///< all forms
    WordSet weapons;              ///< "rocket", "bombs": who fired or planted it does what it does
    WordSet documents;            ///< "statement", "law": who issued it does what it says
    WordSet light_verbs;          ///< "launched", "voiced": who does so to an event's noun does the event
    WordMap<bool> saying;         ///< "said"; true: only beside a quote ("continued")
    WordMap<std::map<WordClass, Sense>> evaluations;            ///< "disgrace", "betrayed"
    WordMap<std::vector<EvaluationPhrase>> evaluation_phrases;  ///< by every form of their verb
    WordMap<WordClass> function_words;
    std::vector<Leader> leaders;
    WordMap<std::vector<std::uint32_t>> leader_names;     ///< folded full name -> leaders
    WordMap<std::vector<std::uint32_t>> leader_surnames;  ///< its last word -> leaders

    [[nodiscard]] std::optional<std::uint32_t> country(std::string_view iso2) const;
    /// Whether the word points back at `kind`: "the country", "the ministry".
    [[nodiscard]] bool points_at(std::string_view lower, ReferenceWord::Kind kind) const {
        const auto word = references.find(lower);
        return word != references.end() && word->second.kind == kind;
    }
    [[nodiscard]] bool common(std::string_view lower) const { return common_words.find(lower) != common_words.end(); }

    /// Reads and checks every file of `folder`. Throws Error "FILE:LINE: what. what to do".
    static Lexicon read(const std::filesystem::path& folder);
    /// Adds what the user knows. Later entries of one name win.
    void add(std::vector<KnownEntity> entities);

    WordMap<std::uint32_t> country_by_iso2;
};

}  // namespace chancery
