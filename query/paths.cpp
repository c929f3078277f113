// The shortest paths without loops.
//
// First the distance of every node to the goal is counted, backwards from the goal. Then partial paths are followed
// best first: by what they cost and what the rest must cost at least. As that estimate is exact but for loops, few
// partial paths are opened that are no part of an answer, and answers come out in their order. Of paths of one cost the
// one with the smaller ids comes first: nodes are numbered in the order of their ids.
#include "query/paths.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <queue>

namespace chancery {

namespace {

using Cost = std::uint64_t;
constexpr Cost unit = 1'000'000;  // of one hop
constexpr Cost far = std::numeric_limits<Cost>::max();
constexpr std::uint32_t most_hops = 8;
constexpr std::uint8_t unreached = 255;
constexpr std::size_t most_opened = 4'000'000;

struct Partial {
    Cost cost = 0, least = 0;  ///< so far; with the rest
    std::uint32_t hops = 0;
    std::array<std::uint32_t, most_hops + 1> nodes{};

    [[nodiscard]] std::uint32_t last() const { return nodes[hops]; }
    [[nodiscard]] bool holds(std::uint32_t node) const {
        return std::find(nodes.begin(), nodes.begin() + hops + 1, node) != nodes.begin() + hops + 1;
    }
};

/// The worst first, as a heap wants it.
struct Worse {
    bool operator()(const Partial& a, const Partial& b) const {
        if (a.least != b.least) return a.least > b.least;
        return std::lexicographical_compare(b.nodes.begin(), b.nodes.begin() + b.hops + 1, a.nodes.begin(),
                                            a.nodes.begin() + a.hops + 1);
    }
};

class Finder {
  public:
    Finder(const Snapshot& graph, const PathQuery& query)
        : graph_(graph), query_(query), relations_(graph.marked_relations(query.relations)) {
        statuses_.fill(query.statuses.empty());
        for (const auto status : query.statuses) statuses_[static_cast<std::size_t>(status)] = true;
    }

    Paths run() {
        Paths found;
        if (query_.from == query_.to || query_.count == 0) return found;
        hops_.assign(graph_.rows().nodes.size(), unreached);
        hops_[query_.to] = 0;
        ring_ = {query_.to};
        if (query_.cost == PathCost::evidence) {
            while (may_widen()) widen();
            found = search();
        } else {  // shorter paths come first: widen the search only as long as paths are missing
            while (found.complete && found.paths.size() < query_.count && may_widen()) {
                widen();
                if (hops_[query_.from] == unreached) continue;
                auto wider = search();
                if (wider.paths.size() >= found.paths.size())
                    found = std::move(wider);
                else  // out of time before it was as far as the last search
                    found.complete = false;
            }
        }
        if (!found.complete && found.paths.empty()) throw OutOfTime();
        return found;
    }

  private:
    [[nodiscard]] bool walks(const Snapshot::EdgeBrief& edge) const {
        return statuses_[static_cast<std::size_t>(edge.status)] && relations_[edge.relation];
    }

    /// Calls visit(neighbour, cost of the step) once for each neighbour.
    template <typename Visit>
    void steps(std::uint32_t node, Visit visit) const {
        const auto links = graph_.links(node);
        for (std::size_t i = 0; i < links.size();) {
            const auto other = links[i].other;
            Cost weight = 0;
            for (; i < links.size() && links[i].other == other; ++i)
                if (const auto& edge = graph_.brief(links[i].edge); walks(edge))
                    weight += std::max<Cost>(edge.weight, 1);
            if (weight > 0 && other != node)
                visit(other, query_.cost == PathCost::hops ? unit : std::max<Cost>(unit / weight, 1));
        }
    }

    /// Paths may be longer than every distance, so an empty ring is no end, unless the goal cannot be reached.
    [[nodiscard]] bool may_widen() const {
        return limit_ < std::min(query_.most_hops, most_hops) && (!ring_.empty() || hops_[query_.from] != unreached);
    }

    /// Lets paths be one step longer: counts the next ring of nodes around the goal.
    void widen() {
        ++limit_;
        std::vector<std::uint32_t> next;
        for (std::size_t i = 0; i < ring_.size(); ++i) {
            if (i % 256 == 255) query_.deadline.check();
            steps(ring_[i], [&](auto other, Cost) {
                if (hops_[other] != unreached) return;
                hops_[other] = static_cast<std::uint8_t>(limit_);
                next.push_back(other);
            });
        }
        ring_ = std::move(next);
    }

    /// The first paths of at most `limit_` steps.
    Paths search() {
        Paths found;
        if (hops_[query_.from] == unreached) return found;
        count_costs();
        open_ = {};
        open_.push(start());
        std::size_t opened = 0;
        while (!open_.empty() && found.paths.size() < query_.count) {
            const auto best = open_.top();
            open_.pop();
            if (best.last() == query_.to) {
                found.paths.push_back(whole(best));
                continue;
            }
            const bool late = ++opened % 256 == 0 && query_.deadline.over();
            if (late || open_.size() > most_opened) {
                found.complete = false;
                break;
            }
            extend(best);
        }
        return found;
    }

    void count_costs() {
        rest_.assign(hops_.size(), far);
        if (query_.cost == PathCost::hops) {
            for (std::size_t n = 0; n < hops_.size(); ++n)
                if (hops_[n] != unreached) rest_[n] = hops_[n] * unit;
            return;
        }
        using Entry = std::pair<Cost, std::uint32_t>;
        std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
        queue.emplace(0, query_.to);
        rest_[query_.to] = 0;
        for (std::size_t done = 1; !queue.empty(); ++done) {
            const auto [cost, node] = queue.top();
            queue.pop();
            if (cost > rest_[node]) continue;
            if (done % 256 == 0) query_.deadline.check();
            steps(node, [&, cost = cost](auto other, Cost step) {
                if (hops_[other] == unreached || cost + step >= rest_[other]) return;
                rest_[other] = cost + step;
                queue.emplace(rest_[other], other);
            });
        }
    }

    [[nodiscard]] Partial start() const {
        Partial first;
        first.nodes[0] = query_.from;
        first.least = rest_[query_.from];
        return first;
    }

    void extend(const Partial& partial) {
        steps(partial.last(), [&](auto other, Cost step) {
            if (rest_[other] == far || partial.hops + 1 + hops_[other] > limit_ || partial.holds(other)) return;
            auto longer = partial;
            longer.cost += step;
            longer.least = longer.cost + rest_[other];
            longer.nodes[++longer.hops] = other;
            open_.push(longer);
        });
    }

    [[nodiscard]] Path whole(const Partial& partial) const {
        Path path;
        path.nodes.assign(partial.nodes.begin(), partial.nodes.begin() + partial.hops + 1);
        path.cost = static_cast<double>(partial.cost) / static_cast<double>(unit);
        for (std::size_t i = 0; i + 1 < path.nodes.size(); ++i)
            path.edges.push_back(between(path.nodes[i], path.nodes[i + 1]));
        return path;
    }

    [[nodiscard]] std::vector<std::uint32_t> between(std::uint32_t a, std::uint32_t b) const {
        std::vector<std::uint32_t> edges;
        for (const auto& link : graph_.links(a))
            if (link.other == b && walks(graph_.brief(link.edge))) edges.push_back(link.edge);
        std::stable_sort(edges.begin(), edges.end(), [&](auto one, auto other) {
            return graph_.rows().edges[one].weight > graph_.rows().edges[other].weight;
        });
        return edges;
    }

    const Snapshot& graph_;
    const PathQuery& query_;
    std::uint32_t limit_ = 0;      ///< steps of a path at most, so far
    std::vector<bool> relations_;  ///< those to walk
    std::array<bool, 4> statuses_{};
    std::vector<std::uint8_t> hops_;   ///< to the goal
    std::vector<std::uint32_t> ring_;  ///< the nodes farthest from the goal, so far
    std::vector<Cost> rest_;           ///< to the goal at least
    std::priority_queue<Partial, std::vector<Partial>, Worse> open_;
};

}  // namespace

Paths find_paths(const Snapshot& graph, const PathQuery& query) {
    return Finder(graph, query).run();
}

}  // namespace chancery
