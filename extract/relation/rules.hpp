#pragma once
#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "record/relation_catalog.hpp"

namespace chancery {

/// One way to say a relation: "impose sanctions on X", "arrest of X", read from models/relations/*.toml.
struct Trigger {
    std::uint16_t relation = 0;
    std::uint16_t rule = 0;  ///< index into Rules::rules
    bool noun = false;
    bool reversed = false;            ///< the grammatical subject is the relation's object
    std::string head;                 ///< verb lemma, or the event noun
    std::vector<std::string> before;  ///< fixed words between head and X, the preposition included
    std::vector<std::string> after;   ///< fixed words behind X ("hostage")
    bool between = false;             ///< "talks between S and X"
    bool doer = false;                ///< the noun names who does it: "ally of X"
    bool suffered = false;            ///< X dies of a deed that is told beside it: "X died in an Omani air strike"
    bool alone = false;               ///< X is the doer, and the object is the body of X's office: "X resigned"
};

/// The entry as a rule file writes it: "impose sanctions on X".
[[nodiscard]] std::string entry_text(const Trigger& trigger);

/// A sentence that a rule must read: "text | subject | object" or "text | subject | object | status".
struct RuleExample {
    std::string text, subject, object, status;  ///< status: "asserted" unless given
    std::string where;                          ///< "FILE:LINE"
};

/// One [[relation]] block.
struct Rule {
    std::uint16_t relation = 0;
    std::string id;
    std::uint8_t subjects = 0, objects = 0;       ///< type bits, the catalogue's unless the rule narrows them
    std::set<std::string, std::less<>> blockers;  ///< lemmas that kill a match as the object's head
    bool possessor_is_object = false;             ///< "X's arrest"
    bool planned = false;                         ///< what is offered or promised is not done yet
    bool brought_to_doer = false;                 ///< "X was summoned to the ministry" by it
    bool before_envoy = false;                    ///< the envoy called in or met in the same sentence is the object
    bool blames_doer = false;                     ///< "condemned the arrest of X by Y" is said of Y
    bool asks_captor = false;                     ///< "demanded the release of X" of whoever holds X
    bool mutual = false;                          ///< "X and Y exchanged fire": each does it to the other
    bool over_harm = false;  ///< its governing words stand over harm to the object, else over dealings with it
    std::set<std::string, std::less<>> doer_in;     ///< an act of states: prepositions before the one whose act it is
    std::set<std::string, std::less<>> by, not_by;  ///< nouns for the doer: of these alone, none of these
    std::string chain;                              ///< acts of one chain on the same object have the same doer
    std::string say;                                ///< the relation in one sentence, for people
    std::vector<RuleExample> examples, counters;    ///< counters: sentences in which it is not said
};

/// An inflected form of a trigger's verb.
enum class VerbForm : std::uint8_t { base, third, past, participle, past_or_participle, ing };

class Rules {
  public:
    struct Hit {
        std::uint32_t trigger;
        VerbForm form;
    };

    /// Reads every *.toml of `folder` in name order, then `more`; a later rule replaces an earlier one of the same id,
    /// and `disable = true` switches it off. Relations that `catalog` does not know are added to it. `verb_forms` is
    /// the table of irregular verbs. Throws Error "FILE:LINE: ..." on unknown keys and types, on entries without X
    /// where one is due, and on rules without examples.
    static Rules read(const std::filesystem::path& folder, const std::filesystem::path& verb_forms,
                      const std::vector<std::filesystem::path>& more, RelationCatalog& catalog);

    [[nodiscard]] const std::vector<Trigger>& triggers() const { return triggers_; }
    [[nodiscard]] const std::vector<Rule>& all() const { return rules_; }
    [[nodiscard]] const Rule& rule(const Trigger& trigger) const { return rules_[trigger.rule]; }
    [[nodiscard]] std::span<const Hit> verbs(std::string_view form) const;
    [[nodiscard]] std::span<const Hit> nouns(std::string_view form) const;

    /// The rule whose governing word (`over_harm`, `over_dealings`) is spelled so; nothing when it is none.
    [[nodiscard]] std::optional<std::uint16_t> governing(std::string_view word) const;
    /// Some rule of the relation belongs to the chain.
    [[nodiscard]] bool in_chain(std::string_view chain, std::uint16_t relation) const;

    /// The word is an inflected form of any verb that some rule knows.
    [[nodiscard]] bool verb_form(std::string_view word) const { return verbs_.find(word) != verbs_.end(); }

  private:
    std::vector<Rule> rules_;
    std::vector<Trigger> triggers_;
    std::map<std::string, std::vector<Hit>, std::less<>> verbs_, nouns_;
    std::map<std::string, std::uint16_t, std::less<>> governing_;
    friend class RuleReader;
};

/// Inflected forms of English verbs: the irregular ones from a table, all others by the spelling rules.
class VerbForms {
  public:
    static VerbForms read(const std::filesystem::path& path);
    /// Every form of `lemma` with its kind; past and participle come as one when they are spelled alike.
    [[nodiscard]] std::vector<std::pair<std::string, VerbForm>> of(std::string_view lemma) const;

  private:
    std::map<std::string, std::array<std::string, 4>, std::less<>> irregular_;  // past, participle, ing, third
};

}  // namespace chancery
