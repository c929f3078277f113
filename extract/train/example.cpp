#include "extract/train/example.hpp"

#include <algorithm>
#include <unordered_map>

namespace chancery {

namespace {

/// How often a feature must be seen to get a row.
std::uint32_t least_count(std::size_t kind) {
    if (kind == static_cast<std::size_t>(FeatureKind::lower_form)) return 2;
    if (kind == static_cast<std::size_t>(FeatureKind::form)) return 3;
    return 5;
}

std::map<std::string, std::uint16_t> numbered(const std::vector<std::string>& names) {
    std::map<std::string, std::uint16_t> ids;
    for (std::size_t i = 0; i < names.size(); ++i) ids[names[i]] = static_cast<std::uint16_t>(i);
    return ids;
}

std::vector<std::string> names_of(const std::map<std::string, std::uint32_t>& counts) {
    std::vector<std::string> names;
    names.reserve(counts.size());
    for (const auto& [name, count] : counts) names.push_back(name);
    return names;
}

}  // namespace

std::string joint_tag(const ConlluWord& word) {
    return word.upos + "|" + word.xpos;
}

Vocabulary::Vocabulary(const std::vector<ConlluSentence>& sentences, const WordVectors* vectors) : vectors_(vectors) {
    struct Seen {
        std::uint32_t count = 0;
        std::size_t kind = 0;
    };
    std::unordered_map<std::uint64_t, Seen> seen;
    std::map<std::string, std::uint32_t> tags, relations;
    for (const auto& sentence : sentences)
        for (std::size_t i = 0; i < sentence.words.size(); ++i) {
            const auto& word = sentence.words[i];
            ++tags[joint_tag(word)];
            ++relations[word.relation];
            const auto hashes = features_of(word.form, i == 0);
            for (std::size_t k = 0; k < hashes.size(); ++k) {
                if (hashes[k] == 0) continue;
                auto& entry = seen[hashes[k]];
                ++entry.count;
                entry.kind = k;
            }
        }
    for (const auto& [hash, entry] : seen)
        if (entry.count >= least_count(entry.kind)) hashes_.push_back(hash);
    std::sort(hashes_.begin(), hashes_.end());
    counts_.resize(hashes_.size());
    for (std::size_t i = 1; i < hashes_.size(); ++i) counts_[i] = seen[hashes_[i]].count;
    tags_ = names_of(tags);
    relations_ = names_of(relations);
    tag_ids_ = numbered(tags_);
    relation_ids_ = numbered(relations_);
}

std::uint32_t Vocabulary::row_of(std::uint64_t hash) const {
    const auto at = std::lower_bound(hashes_.begin() + 1, hashes_.end(), hash);
    return at != hashes_.end() && *at == hash ? static_cast<std::uint32_t>(at - hashes_.begin()) : 0U;
}

Example Vocabulary::example(const ConlluSentence& sentence) const {
    Example example;
    const auto names = names_of_words(sentence);
    for (std::size_t i = 0; i < sentence.words.size(); ++i) {
        const auto& given = sentence.words[i];
        Example::Word word;
        const auto hashes = features_of(given.form, i == 0);
        word.rows_unknown.push_back(0);
        if (vectors_ != nullptr) word.vector = vectors_->of(hashes[0]);
        for (std::size_t k = 0; k < hashes.size(); ++k) {
            const auto row = hashes[k] == 0 ? 0U : row_of(hashes[k]);
            if (k == 0) {
                word.rows.push_back(row);
                word.drop = 0.4F / (0.4F + static_cast<float>(counts_[row]));
            } else if (row != 0) {
                word.rows.push_back(row);
                if (k > 1) word.rows_unknown.push_back(row);
            }
        }
        const auto tag = tag_ids_.find(joint_tag(given));
        if (tag != tag_ids_.end()) word.tag = tag->second;
        const auto relation = relation_ids_.find(given.relation);
        if (relation != relation_ids_.end()) word.relation = relation->second;
        word.head = given.head;
        word.name = names[i];
        example.words.push_back(std::move(word));
    }
    return example;
}

}  // namespace chancery
