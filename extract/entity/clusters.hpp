#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "extract/lexicon/lexicon.hpp"
#include "record/facts.hpp"
#include "record/mention.hpp"

namespace chancery {

/// Mentions of one thing while an article is being read.
struct Cluster {
    EntityType type = EntityType::person;
    std::string key;      ///< what was equal
    std::string core;     ///< institutions
    std::string country;  ///< iso2, or empty
    std::string lexicon;  ///< "organisation:12", or empty
    bool state = false, named = true, local = false;
    char gender = 'u';
    std::map<std::string, std::uint32_t> names;  ///< as written -> count
    std::vector<std::string> words;              ///< persons: the folded words of the fullest name
    std::set<std::string> offices;
    std::uint32_t leader = no_entity;  ///< into Lexicon::leaders, when it is that person and no other
    std::uint32_t mentions = 0;
};

/// "the ministry", "the court": short for a body named before, never a body of its own.
[[nodiscard]] bool kind_word(std::string_view core);

/// The clusters of one article, found by key or by part of a name.
class Clusters {
  public:
    [[nodiscard]] std::vector<Cluster>& all() { return clusters_; }
    [[nodiscard]] const std::vector<Cluster>& all() const { return clusters_; }
    [[nodiscard]] std::uint32_t find(const std::string& key) const;
    std::uint32_t make(const std::string& key, const Mention& mention, EntityType type);
    void alias(const std::string& key, std::uint32_t cluster) { by_key_.emplace(key, cluster); }
    void join(std::uint32_t cluster, Mention& mention);
    /// The same for what only describes it, which is no label while there is a name.
    void describe(std::uint32_t cluster, Mention& mention);

    /// The latest institution of that core: with the same country, or with none on one side. `core` is Mention::core.
    [[nodiscard]] std::uint32_t institution(const std::string& core, const std::string& country) const;

    /// The latest institution whose name ends with `core` and says more ("people's national assembly"), of that country
    /// or with none on one side.
    [[nodiscard]] std::uint32_t longer_institution(const std::string& core, const std::string& country) const;

    /// The latest person whose name ends with `words`, or has them as its first or any word when there is just one.
    [[nodiscard]] std::uint32_t person(const std::vector<std::string>& words) const;
    /// The one person whose longer name has `words` in order and begins with the same: "Oskar J. Roe" for "Oskar Roe".
    [[nodiscard]] std::uint32_t longer_person(const std::vector<std::string>& words) const;
    /// The news outlet named in full whose short name the mention is ("the Times" behind "the Harbour Times").
    [[nodiscard]] std::uint32_t outlet(const Lexicon& lexicon, const Mention& mention) const;
    /// The persons named in full whose name ends with `surname`, or where none does, begins with it.
    [[nodiscard]] std::vector<std::uint32_t> namesakes(const std::string& surname) const;
    /// The one person of that family name whose given name is short for this one, or the other way round.
    [[nodiscard]] std::uint32_t nickname(const Lexicon& lexicon, const std::vector<std::string>& words) const;

    /// The latest institution whose initials are `letters`, or whose name holds the single word `folded` as its last.
    [[nodiscard]] std::uint32_t short_form(std::string_view written, std::string_view folded) const;

  private:
    std::vector<Cluster> clusters_;
    std::map<std::string, std::uint32_t> by_key_;
};

}  // namespace chancery
