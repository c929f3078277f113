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

/// How a word hangs on its head, as far as relations need it.
enum class Dependency : std::uint8_t {
    subject,
    passive_subject,
    clause_subject,
    object,
    indirect_object,
    oblique,
    agent,  ///< the doer of a passive
    noun_modifier,
    possessor,
    apposition,
    conjunct,
    relative_clause,
    noun_clause,
    adverb_clause,
    clause_complement,
    open_complement,
    preposition,
    passive_auxiliary,
    root,
    other
};

/// What kind of name a word is part of, by the look of the sentence alone.
enum class NameClass : std::uint8_t { none, person, place, organisation };

inline constexpr std::uint32_t no_head = 0xffffffff;

/// What tagger and parser say of one token.
struct Syntax {
    WordClass word_class = WordClass::other;
    Dependency relation = Dependency::other;
    NameClass name = NameClass::none;
    std::uint16_t tag = 0, label = 0;  ///< as the model numbers them
    std::uint32_t head = no_head;      ///< index within the sentence; no_head for its root
    float margin = 0;                  ///< by how much this head beat the next best
};

/// The sentences and tokens of an article's own text; boilerplate has none.
struct Reading {
    std::vector<Token> tokens;
    std::vector<Sentence> sentences;
    std::vector<Syntax> syntax;  ///< one a token once analysed, else empty
};

}  // namespace chancery
