#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace chancery {

/// Word vectors learnt elsewhere from much text without trees, such as GloVe (Pennington et al. 2014). They tell the
/// network what words that its treebanks never show are like.
class WordVectors {
  public:
    /// None.
    WordVectors() = default;
    /// Lines "word number ... number", as many numbers each; of words that differ in case or digits alone the first
    /// counts. Throws Error "NAME: line N: what. what to do".
    static WordVectors read(std::string_view text, const std::string& name);

    /// Numbers of a vector; 0 when there are none.
    [[nodiscard]] std::uint32_t length() const { return length_; }
    /// Of the lower-case forms that have a vector (FeatureKind::lower_form), ascending.
    [[nodiscard]] const std::vector<std::uint64_t>& hashes() const { return hashes_; }
    /// The vector of the nth hash.
    [[nodiscard]] std::span<const float> at(std::size_t n) const { return {values_.data() + n * length_, length_}; }
    /// The vector of a lower-case form; empty when it has none.
    [[nodiscard]] std::span<const float> of(std::uint64_t hash) const;

  private:
    std::uint32_t length_ = 0;
    std::vector<std::uint64_t> hashes_;
    std::vector<float> values_;
};

}  // namespace chancery
