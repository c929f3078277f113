#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "extract/lexicon/words.hpp"

namespace chancery {

/// Finds the entries of a lexicon in a row of words: a trie over whole words, folded by fold(). Words are told apart
/// by their 64-bit hash alone, so that a word which begins no entry, as most do, costs one look into a table.
class PhraseIndex {
  public:
    struct Hit {
        std::uint32_t length;  ///< in words
        std::uint32_t value;
    };

    /// Values of one phrase are kept in the order they were added.
    void add(std::span<const std::string> phrase, std::uint32_t value);

    /// Appends every entry that begins at words[at], shortest first.
    void find(std::span<const Word> words, std::size_t at, std::vector<Hit>& hits) const;

  private:
    /// An edge of the trie: from a node by a word, as one number, to a node. The root is no edge's end.
    struct Edge {
        std::uint64_t from = 0;
        std::uint32_t to = 0;
    };
    /// Where the edge is, or the free place where it would be.
    [[nodiscard]] std::size_t place_of(std::uint64_t from) const;
    void grow();

    std::vector<Edge> edges_ = std::vector<Edge>(16);        // open addressing; a power of two, at most half full
    std::vector<std::vector<std::uint32_t>> values_ = {{}};  // by node; node 0 is the root
};

}  // namespace chancery
