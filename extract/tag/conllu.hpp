#pragma once
#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace chancery {

/// One syntactic word of a CoNLL-U sentence (universaldependencies.org/format.html). Empty strings stand for `_`.
struct ConlluWord {
    std::string form, lemma, upos, xpos, features;
    std::uint32_t head = 0;  ///< 1-based; 0 is the root
    std::string relation, misc;
};

/// A sentence with its comments and the lines of its multiword tokens. Empty nodes and enhanced graphs are not kept.
struct ConlluSentence {
    std::vector<std::string> comments;  ///< with their `#`
    std::vector<ConlluWord> words;
    struct Range {
        std::uint32_t before = 0;  ///< index of the first word it covers
        std::string line;
    };
    std::vector<Range> ranges;
};

/// Reads CoNLL-U. Throws Error "NAME:LINE: ..." on a line that is none: wrong number of columns, an id out of order, a
/// head outside the sentence.
[[nodiscard]] std::vector<ConlluSentence> read_conllu(std::string_view text, const std::string& name);

/// Appends one sentence with its final blank line.
void write_conllu(const ConlluSentence& sentence, std::string& out);

}  // namespace chancery
