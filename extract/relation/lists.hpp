#pragma once
#include <vector>

#include "extract/relation/clause.hpp"

namespace chancery {

// Several mentions that one phrase brings: "A, B and C", "five officials, including A and B".

/// A word that counts what follows: "dozens of protesters".
[[nodiscard]] bool counting_word(const Word& word);

/// "Among those arrested were X, the editor, and Y": whom "those" at `word` are.
[[nodiscard]] std::vector<const Mention*> among_those(const SentenceView& sentence, std::uint32_t word);

/// Whom the words behind a plural name from it, which ends before word `from`: "several ministers of the cabinet,
/// including X and Y".
[[nodiscard]] std::vector<const Mention*> listed_behind(const SentenceView& sentence, std::uint32_t from);

/// "two officials, X and Y,", "three reporters: X, Y and Z": the people of the group by name; none when they are not
/// all named.
[[nodiscard]] std::vector<const Mention*> names_of_group(const SentenceView& sentence, const Mention& group);

}  // namespace chancery
