#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "extract/lexicon/lexicon.hpp"

namespace chancery {

// The user's own knowledge of who there is: docs/formats/gazetteers.md. Three formats, told apart by their content: our
// TSV, FollowTheMoney entities as JSON lines, and actor dictionaries of PETRARCH and TABARI.

/// Reads one file. Countries are checked against `lexicon`. Throws Error "FILE:LINE: what. what to do".
[[nodiscard]] std::vector<KnownEntity> read_gazetteer(const std::filesystem::path& file, const Lexicon& lexicon);
/// The same from memory; `name` stands for the file in errors.
[[nodiscard]] std::vector<KnownEntity> parse_gazetteer(std::string text, const std::string& name,
                                                       const Lexicon& lexicon);

// One reader a format.
[[nodiscard]] std::vector<KnownEntity> parse_table_gazetteer(std::string text, const std::string& name,
                                                             const Lexicon& lexicon);
[[nodiscard]] std::vector<KnownEntity> parse_ftm(const std::string& text, const std::string& name,
                                                 const Lexicon& lexicon);
[[nodiscard]] std::vector<KnownEntity> parse_actors(const std::string& text, const std::string& name,
                                                    const Lexicon& lexicon);

}  // namespace chancery
