#pragma once
#include <span>
#include <string>
#include <vector>

#include "extract/lexicon/lexicon.hpp"
#include "extract/lexicon/words.hpp"
#include "record/mention.hpp"

namespace chancery {

/// Whose a body of state without a country is ("the army", "the country's army"), as an ISO code: `home` is the country
/// that the article is most about, or empty.
[[nodiscard]] std::string owner_near(const Lexicon& lexicon, const Mention& body, const std::vector<Mention>& mentions,
                                     std::span<const Words> sentences, const std::string& home);

}  // namespace chancery
