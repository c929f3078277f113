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

/// A king, queen, pope or saint: "King Oskar". Those go by their given names.
[[nodiscard]] bool crowned(const Mention& mention, std::span<const Words> sentences);

/// "Ziyad" of "Ziyad and Husam Roe": the last word of the full name that the single given name is joined to.
[[nodiscard]] std::string shared_surname(const Lexicon& lexicon, const std::vector<Mention>& mentions,
                                         const Mention& mention, const Words& sentence);

/// "X, also known as Y and Z": the words of X by the joined words of Y and of Z.
[[nodiscard]] std::map<std::string, std::vector<std::string>> other_names(const Lexicon& lexicon,
                                                                          const std::vector<Mention>& mentions,
                                                                          std::span<const Words> sentences);

}  // namespace chancery
