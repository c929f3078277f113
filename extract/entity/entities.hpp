#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "extract/lexicon/lexicon.hpp"
#include "extract/lexicon/words.hpp"
#include "record/facts.hpp"
#include "record/mention.hpp"

namespace chancery {

/// Gives mentions whose type was guessed the type that the article as a whole speaks for.
void agree_on_kinds(std::vector<Mention>& mentions);

/// Joins the mentions of one article into entities and writes the answer into Mention::entity. Mentions that are
/// nothing (a capitalised word no one vouches for) keep no entity. `offices` tell who is an official and which
/// ministries are implied; `day` is the article's date (ISO, or empty).
[[nodiscard]] std::vector<Entity> find_entities(const Lexicon& lexicon, std::vector<Mention>& mentions,
                                                const std::vector<Office>& offices, std::span<const Words> sentences,
                                                std::string_view day);

/// The country an article is most about: iso2 of the one mentioned most, of equals the first named; empty when none is.
[[nodiscard]] std::string home_country(const std::vector<Mention>& mentions);

/// A known leader's office is of that leader's country. Gives other offices said without a country ("President Ana
/// Rojas") the country the article is most about, unless the holder has that office elsewhere in it or the country has
/// another holder. Writes Office::body.
void settle_offices(const Lexicon& lexicon, std::vector<Office>& offices, const std::vector<Mention>& mentions,
                    const std::vector<Entity>& entities);

/// Gives "his Russian counterpart, NAME" the office of him whose counterpart NAME is; none when the article tells none.
void settle_counterparts(const Lexicon& lexicon, std::vector<Office>& offices, const std::vector<Mention>& mentions);

/// Gives "his foreign minister, NAME" the state of whoever "he" is, as far as the article or the list of leaders tells.
void settle_own_ministers(const Lexicon& lexicon, std::vector<Office>& offices, const std::vector<Mention>& mentions,
                          const std::vector<Entity>& entities);

/// The countries of the article's places that it does not name: states that arrest and try there.
void add_implied_countries(const Lexicon& lexicon, std::vector<Entity>& entities);

/// The body an office belongs to: its own mention's entity, or the ministry that "Russian Foreign Minister" implies,
/// which is added to `entities` when the article does not name it. no_entity when unsaid.
[[nodiscard]] std::uint32_t body_of(const Lexicon& lexicon, const Office& office, const std::vector<Mention>& mentions,
                                    std::vector<Entity>& entities);

}  // namespace chancery
