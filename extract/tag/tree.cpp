#include "extract/tag/tree.hpp"

#include <algorithm>

namespace chancery {

bool is_tree(std::span<const std::uint32_t> heads) {
    const auto n = static_cast<std::uint32_t>(heads.size());
    if (std::count(heads.begin(), heads.end(), 0U) != 1) return false;
    std::vector<std::uint32_t> seen(n + 1, 0);  // the walk that passed here
    for (std::uint32_t d = 1; d <= n; ++d) {
        auto at = d;
        while (at != 0 && seen[at] == 0) {
            seen[at] = d;
            at = heads[at - 1];
        }
        if (at != 0 && seen[at] == d) return false;
    }
    return true;
}

namespace {

/// Eisner's chart over the words 1 to n. A complete span has its head at one end and all its dependents inside; an open
/// one has an arc between its ends and waits for the dependents of the lower end.
class Eisner {
  public:
    Eisner(const ArcScores& scores, TreeChart& chart) : s_(scores), c_(chart), n_(scores.words()) {
        const auto cells = std::size_t{n_ + 2} * (n_ + 2);
        for (auto* part : {&c_.complete_left, &c_.complete_right, &c_.open_left, &c_.open_right})
            part->assign(cells, 0.0F);
        for (auto* part : {&c_.split_left, &c_.split_right, &c_.split_open}) part->assign(cells, 0);
    }

    void fill() {
        for (std::uint32_t width = 1; width < n_; ++width)
            for (std::uint32_t i = 1; i + width <= n_; ++i) fill(i, i + width);
    }

    [[nodiscard]] std::uint32_t best_root() const {
        std::uint32_t root = 1;
        float best = 0;
        for (std::uint32_t r = 1; r <= n_; ++r) {
            const float score = c_.complete_left[at(1, r)] + c_.complete_right[at(r, n_)] + s_.at(r, 0);
            if (r == 1 || score > best) {
                best = score;
                root = r;
            }
        }
        return root;
    }

    void read(std::uint32_t root, std::vector<std::uint32_t>& heads) {
        heads.assign(n_, 0);
        stack_ = {{1, root, Part::left}, {root, n_, Part::right}};
        while (!stack_.empty()) {
            const auto item = stack_.back();
            stack_.pop_back();
            if (item.from != item.to) unfold(item, heads);
        }
    }

  private:
    enum class Part : std::uint8_t { left, right, open_left, open_right };  ///< left: the head is at the right end
    struct Item {
        std::uint32_t from, to;
        Part part;
    };

    [[nodiscard]] std::size_t at(std::uint32_t i, std::uint32_t j) const { return std::size_t{i} * (n_ + 2) + j; }

    template <typename Score>
    static std::pair<float, std::uint32_t> best_split(std::uint32_t from, std::uint32_t to, Score score) {
        std::pair<float, std::uint32_t> best{score(from), from};
        for (auto q = from + 1; q < to; ++q)
            if (const float value = score(q); value > best.first) best = {value, q};
        return best;
    }

    void fill(std::uint32_t i, std::uint32_t j) {
        const auto here = at(i, j);
        const auto open =
            best_split(i, j, [&](auto q) { return c_.complete_right[at(i, q)] + c_.complete_left[at(q + 1, j)]; });
        c_.split_open[here] = open.second;
        c_.open_right[here] = open.first + s_.at(j, i);
        c_.open_left[here] = open.first + s_.at(i, j);
        const auto right =
            best_split(i + 1, j + 1, [&](auto q) { return c_.open_right[at(i, q)] + c_.complete_right[at(q, j)]; });
        c_.complete_right[here] = right.first;
        c_.split_right[here] = right.second;
        const auto left = best_split(i, j, [&](auto q) { return c_.complete_left[at(i, q)] + c_.open_left[at(q, j)]; });
        c_.complete_left[here] = left.first;
        c_.split_left[here] = left.second;
    }

    void unfold(const Item& item, std::vector<std::uint32_t>& heads) {
        const auto [i, j, part] = item;
        if (part == Part::right) {
            const auto q = c_.split_right[at(i, j)];
            stack_.push_back({i, q, Part::open_right});
            stack_.push_back({q, j, Part::right});
        } else if (part == Part::left) {
            const auto q = c_.split_left[at(i, j)];
            stack_.push_back({i, q, Part::left});
            stack_.push_back({q, j, Part::open_left});
        } else {
            if (part == Part::open_right) {
                heads[j - 1] = i;
            } else {
                heads[i - 1] = j;
            }
            const auto q = c_.split_open[at(i, j)];
            stack_.push_back({i, q, Part::right});
            stack_.push_back({q + 1, j, Part::left});
        }
    }

    const ArcScores& s_;
    TreeChart& c_;
    std::uint32_t n_;
    std::vector<Item> stack_;
};

}  // namespace

void best_tree(const ArcScores& scores, TreeChart& chart, std::vector<std::uint32_t>& heads) {
    const auto n = scores.words();
    heads.assign(n, 0);
    if (n == 0) return;
    for (std::uint32_t d = 1; d <= n; ++d) {
        float best = 0;
        bool none = true;
        for (std::uint32_t h = 0; h <= n; ++h)
            if (h != d && (none || scores.at(d, h) > best)) {
                best = scores.at(d, h);
                heads[d - 1] = h;
                none = false;
            }
    }
    if (is_tree(heads)) return;
    Eisner eisner(scores, chart);
    eisner.fill();
    eisner.read(eisner.best_root(), heads);
}

}  // namespace chancery
