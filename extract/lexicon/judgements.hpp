#pragma once
#include <filesystem>

#include "extract/lexicon/lexicon.hpp"

namespace chancery {

/// Reads the words that judge somebody or tie him to a deed: evaluations.tsv, evaluation_phrases.tsv and charges.tsv of
/// `folder`. Throws Error "FILE:LINE: what. what to do".
void read_judgements(Lexicon& lexicon, const std::filesystem::path& folder);

}  // namespace chancery
