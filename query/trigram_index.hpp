#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace chancery {

/// Finds words of a vocabulary that share many runs of three letters with a word. Immutable.
class TrigramIndex {
  public:
    TrigramIndex() = default;
    /// REQUIRES: words of a-z and 0-9, as name_key() leaves them.
    explicit TrigramIndex(std::span<const std::string> words);

    /// At most `most` words, the likest first, then in the order of the vocabulary; none that shares less than half of
    /// its runs.
    [[nodiscard]] std::vector<std::uint32_t> similar(std::string_view word, std::size_t most) const;

    [[nodiscard]] std::size_t bytes() const;

  private:
    std::vector<std::uint32_t> offsets_, words_;
    std::vector<std::uint16_t> sizes_;  ///< different runs of each word
};

}  // namespace chancery
