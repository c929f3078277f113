// Copies of one article under many roofs.
//
// A fingerprint holds a fixed share of the hashes of an article's word sequences: a hash is in it or not whatever else
// the article says, so the share of common hashes estimates the share of common text, also when one article is longer.
// Two articles are copies when most of the shorter stands in the longer, and the longer is not several times as long: a
// round-up that quotes a whole note is no copy of it.
//
// Pairs to compare come from an index of hash to articles. Copies share most hashes, so a few of the smallest of each
// article's are enough to meet, and of articles that share one only neighbours in sha256 order are paired: what many
// articles share (a pasted notice) would make too many pairs, and true copies meet at many hashes and through each
// other.
#include "resolve/copies.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace chancery {

namespace {

constexpr std::size_t least_hashes = 12;  // shorter articles are too short to tell
constexpr std::size_t least_share = 62;   // per cent of the shorter article
constexpr std::size_t most_longer = 3;    // the longer is at most so many times as long
constexpr std::size_t neighbours = 4;     // in the list of one hash

std::size_t common(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    std::size_t count = 0;
    for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
        if (*i == *j) {
            ++count;
            ++i;
            ++j;
        } else if (*i < *j) {
            ++i;
        } else {
            ++j;
        }
    }
    return count;
}

bool copies(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    const auto less = std::min(a.size(), b.size()), more = std::max(a.size(), b.size());
    return more <= most_longer * less && 100 * common(a, b) >= least_share * less;
}

class Groups {
  public:
    explicit Groups(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), 0U); }

    std::uint32_t find(std::uint32_t a) {
        while (parent_[a] != a) a = parent_[a] = parent_[parent_[a]];
        return a;
    }
    void join(std::uint32_t a, std::uint32_t b) {
        a = find(a);
        b = find(b);
        parent_[std::max(a, b)] = std::min(a, b);  // the root is the first in sha256 order
    }

  private:
    std::vector<std::uint32_t> parent_;
};

/// Pairs of places in `order` whose articles share a hash of the index, each once.
std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs_of(std::span<const CopyCandidate> articles,
                                                              const std::vector<std::uint32_t>& order) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> index, pairs;  // hash and place
    for (std::uint32_t place = 0; place < order.size(); ++place) {
        const auto& hashes = articles[order[place]].fingerprint;
        if (hashes.size() < least_hashes) continue;
        for (const auto hash : hashes) index.emplace_back(hash, place);
    }
    std::sort(index.begin(), index.end());
    for (std::size_t i = 0; i < index.size(); ++i)
        for (auto j = i + 1; j < index.size() && j <= i + neighbours && index[j].first == index[i].first; ++j)
            pairs.emplace_back(index[i].second, index[j].second);
    std::sort(pairs.begin(), pairs.end());
    return pairs;
}

}  // namespace

std::vector<std::string> find_copies(std::span<const CopyCandidate> articles) {
    std::vector<std::uint32_t> order(articles.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(),
              [&](std::uint32_t a, std::uint32_t b) { return articles[a].sha256 < articles[b].sha256; });
    const auto pairs = pairs_of(articles, order);
    Groups groups(articles.size());
    for (std::size_t i = 0; i < pairs.size();) {
        auto end = i;
        while (end < pairs.size() && pairs[end] == pairs[i]) ++end;
        const auto [a, b] = pairs[i];
        const auto& one = articles[order[a]].fingerprint;
        const auto& other = articles[order[b]].fingerprint;
        // a pair of copies meets at many hashes; where many articles share them, it may meet at few
        if (groups.find(a) != groups.find(b) && copies(one, other)) groups.join(a, b);
        i = end;
    }
    std::vector<std::string> found(articles.size());
    for (std::uint32_t place = 0; place < order.size(); ++place)
        found[order[place]] = articles[order[groups.find(place)]].sha256;
    return found;
}

}  // namespace chancery
