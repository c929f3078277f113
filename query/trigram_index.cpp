#include "query/trigram_index.hpp"

#include <algorithm>

namespace chancery {

namespace {

constexpr std::uint32_t letters = 37;  // a-z, 0-9, and what stands before and behind a word

std::uint32_t letter(char c) {
    if (c >= 'a' && c <= 'z') return static_cast<std::uint32_t>(c - 'a') + 1;
    if (c >= '0' && c <= '9') return static_cast<std::uint32_t>(c - '0') + 27;
    return 0;
}

/// The different runs of three letters of a word with two blanks before it and one behind.
std::vector<std::uint32_t> runs_of(std::string_view word) {
    std::vector<std::uint32_t> runs;
    std::uint32_t a = 0, b = 0;
    for (std::size_t i = 0; i <= word.size(); ++i) {
        const auto c = i < word.size() ? letter(word[i]) : 0;
        runs.push_back((a * letters + b) * letters + c);
        a = b;
        b = c;
    }
    std::sort(runs.begin(), runs.end());
    runs.erase(std::unique(runs.begin(), runs.end()), runs.end());
    return runs;
}

}  // namespace

TrigramIndex::TrigramIndex(std::span<const std::string> words)
    : offsets_(std::size_t{letters} * letters * letters + 1) {
    sizes_.reserve(words.size());
    for (const auto& word : words) {
        const auto runs = runs_of(word);
        sizes_.push_back(static_cast<std::uint16_t>(std::min<std::size_t>(runs.size(), 0xffff)));
        for (const auto run : runs) ++offsets_[run + 1];
    }
    for (std::size_t i = 1; i < offsets_.size(); ++i) offsets_[i] += offsets_[i - 1];
    words_.resize(offsets_.back());
    auto next = offsets_;
    for (std::uint32_t w = 0; w < words.size(); ++w)
        for (const auto run : runs_of(words[w])) words_[next[run]++] = w;
}

std::vector<std::uint32_t> TrigramIndex::similar(std::string_view word, std::size_t most) const {
    if (sizes_.empty()) return {};
    const auto runs = runs_of(word);
    std::vector<std::uint16_t> shared(sizes_.size());
    std::vector<std::uint32_t> touched;
    for (const auto run : runs)
        for (auto at = offsets_[run]; at < offsets_[run + 1]; ++at)
            if (shared[words_[at]]++ == 0) touched.push_back(words_[at]);
    const auto likeness = [&](std::uint32_t w) {
        return std::size_t{2000} * shared[w] / (runs.size() + sizes_[w]);
    };  // Dice, ‰
    std::erase_if(touched, [&](std::uint32_t w) { return likeness(w) < 500; });
    std::sort(touched.begin(), touched.end(),
              [&](std::uint32_t a, std::uint32_t b) { return std::pair(likeness(b), a) < std::pair(likeness(a), b); });
    if (touched.size() > most) touched.resize(most);
    return touched;
}

std::size_t TrigramIndex::bytes() const {
    return (offsets_.capacity() + words_.capacity()) * sizeof(std::uint32_t) +
           sizes_.capacity() * sizeof(std::uint16_t);
}

}  // namespace chancery
