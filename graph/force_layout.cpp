// A force-directed layout after ForceAtlas2 (Jacomy et al. 2014): nodes repel each other by their degrees, edges pull,
// a weak gravity keeps parts together, and each node moves slower the more it swings. Far nodes repel as one through a
// quadtree (Barnes and Hut). Only + - * / and sqrt are used, which round alike on every machine, and the result is
// rounded to whole numbers.
#include "graph/force_layout.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "graph/columns.hpp"
#include "graph/projection.hpp"

namespace chancery {

namespace {

struct Point {
    double x = 0, y = 0;
};

double length(Point p) {
    return std::sqrt(p.x * p.x + p.y * p.y);
}

/// Squares with the mass and the middle of what lies in them; a square of more than one node has four quarters.
class Quadtree {
  public:
    Quadtree(const std::vector<Point>& at, const std::vector<double>& mass) : at_(at), mass_(mass) {
        Point low = at[0], high = at[0];
        for (const auto& p : at) {
            low = {std::min(low.x, p.x), std::min(low.y, p.y)};
            high = {std::max(high.x, p.x), std::max(high.y, p.y)};
        }
        cells_.push_back({{(low.x + high.x) / 2, (low.y + high.y) / 2},
                          std::max({high.x - low.x, high.y - low.y, 1e-9}) / 2 * 1.001});
        for (std::uint32_t n = 0; n < at.size(); ++n) insert(n);
    }

    /// The push on node `n` from all others.
    [[nodiscard]] Point push(std::uint32_t n) {
        Point force;
        open_.assign(1, 0U);
        while (!open_.empty()) {
            const auto& cell = cells_[open_.back()];
            open_.pop_back();
            if (cell.mass == 0) continue;
            const Point middle{cell.weighted.x / cell.mass, cell.weighted.y / cell.mass};
            const Point away{at_[n].x - middle.x, at_[n].y - middle.y};
            const auto square = away.x * away.x + away.y * away.y;
            const bool leaf = cell.quarters == 0;
            if (!leaf && 4 * cell.half * cell.half > 1.44 * square) {
                for (std::uint32_t q = 0; q < 4; ++q) open_.push_back(cell.quarters + q);
                continue;
            }
            if (square <= 0) continue;
            const auto strength = mass_[n] * cell.mass / square;
            force.x += away.x * strength;
            force.y += away.y * strength;
        }
        return force;
    }

  private:
    struct Cell {
        Point centre;
        double half;
        double mass = 0;
        Point weighted = {};
        std::uint32_t quarters = 0;  ///< first of four, or 0
        std::uint32_t node = 0xffffffff;
    };
    static constexpr int deepest = 40;

    std::uint32_t quarter_of(std::uint32_t cell, std::uint32_t n) const {
        const auto& c = cells_[cell];
        return c.quarters + (at_[n].x > c.centre.x ? 1U : 0U) + (at_[n].y > c.centre.y ? 2U : 0U);
    }
    void add(std::uint32_t cell, std::uint32_t n) {
        auto& c = cells_[cell];
        c.mass += mass_[n];
        c.weighted.x += at_[n].x * mass_[n];
        c.weighted.y += at_[n].y * mass_[n];
    }
    void split(std::uint32_t cell) {
        const auto parent = cells_[cell];
        cells_[cell].quarters = static_cast<std::uint32_t>(cells_.size());
        const auto half = parent.half / 2;
        for (unsigned q = 0; q < 4; ++q)
            cells_.push_back(
                {{parent.centre.x + ((q & 1U) != 0 ? half : -half), parent.centre.y + ((q & 2U) != 0 ? half : -half)},
                 half});
        const auto lower = quarter_of(cell, parent.node);
        add(lower, parent.node);
        cells_[lower].node = parent.node;
    }
    void insert(std::uint32_t n) {
        std::uint32_t cell = 0;
        for (int depth = 0;; ++depth) {
            const bool empty = cells_[cell].mass == 0;
            if (empty) cells_[cell].node = n;
            if (!empty && cells_[cell].quarters == 0 && depth < deepest) split(cell);
            add(cell, n);
            if (cells_[cell].quarters == 0) return;
            cell = quarter_of(cell, n);
        }
    }

    const std::vector<Point>& at_;
    const std::vector<double>& mass_;
    std::vector<Cell> cells_;
    std::vector<std::uint32_t> open_;
};

class Layout {
  public:
    explicit Layout(const Projection& graph)
        : graph_(graph), at_(graph.size()), force_(graph.size()), last_(graph.size()), mass_(graph.size()) {
        std::uint64_t state = 11;
        const auto chance = [&] {
            state = state * 6364136223846793005U + 1442695040888963407U;
            return static_cast<double>(state >> 33U) / 2147483648.0 - 0.5;
        };
        const auto side = 10 * std::sqrt(static_cast<double>(graph.size()));
        for (std::uint32_t v = 0; v < graph.size(); ++v) {
            mass_[v] = static_cast<double>(graph.around(v).size()) + 1;
            at_[v].x = side * chance();
            at_[v].y = side * chance();
        }
    }

    std::vector<Point> run() {
        const auto rounds = std::clamp<std::size_t>(4000000 / (graph_.size() + 1), 60, 600);
        for (std::size_t round = 0; round < rounds && graph_.size() > 1; ++round) {
            forces();
            move();
        }
        return at_;
    }

  private:
    void forces() {
        last_.swap(force_);
        Quadtree tree(at_, mass_);
        for (std::uint32_t v = 0; v < graph_.size(); ++v) {
            auto force = tree.push(v);
            force.x *= repulsion;
            force.y *= repulsion;
            const auto distance = std::max(length(at_[v]), 1e-9);
            force.x -= gravity * mass_[v] * at_[v].x / distance;
            force.y -= gravity * mass_[v] * at_[v].y / distance;
            for (const auto& arc : graph_.around(v)) {
                const auto pull = std::sqrt(arc.weight);
                force.x += pull * (at_[arc.target].x - at_[v].x);
                force.y += pull * (at_[arc.target].y - at_[v].y);
            }
            force_[v] = force;
        }
    }

    void move() {
        const double n = graph_.size();
        double swinging = 0, traction = 0;
        std::vector<double> swing(graph_.size());
        for (std::uint32_t v = 0; v < graph_.size(); ++v) {
            swing[v] = length({force_[v].x - last_[v].x, force_[v].y - last_[v].y});
            swinging += mass_[v] * swing[v];
            traction += mass_[v] * length({force_[v].x + last_[v].x, force_[v].y + last_[v].y}) / 2;
        }
        const auto estimate = 0.05 * std::sqrt(n);
        auto jitter = std::max(std::sqrt(estimate), std::min(10.0, estimate * traction / (n * n)));
        if (traction > 0 && swinging / traction > 2) {
            efficiency_ = std::max(efficiency_ / 2, 0.05);
            jitter = std::max(jitter, 1.0);
        }
        const auto target = swinging > 0 ? jitter * efficiency_ * traction / swinging : 1e9;
        if (swinging > jitter * traction)
            efficiency_ = std::max(efficiency_ * 0.7, 0.05);
        else if (speed_ < 1000)
            efficiency_ *= 1.3;
        speed_ += std::min(target - speed_, 0.5 * speed_);
        for (std::uint32_t v = 0; v < graph_.size(); ++v) {
            const auto factor = speed_ / (1 + std::sqrt(speed_ * mass_[v] * swing[v]));
            at_[v].x += force_[v].x * factor;
            at_[v].y += force_[v].y * factor;
        }
    }

    static constexpr double repulsion = 10, gravity = 1;
    const Projection& graph_;
    std::vector<Point> at_, force_, last_;
    std::vector<double> mass_;
    double speed_ = 1, efficiency_ = 1;
};

}  // namespace

void add_layout(GraphRows& rows) {
    const auto graph = project(GraphView(rows), true);
    const auto at = graph.size() == 0 ? std::vector<Point>{} : Layout(graph).run();
    double far = 0;  // the drawing is about 100 * sqrt(n) wide, room for a label a node
    for (const auto& p : at) far = std::max({far, std::abs(p.x), std::abs(p.y)});
    const auto scale = far > 0 ? 60 * std::sqrt(static_cast<double>(at.size())) / far : 1;
    std::vector<double> x, y;
    for (const auto& p : at) {
        x.push_back(std::round(p.x * scale));
        y.push_back(std::round(p.y * scale));
    }
    set_column(rows, "x", graph.in_row_order(x));
    set_column(rows, "y", graph.in_row_order(y));
}

}  // namespace chancery
