// Leiden (Traag, Waltman, van Eck 2019). Vertices move to the neighbouring community that gains most modularity until
// none wants to; each community is then split into well-connected parts, the parts become the vertices of a smaller
// graph, and the moves go on there. The published algorithm draws parts at random; here the best part is taken, and
// vertices are visited in order, so that nothing depends on a seed.
#include "graph/communities.hpp"

#include <algorithm>
#include <deque>
#include <numeric>

namespace chancery {

namespace {

using Arc = Projection::Arc;
using Partition = std::vector<std::uint32_t>;

/// A graph of one level: arcs in both directions, the weight inside each vertex (twice), strengths.
struct Level {
    std::vector<std::size_t> offsets;
    std::vector<Arc> arcs;
    std::vector<double> strength;  ///< of all arcs, those inside the vertex counted twice
    double total = 0;              ///< sum of the strengths

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(strength.size()); }
    [[nodiscard]] std::span<const Arc> around(std::uint32_t v) const {
        return {arcs.data() + offsets[v], arcs.data() + offsets[v + 1]};
    }
};

/// Sums of weights by group, for one vertex at a time.
class Sums {
  public:
    explicit Sums(std::uint32_t groups) : weight_(groups, 0), here_(groups, 0) {}
    void add(std::uint32_t group, double weight) {
        if (here_[group] == 0) {
            here_[group] = 1;
            touched_.push_back(group);
        }
        weight_[group] += weight;
    }
    [[nodiscard]] double of(std::uint32_t group) const { return weight_[group]; }
    [[nodiscard]] const std::vector<std::uint32_t>& groups() const { return touched_; }
    void clear() {
        for (const auto group : touched_) {
            weight_[group] = 0;
            here_[group] = 0;
        }
        touched_.clear();
    }

  private:
    std::vector<double> weight_;
    std::vector<char> here_;
    std::vector<std::uint32_t> touched_;
};

Level level_of(const Projection& graph) {
    Level level{graph.offsets, graph.arcs, std::vector<double>(graph.size()), 0};
    for (std::uint32_t v = 0; v < graph.size(); ++v)
        for (const auto& arc : graph.around(v)) level.strength[v] += arc.weight;
    level.total = std::accumulate(level.strength.begin(), level.strength.end(), 0.0);
    return level;
}

/// Moves vertices until none gains.
void move_vertices(const Level& level, Partition& community) {
    std::vector<double> total(level.size(), 0);
    std::vector<std::uint32_t> members(level.size(), 0);
    for (std::uint32_t v = 0; v < level.size(); ++v) {
        total[community[v]] += level.strength[v];
        ++members[community[v]];
    }
    std::vector<std::uint32_t> empty;
    for (std::uint32_t c = level.size(); c-- > 0;)
        if (members[c] == 0) empty.push_back(c);
    std::deque<std::uint32_t> open(level.size());
    std::iota(open.begin(), open.end(), 0U);
    std::vector<char> waiting(level.size(), 1);
    Sums sums(level.size());
    while (!open.empty()) {
        const auto v = open.front();
        open.pop_front();
        waiting[v] = 0;
        const auto own = community[v];
        for (const auto& arc : level.around(v)) sums.add(community[arc.target], arc.weight);
        total[own] -= level.strength[v];
        const auto gain = [&](std::uint32_t c) { return sums.of(c) - level.strength[v] * total[c] / level.total; };
        auto best = own;
        auto best_gain = gain(own);
        for (const auto c : sums.groups()) {
            const auto here = gain(c);
            if (here > best_gain + 1e-12 * level.total) {
                best = c;
                best_gain = here;
            }
        }
        if (best_gain < 0 && members[own] > 1 && !empty.empty()) {  // better alone
            best = empty.back();
            empty.pop_back();
        }
        sums.clear();
        total[best] += level.strength[v];
        if (best == own) continue;
        community[v] = best;
        ++members[best];
        if (--members[own] == 0) empty.push_back(own);
        for (const auto& arc : level.around(v)) {
            if (waiting[arc.target] != 0 || community[arc.target] == best) continue;
            waiting[arc.target] = 1;
            open.push_back(arc.target);
        }
    }
}

/// Splits each community into parts that are well connected inside it; the parts' numbers are vertices.
Partition refined(const Level& level, const Partition& community) {
    Partition part(level.size());
    std::iota(part.begin(), part.end(), 0U);
    std::vector<double> total(level.size(), 0), strength = level.strength, cut(level.size(), 0);
    std::vector<char> alone(level.size(), 1);
    for (std::uint32_t v = 0; v < level.size(); ++v) {
        total[community[v]] += level.strength[v];
        for (const auto& arc : level.around(v))
            if (community[arc.target] == community[v]) cut[v] += arc.weight;
    }
    const auto well_connected = [&](std::uint32_t p, std::uint32_t c) {
        return cut[p] >= strength[p] * (total[c] - strength[p]) / level.total;
    };
    Sums sums(level.size());
    for (std::uint32_t v = 0; v < level.size(); ++v) {
        const auto c = community[v];
        if (alone[v] == 0 || part[v] != v || !well_connected(v, c)) continue;
        for (const auto& arc : level.around(v))
            if (community[arc.target] == c) sums.add(part[arc.target], arc.weight);
        auto best = v;
        double best_gain = 0;
        for (const auto p : sums.groups()) {
            const auto here = sums.of(p) - level.strength[v] * strength[p] / level.total;
            if (p != v && here > best_gain && well_connected(p, c)) {
                best = p;
                best_gain = here;
            }
        }
        if (best != v) {
            cut[best] += cut[v] - 2 * sums.of(best);
            strength[best] += level.strength[v];
            strength[v] = 0;
            part[v] = best;
            alone[best] = 0;
        }
        sums.clear();
    }
    return part;
}

/// Numbers groups from 0 in the order of their first vertex. Returns how many there are.
std::uint32_t renumber(Partition& group) {
    constexpr std::uint32_t none = 0xffffffff;
    Partition name(group.empty() ? 0 : *std::max_element(group.begin(), group.end()) + 1, none);
    std::uint32_t next = 0;
    for (auto& g : group) {
        if (name[g] == none) name[g] = next++;
        g = name[g];
    }
    return next;
}

/// Each part becomes a vertex.
Level aggregated(const Level& level, const Partition& part, std::uint32_t parts) {
    std::vector<std::size_t> begin(parts + 1, 0);
    for (const auto p : part) ++begin[p + 1];
    std::partial_sum(begin.begin(), begin.end(), begin.begin());
    std::vector<std::uint32_t> members(level.size());
    auto next = begin;
    for (std::uint32_t v = 0; v < level.size(); ++v) members[next[part[v]]++] = v;
    Level small{{0}, {}, std::vector<double>(parts, 0), level.total};
    Sums sums(parts);
    for (std::uint32_t p = 0; p < parts; ++p) {
        for (auto at = begin[p]; at < begin[p + 1]; ++at) {
            small.strength[p] += level.strength[members[at]];
            for (const auto& arc : level.around(members[at]))
                if (part[arc.target] != p) sums.add(part[arc.target], arc.weight);
        }
        for (const auto q : sums.groups()) small.arcs.push_back({q, sums.of(q)});
        sums.clear();
        small.offsets.push_back(small.arcs.size());
    }
    return small;
}

/// One pass through the levels, from a partition of the vertices.
void pass(const Level& bottom, Partition& community) {
    Partition place(bottom.size());  // vertex of the present level that holds each bottom vertex
    std::iota(place.begin(), place.end(), 0U);
    Level level = bottom;
    Partition now = community;
    while (true) {
        move_vertices(level, now);
        for (std::uint32_t v = 0; v < bottom.size(); ++v) community[v] = now[place[v]];
        auto part = refined(level, now);
        const auto parts = renumber(part);
        if (parts == level.size()) break;
        Partition above(parts);
        for (std::uint32_t v = 0; v < level.size(); ++v) above[part[v]] = now[v];
        renumber(above);
        level = aggregated(level, part, parts);
        for (auto& p : place) p = part[p];
        now = std::move(above);
    }
}

}  // namespace

std::vector<std::uint32_t> numbered_by_size(const std::vector<std::uint32_t>& group) {
    auto dense = group;
    const auto groups = renumber(dense);
    std::vector<std::uint32_t> members(groups, 0), order(groups), name(groups);
    for (const auto g : dense) ++members[g];
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return members[a] > members[b]; });
    for (std::uint32_t i = 0; i < groups; ++i) name[order[i]] = i;
    for (auto& g : dense) g = name[g];
    return dense;
}

double modularity(const Projection& graph, const std::vector<std::uint32_t>& community) {
    const auto level = level_of(graph);
    if (level.total == 0) return 0;
    std::vector<double> total(graph.size(), 0);
    double inside = 0, expected = 0;
    for (std::uint32_t v = 0; v < graph.size(); ++v) {
        total[community[v]] += level.strength[v];
        for (const auto& arc : graph.around(v))
            if (community[arc.target] == community[v]) inside += arc.weight;
    }
    for (const auto t : total) expected += (t / level.total) * (t / level.total);
    return inside / level.total - expected;
}

std::vector<std::uint32_t> communities(const Projection& graph) {
    const auto bottom = level_of(graph);
    Partition community(graph.size());
    std::iota(community.begin(), community.end(), 0U);
    if (bottom.total == 0) return community;
    constexpr int passes = 3;  // later passes mend what the first joined too early; gains after three are tiny
    double before = -1;
    for (int i = 0; i < passes; ++i) {
        pass(bottom, community);
        const auto now = modularity(graph, community);
        if (now < before + 1e-6) break;
        before = now;
    }
    return numbered_by_size(community);
}

}  // namespace chancery
