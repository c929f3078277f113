#pragma once
#include <span>
#include <vector>

#include "extract/lexicon/lexicon.hpp"
#include "extract/lexicon/words.hpp"
#include "record/mention.hpp"

namespace chancery {

struct Mentions {
    std::vector<Mention> all;     ///< in text order
    std::vector<Office> offices;  ///< in text order; indices into `all`
};

/// Finds everything the sentences point at, and which persons hold which offices. `sentences` are those of one article.
[[nodiscard]] Mentions find_mentions(const Lexicon& lexicon, std::span<const Words> sentences);

}  // namespace chancery
