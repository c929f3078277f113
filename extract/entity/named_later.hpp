#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "extract/lexicon/lexicon.hpp"
#include "extract/lexicon/words.hpp"
#include "record/facts.hpp"
#include "record/mention.hpp"

namespace chancery {

/// The person whom the sentences behind `office` name as its holder; no_entity when they name nobody. Persons by name
/// have their entities already.
[[nodiscard]] std::uint32_t named_later(const Lexicon& lexicon, const Office& office,
                                        const std::vector<Office>& offices, const std::vector<Mention>& mentions,
                                        std::span<const Words> sentences);

}  // namespace chancery
