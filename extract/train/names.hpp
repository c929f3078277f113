#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/tag/conllu.hpp"

namespace chancery {

/// What a word is part of, as the network learns it; the first class is none.
inline constexpr std::array<std::string_view, 4> name_classes = {"O", "PER", "LOC", "ORG"};
inline constexpr std::uint16_t unknown_name = 0xffff;

/// The class of each word, an index into name_classes; unknown_name where the sentence is not annotated for names.
/// Reads `Name=PER` of MISC, else `Entity=` as GUM writes it (Zeldes 2017), where proper nouns of an entity whose head
/// is one count.
[[nodiscard]] std::vector<std::uint16_t> names_of_words(const ConlluSentence& sentence);

/// Writes the names of a UNER file (tab-separated: id, form, IOB2 tag, ...) as `Name=` into the sentences of the same
/// words. Stray kinds count as none. Gives how many sentences it has named.
std::size_t add_names(std::string_view iob2, std::vector<ConlluSentence>& sentences);

}  // namespace chancery
