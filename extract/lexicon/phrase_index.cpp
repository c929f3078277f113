#include "extract/lexicon/phrase_index.hpp"

#include <utility>

namespace chancery {

namespace {

/// Node and word in one number. The multiplier is odd, so that words stay apart under each node.
std::uint64_t edge_of(std::uint32_t node, std::uint64_t word) {
    return (word + node) * 0x9E3779B97F4A7C15ULL ^ (std::uint64_t{node} << 32U);
}

}  // namespace

std::size_t PhraseIndex::place_of(std::uint64_t from) const {
    const auto mask = edges_.size() - 1;
    auto at = (from >> 20U) & mask;
    while (edges_[at].to != 0 && edges_[at].from != from) at = (at + 1) & mask;
    return at;
}

void PhraseIndex::grow() {
    const auto before = std::exchange(edges_, std::vector<Edge>(edges_.size() * 2));
    for (const auto& old : before)
        if (old.to != 0) edges_[place_of(old.from)] = old;
}

void PhraseIndex::add(std::span<const std::string> phrase, std::uint32_t value) {
    if (phrase.empty()) return;
    std::uint32_t node = 0;
    for (const auto& word : phrase) {
        if (values_.size() * 2 > edges_.size()) grow();
        const auto from = edge_of(node, hash_of(word));
        auto& found = edges_[place_of(from)];
        if (found.to == 0) {
            found = {from, static_cast<std::uint32_t>(values_.size())};
            values_.emplace_back();
        }
        node = found.to;
    }
    values_[node].push_back(value);
}

void PhraseIndex::find(std::span<const Word> words, std::size_t at, std::vector<Hit>& hits) const {
    std::uint32_t node = 0;
    for (std::size_t i = at; i < words.size(); ++i) {
        node = edges_[place_of(edge_of(node, words[i].hash))].to;
        if (node == 0) return;
        for (const auto value : values_[node]) hits.push_back({static_cast<std::uint32_t>(i - at + 1), value});
    }
}

}  // namespace chancery
