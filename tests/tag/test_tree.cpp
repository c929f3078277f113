#include "tests/catch.hpp"

#include <functional>

#include "extract/tag/tree.hpp"
#include "extract/train/random.hpp"

using namespace chancery;

namespace {

bool projective(const std::vector<std::uint32_t>& heads) {
    const auto crosses = [](std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d) {
        return a < c && c < b && b < d;
    };
    for (std::uint32_t i = 1; i <= heads.size(); ++i)
        for (std::uint32_t j = 1; j <= heads.size(); ++j) {
            if (heads[i - 1] == 0 || heads[j - 1] == 0) continue;
            const auto [a, b] = std::minmax(i, heads[i - 1]);
            const auto [c, d] = std::minmax(j, heads[j - 1]);
            if (crosses(a, b, c, d)) return false;
        }
    return true;
}

/// Nothing hangs over the root from side to side.
bool root_uncovered(const std::vector<std::uint32_t>& heads) {
    std::uint32_t root = 0;
    for (std::uint32_t i = 1; i <= heads.size(); ++i)
        if (heads[i - 1] == 0) root = i;
    for (std::uint32_t i = 1; i <= heads.size(); ++i)
        if (heads[i - 1] != 0 && std::min(i, heads[i - 1]) < root && root < std::max(i, heads[i - 1])) return false;
    return true;
}

float score_of(const ArcScores& scores, const std::vector<std::uint32_t>& heads) {
    float sum = 0;
    for (std::uint32_t d = 1; d <= heads.size(); ++d) sum += scores.at(d, heads[d - 1]);
    return sum;
}

/// The best of all projective trees with one root, by trying them all.
float best_by_trying(const ArcScores& scores) {
    const auto n = scores.words();
    std::vector<std::uint32_t> heads(n, 0);
    float best = -1e9F;
    const std::function<void(std::uint32_t)> place = [&](std::uint32_t d) {
        if (d == n) {
            if (is_tree(heads) && projective(heads) && root_uncovered(heads))
                best = std::max(best, score_of(scores, heads));
            return;
        }
        for (std::uint32_t h = 0; h <= n; ++h)
            if (h != d + 1) {
                heads[d] = h;
                place(d + 1);
            }
    };
    place(0);
    return best;
}

}  // namespace

TEST_CASE("no word, one word") {
    ArcScores scores;
    TreeChart chart;
    std::vector<std::uint32_t> heads{9};
    scores.resize(0);
    best_tree(scores, chart, heads);
    CHECK(heads.empty());
    scores.resize(1);
    best_tree(scores, chart, heads);
    CHECK(heads == std::vector<std::uint32_t>{0});
}

TEST_CASE("the tree found is the best one with a single root, up to five words") {
    Random random(3);
    TreeChart chart;
    std::vector<std::uint32_t> heads;
    for (int round = 0; round < 120; ++round) {
        ArcScores scores;
        scores.resize(2 + static_cast<std::uint32_t>(random.below(4)));
        for (std::uint32_t d = 1; d <= scores.words(); ++d)
            for (std::uint32_t h = 0; h <= scores.words(); ++h) scores.at(d, h) = random.unit();
        best_tree(scores, chart, heads);
        INFO("round " << round << ", words " << scores.words());
        REQUIRE(is_tree(heads));
        CHECK(score_of(scores, heads) >= best_by_trying(scores) - 1e-5F);
    }
}

TEST_CASE("trees have one root and no circle") {
    CHECK(is_tree(std::vector<std::uint32_t>{2, 0, 2}));
    CHECK_FALSE(is_tree(std::vector<std::uint32_t>{0, 0, 2}));
    CHECK_FALSE(is_tree(std::vector<std::uint32_t>{2, 1, 0}));
}
