#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "record/facts.hpp"
#include "resolve/resolve.hpp"

namespace chancery {

/// One line of a decisions file (docs/formats/decisions.md).
struct Decision {
    enum class Action : std::uint8_t { merge, apart, rename, retype, drop, split } action = Action::merge;
    struct Who {
        std::string family, name;      ///< the name as a key (name_key)
        std::string country, article;  ///< only when given
    };
    Who who, other;      ///< other: of merge and apart
    std::string target;  ///< new label, new type, or the name of what is split off
    std::string sha256;  ///< split: how the article's hash begins
    Span where;          ///< split: bytes of the cleaned text
    std::size_t line = 0;
    std::string file;
};

/// Reads a decisions file. Throws Error "FILE:LINE: what. what to do".
[[nodiscard]] std::vector<Decision> read_decisions(const std::filesystem::path& file);
/// The same from memory; `name` stands for the file in errors.
[[nodiscard]] std::vector<Decision> parse_decisions(std::string text, const std::string& name);

/// What applying decisions gave.
struct Decided {
    Rulings rulings;
    std::vector<std::string> idle;  ///< "FILE:LINE" of decisions that fitted nothing
};

/// Retypes, drops and splits entities in `facts`, and binds the other decisions to signatures. The same facts in any
/// order give the same answer.
[[nodiscard]] Decided apply_decisions(const std::vector<Decision>& decisions, std::vector<ArticleFacts>& facts);

}  // namespace chancery
