#pragma once
#include <string_view>
#include <vector>

#include "extract/lexicon/abbreviations.hpp"
#include "record/reading.hpp"

namespace chancery {

/// Appends the tokens of text[where] as Universal Dependencies' English treebanks cut them: clitics and the parts of
/// hyphenated words apart, abbreviations with their stop, numbers, web addresses and ellipses whole.
void tokenize(std::string_view text, Span where, const Abbreviations& abbreviations, std::vector<Token>& tokens);

}  // namespace chancery
