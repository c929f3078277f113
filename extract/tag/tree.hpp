#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace chancery {

/// Scores of every arc of a sentence of n words: at(d, h) for word d (1 to n) under head h (0 is the root).
class ArcScores {
  public:
    void resize(std::uint32_t words) {
        words_ = words;
        scores_.assign(std::size_t{words + 1} * (words + 1), 0.0F);
    }
    [[nodiscard]] std::uint32_t words() const { return words_; }
    [[nodiscard]] float at(std::uint32_t word, std::uint32_t head) const {
        return scores_[std::size_t{word} * (words_ + 1) + head];
    }
    float& at(std::uint32_t word, std::uint32_t head) { return scores_[std::size_t{word} * (words_ + 1) + head]; }

  private:
    std::uint32_t words_ = 0;
    std::vector<float> scores_;
};

/// The work space of best_tree, kept between sentences.
struct TreeChart {
    std::vector<float> complete_left, complete_right, open_left, open_right;
    std::vector<std::uint32_t> split_left, split_right, split_open;
};

/// heads[d - 1] for the words 1 to n: the best head of each when these make a tree with one root, else the best
/// projective tree with one root (Eisner 1996, the root chosen last). Scores must be finite. No words, no heads.
void best_tree(const ArcScores& scores, TreeChart& chart, std::vector<std::uint32_t>& heads);

/// Exactly one root and no cycle. heads[d - 1] as above.
[[nodiscard]] bool is_tree(std::span<const std::uint32_t> heads);

}  // namespace chancery
