#pragma once
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/lexicon/lexicon.hpp"
#include "extract/lexicon/words.hpp"
#include "record/mention.hpp"

namespace chancery {

/// The folded words of a person's name without suffixes and hyphens.
[[nodiscard]] std::vector<std::string> person_words(const Lexicon& lexicon, std::string_view name);

/// The words with blanks between.
[[nodiscard]] std::string joined(const std::vector<std::string>& words);

/// "X, also known as Y and Z": the words of X by the joined words of Y and of Z.
[[nodiscard]] std::map<std::string, std::vector<std::string>> other_names(const Lexicon& lexicon,
                                                                          const std::vector<Mention>& mentions,
                                                                          std::span<const Words> sentences);

}  // namespace chancery
