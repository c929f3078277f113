#include "extract/lexicon/phrase_index.hpp"

namespace chancery {

void PhraseIndex::add(std::span<const std::string> phrase, std::uint32_t value) {
    if (phrase.empty()) return;
    std::uint32_t node = 0;
    for (const auto& word : phrase) {
        const auto id = word_ids_.emplace(word, static_cast<std::uint32_t>(word_ids_.size())).first->second;
        const auto [edge, fresh] =
            edges_.emplace((std::uint64_t{node} << 32U) | id, static_cast<std::uint32_t>(values_.size()));
        if (fresh) values_.emplace_back();
        node = edge->second;
    }
    values_[node].push_back(value);
}

void PhraseIndex::find(std::span<const Word> words, std::size_t at, std::vector<Hit>& hits) const {
    std::uint32_t node = 0;
    for (std::size_t i = at; i < words.size(); ++i) {
        const auto word = word_ids_.find(words[i].lower);
        if (word == word_ids_.end()) return;
        const auto edge = edges_.find((std::uint64_t{node} << 32U) | word->second);
        if (edge == edges_.end()) return;
        node = edge->second;
        for (const auto value : values_[node]) hits.push_back({static_cast<std::uint32_t>(i - at + 1), value});
    }
}

}  // namespace chancery
