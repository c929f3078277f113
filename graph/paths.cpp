// Brandes' algorithm: a breadth-first search from a source counts the shortest paths to every vertex, and the way back
// hands each vertex its share of them. Harmonic closeness falls out of the same search. Sources are dealt to a fixed
// number of blocks, each with sums of its own, and the blocks are added in order: so the sums do not depend on threads.
#include "graph/paths.hpp"

#include <algorithm>
#include <atomic>
#include <thread>

namespace chancery {

namespace {

class Search {
  public:
    explicit Search(const Projection& graph)
        : graph_(graph), distance_(graph.size(), unreached), paths_(graph.size()), share_(graph.size()) {}

    void run(std::uint32_t source, PathMeasures& sums) {
        order_.clear();
        order_.push_back(source);
        distance_[source] = 0;
        paths_[source] = 1;
        for (std::size_t at = 0; at < order_.size(); ++at) {
            const auto v = order_[at];
            for (const auto& arc : graph_.around(v)) {
                if (distance_[arc.target] == unreached) {
                    distance_[arc.target] = distance_[v] + 1;
                    paths_[arc.target] = 0;
                    order_.push_back(arc.target);
                }
                if (distance_[arc.target] == distance_[v] + 1) paths_[arc.target] += paths_[v];
            }
        }
        for (const auto v : order_) share_[v] = 0;
        for (auto at = order_.size(); at-- > 1;) {
            const auto v = order_[at];
            const auto part = (1 + share_[v]) / paths_[v];
            for (const auto& arc : graph_.around(v))
                if (distance_[arc.target] + 1 == distance_[v]) share_[arc.target] += paths_[arc.target] * part;
            sums.betweenness[v] += share_[v];
            sums.closeness[v] += 1.0 / distance_[v];
        }
        for (const auto v : order_) distance_[v] = unreached;
    }

  private:
    static constexpr std::uint32_t unreached = 0xfffffffe;  // one more is still no distance
    const Projection& graph_;
    std::vector<std::uint32_t> distance_, order_;
    std::vector<double> paths_, share_;
};

/// The vertices to search from: all that have edges, or `pivots` of them by a shuffle with a fixed seed.
std::vector<std::uint32_t> sources_of(const Projection& graph, std::uint32_t pivots, double& scale) {
    std::vector<std::uint32_t> sources;
    for (std::uint32_t v = 0; v < graph.size(); ++v)
        if (!graph.around(v).empty()) sources.push_back(v);
    scale = 1;
    if (pivots == 0 || pivots >= sources.size()) return sources;
    scale = static_cast<double>(sources.size()) / pivots;
    std::uint64_t state = 7;
    for (std::uint32_t i = 0; i < pivots; ++i) {  // the first steps of a Fisher-Yates shuffle
        state = state * 6364136223846793005U + 1442695040888963407U;
        std::swap(sources[i], sources[i + (state >> 33U) % (sources.size() - i)]);
    }
    sources.resize(pivots);
    return sources;
}

}  // namespace

PathMeasures path_measures(const Projection& graph, std::uint32_t pivots) {
    constexpr std::size_t blocks = 8;
    double scale = 1;
    const auto sources = sources_of(graph, pivots, scale);
    const PathMeasures zero{std::vector<double>(graph.size()), std::vector<double>(graph.size())};
    std::vector<PathMeasures> sums(blocks, zero);
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        Search search(graph);
        for (auto block = next++; block < blocks; block = next++)
            for (auto at = block; at < sources.size(); at += blocks) search.run(sources[at], sums[block]);
    };
    {
        std::vector<std::jthread> threads;
        const auto wanted = std::min<std::size_t>({blocks, sources.size(), std::thread::hardware_concurrency()});
        for (std::size_t t = 1; t < wanted; ++t) threads.emplace_back(work);
        work();
    }
    auto total = zero;
    const double n = graph.size();
    const double pairs = n > 2 ? (n - 1) * (n - 2) : 1, others = n > 1 ? n - 1 : 1;
    for (std::uint32_t v = 0; v < graph.size(); ++v) {
        for (const auto& block : sums) {
            total.betweenness[v] += block.betweenness[v];
            total.closeness[v] += block.closeness[v];
        }
        total.betweenness[v] *= scale / pairs;  // both directions of a pair are in the sum and in `pairs`
        total.closeness[v] *= scale / others;
    }
    return total;
}

}  // namespace chancery
