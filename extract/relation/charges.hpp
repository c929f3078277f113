#pragma once
#include <optional>

#include "extract/relation/relations.hpp"

namespace chancery {

/// Whose deed a noun tells by what is said of him, and how surely.
struct ChargedDoer {
    const Mention* doer;
    Status status;
};

/// "X was charged with the murder of Y", "blamed X for the attack", "X denied any role in the raid", "X was behind the
/// killing": the doer of the deed at the noun `noun`, by models/lexicon/charges.tsv. Nothing where nobody is named, or
/// where a charge is not brought ("was not charged with"), which tells nothing of the deed.
[[nodiscard]] std::optional<ChargedDoer> charged_doer(const RelationInput& input, const SentenceView& sentence,
                                                      std::uint32_t noun);

}  // namespace chancery
