#pragma once
#include <string>
#include <vector>

#include "extract/entity/clusters.hpp"
#include "extract/lexicon/lexicon.hpp"
#include "record/mention.hpp"

namespace chancery {

/// Whom the family name `surname` at `mention` means where the article names several persons of that name in full: of
/// those of the right gender a known leader, else the one named last shortly before, else the one named
/// most, of equals the first.
/// no_entity where fewer than two have that name. `mentions` are those of the article in text order.
[[nodiscard]] std::uint32_t namesake_meant(const Lexicon& lexicon, const Clusters& clusters,
                                           const std::vector<Mention>& mentions, const Mention& mention,
                                           const std::string& surname);

}  // namespace chancery
