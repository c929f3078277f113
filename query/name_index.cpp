// Search over names.
//
// A word asked for stands for the words of the vocabulary that begin with it: a range, as the vocabulary is sorted. It
// may also stand for words of the same variant spelling, and, when all else fails, for words of like letters. Of
// several words asked for, the one with the fewest names is followed; the other words are looked for in each of those
// names.
#include "query/name_index.hpp"

#include <algorithm>
#include <numeric>

#include "resolve/name_key.hpp"
#include "resolve/variant_key.hpp"

namespace chancery {

namespace {

constexpr std::size_t most_words = 16;    // of a question
constexpr std::size_t most_similar = 24;  // words for one

template <typename T>
std::size_t bytes_of(const std::vector<T>& list) {
    return list.capacity() * sizeof(T);
}

}  // namespace

bool NameIndex::Wanted::fits(std::uint32_t id) const {
    return plain(id) || std::binary_search(others.begin(), others.end(), id);
}

NameIndex::NameIndex(std::span<const NodeRow> nodes) {
    add_words(nodes);
    add_postings();
    add_variants();
    trigrams_ = TrigramIndex(vocabulary_);
}

void NameIndex::add_words(std::span<const NodeRow> nodes) {
    std::vector<std::string> spelled;  // the words of all names, in a row
    for (std::uint32_t n = 0; n < nodes.size(); ++n) {
        std::vector<std::string> seen;
        for (std::uint32_t i = 0; i <= nodes[n].aliases.size(); ++i) {
            auto key = name_key(i == 0 ? nodes[n].label : nodes[n].aliases[i - 1]);
            if (std::find(seen.begin(), seen.end(), key) != seen.end()) continue;
            for (auto& word : key_words(key)) spelled.push_back(std::move(word));
            name_node_.push_back(n);
            name_number_.push_back(i);
            name_offsets_.push_back(static_cast<std::uint32_t>(spelled.size()));
            seen.push_back(std::move(key));
        }
    }
    vocabulary_ = spelled;
    std::sort(vocabulary_.begin(), vocabulary_.end());
    vocabulary_.erase(std::unique(vocabulary_.begin(), vocabulary_.end()), vocabulary_.end());
    vocabulary_.shrink_to_fit();
    name_words_.reserve(spelled.size());
    for (const auto& word : spelled)
        name_words_.push_back(static_cast<std::uint32_t>(
            std::lower_bound(vocabulary_.begin(), vocabulary_.end(), word) - vocabulary_.begin()));
}

void NameIndex::add_postings() {
    posting_offsets_.assign(vocabulary_.size() + 1, 0);
    for (const auto word : name_words_) ++posting_offsets_[word + 1];
    std::partial_sum(posting_offsets_.begin(), posting_offsets_.end(), posting_offsets_.begin());
    postings_.resize(name_words_.size());
    auto next = posting_offsets_;
    for (std::uint32_t name = 0; name < name_node_.size(); ++name)
        for (const auto word : words_of(name)) postings_[next[word]++] = name;
}

void NameIndex::add_variants() {
    variants_.reserve(vocabulary_.size());
    for (std::uint32_t w = 0; w < vocabulary_.size(); ++w) variants_.emplace_back(variant_word(vocabulary_[w]), w);
    std::sort(variants_.begin(), variants_.end());
}

NameIndex::Wanted NameIndex::wanted(const std::string& word) const {
    Wanted one;
    one.word = word;
    const auto begin = std::lower_bound(vocabulary_.begin(), vocabulary_.end(), word);
    const auto end = std::partition_point(begin, vocabulary_.end(), [&](const auto& w) { return w.starts_with(word); });
    one.begin = static_cast<std::uint32_t>(begin - vocabulary_.begin());
    one.end = static_cast<std::uint32_t>(end - vocabulary_.begin());
    if (begin != end && *begin == word) one.exact = one.begin;
    const auto variant = variant_word(word);
    for (auto at = std::lower_bound(variants_.begin(), variants_.end(), std::pair(variant, std::uint32_t{0}));
         at != variants_.end() && at->first == variant; ++at)
        if (!one.plain(at->second)) one.others.push_back(at->second);
    return one;
}

/// How many names a word leads to.
std::size_t NameIndex::reach(const Wanted& one) const {
    std::size_t names = posting_offsets_[one.end] - posting_offsets_[one.begin];
    for (const auto word : one.others) names += posting_offsets_[word + 1] - posting_offsets_[word];
    return names;
}

void NameIndex::try_name(std::uint32_t name, const std::vector<Wanted>& all, NameMatch worst,
                         std::vector<EntityHit>& hits) const {
    const auto words = words_of(name);
    auto match = NameMatch::words;
    for (const auto& one : all) {
        if (std::any_of(words.begin(), words.end(), [&](auto id) { return one.plain(id); })) continue;
        if (std::none_of(words.begin(), words.end(), [&](auto id) { return one.fits(id); })) return;
        match = worst;
    }
    if (match == NameMatch::words && words.size() >= all.size()) {
        bool begins = all.back().plain(words[all.size() - 1]);
        for (std::size_t i = 0; i + 1 < all.size(); ++i) begins = begins && words[i] == all[i].exact;
        if (begins) match = NameMatch::prefix;
        if (begins && words.size() == all.size() && words.back() == all.back().exact) match = NameMatch::exact;
    }
    hits.push_back({name_node_[name], match, name_number_[name]});
}

std::vector<EntityHit> NameIndex::collect(const std::vector<Wanted>& all, NameMatch worst) const {
    const auto& rarest =
        *std::min_element(all.begin(), all.end(), [&](const auto& a, const auto& b) { return reach(a) < reach(b); });
    std::vector<EntityHit> hits;
    for (auto at = posting_offsets_[rarest.begin]; at < posting_offsets_[rarest.end]; ++at)
        try_name(postings_[at], all, worst, hits);
    for (const auto word : rarest.others)
        for (auto at = posting_offsets_[word]; at < posting_offsets_[word + 1]; ++at)
            try_name(postings_[at], all, worst, hits);
    const auto key = [](const EntityHit& hit) { return std::tuple(hit.node, hit.match, hit.name); };
    std::sort(hits.begin(), hits.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
    hits.erase(std::unique(hits.begin(), hits.end(), [](const auto& a, const auto& b) { return a.node == b.node; }),
               hits.end());
    return hits;
}

std::vector<EntityHit> NameIndex::find(std::string_view words) const {
    if (vocabulary_.empty() || words.find_first_not_of(" \t\n") == std::string_view::npos) return {};
    std::vector<Wanted> all;
    for (const auto& word : key_words(name_key(words))) {
        if (all.size() == most_words) break;
        all.push_back(wanted(word));
    }
    if (all.empty()) return {};
    auto hits = collect(all, NameMatch::variant);
    if (!hits.empty()) return hits;
    for (auto& one : all) {
        if (one.word.size() < 3) continue;
        const auto like = trigrams_.similar(one.word, most_similar);
        one.others.insert(one.others.end(), like.begin(), like.end());
        std::sort(one.others.begin(), one.others.end());
        one.others.erase(std::unique(one.others.begin(), one.others.end()), one.others.end());
        std::erase_if(one.others, [&](auto id) { return one.plain(id); });
    }
    return collect(all, NameMatch::similar);
}

std::size_t NameIndex::bytes() const {
    std::size_t sum = bytes_of(vocabulary_) + bytes_of(name_offsets_) + bytes_of(name_words_) + bytes_of(name_node_) +
                      bytes_of(name_number_) + bytes_of(posting_offsets_) + bytes_of(postings_) + bytes_of(variants_) +
                      trigrams_.bytes();
    for (const auto& word : vocabulary_) sum += word.capacity() > 15 ? word.capacity() + 1 : 0;
    for (const auto& [word, id] : variants_) sum += word.capacity() > 15 ? word.capacity() + 1 : 0;
    return sum;
}

}  // namespace chancery
