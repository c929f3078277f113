#pragma once
#include <cstdint>
#include <vector>

#include "record/article.hpp"
#include "record/span.hpp"

namespace chancery {

/// A word class as far as relations need it; the universal part-of-speech tags under plain names.
enum class WordClass : std::uint8_t {
    noun,
    proper,
    verb,
    auxiliary,
    adjective,
    adverb,
    pronoun,
    determiner,
    preposition,
    particle,
    conjunction,
    subordinator,
    numeral,
    punctuation,
    other
};

/// One token, by the English conventions of Universal Dependencies: clitics ('s, n't) and the parts of hyphenated words
/// stand alone.
struct Token {
    Span where;
    WordClass word_class = WordClass::other;
    bool space_before = false;  ///< false for the parts of "state-run" and "doesn't"
};

/// One sentence: its bytes and its tokens [first, last) in Reading::tokens.
struct Sentence {
    Span where;
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    BlockKind block = BlockKind::paragraph;
    std::uint32_t paragraph = 0;  ///< index into Article::blocks
};

/// The sentences and tokens of an article's own text; boilerplate has none.
struct Reading {
    std::vector<Token> tokens;
    std::vector<Sentence> sentences;
};

}  // namespace chancery
