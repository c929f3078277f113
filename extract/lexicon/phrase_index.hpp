#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/lexicon/words.hpp"

namespace chancery {

/// Finds the entries of a lexicon in a row of words: a trie over whole words, folded by fold().
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
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    static constexpr std::uint32_t none = 0xffffffff;
    std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> word_ids_;
    std::unordered_map<std::uint64_t, std::uint32_t> edges_;  // (node, word) -> node
    std::vector<std::vector<std::uint32_t>> values_ = {{}};   // by node; node 0 is the root
};

}  // namespace chancery
