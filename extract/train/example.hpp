#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "extract/tag/conllu.hpp"
#include "extract/tag/features.hpp"
#include "extract/tag/model.hpp"
#include "extract/train/names.hpp"
#include "extract/train/vectors.hpp"

namespace chancery {

/// A sentence as training sees it: feature rows and gold answers, word by word.
struct Example {
    struct Word {
        std::vector<std::uint32_t> rows;          ///< of the feature table, the word forms first
        std::vector<std::uint32_t> rows_unknown;  ///< the same with the form unknown
        std::span<const float> vector;            ///< of the form; empty when it has none
        float drop = 0;                           ///< how often to train it as unknown
        std::uint16_t tag = 0, relation = 0;
        std::uint16_t name = unknown_name;  ///< into name_classes
        std::uint32_t head = 0;
    };
    std::vector<Word> words;
};

/// Which features, tags and relations there are: counted on the training sentences alone.
class Vocabulary {
  public:
    /// `vectors` must outlive the examples.
    explicit Vocabulary(const std::vector<ConlluSentence>& sentences, const WordVectors* vectors = nullptr);

    [[nodiscard]] Example example(const ConlluSentence& sentence) const;
    [[nodiscard]] const std::vector<std::uint64_t>& hashes() const { return hashes_; }  ///< by row, ascending
    [[nodiscard]] const WordVectors* vectors() const { return vectors_; }
    [[nodiscard]] const std::vector<std::string>& tags() const { return tags_; }
    [[nodiscard]] const std::vector<std::string>& relations() const { return relations_; }

  private:
    [[nodiscard]] std::uint32_t row_of(std::uint64_t hash) const;  ///< 0: none
    std::vector<std::uint64_t> hashes_{0};                         // row 0 is the unknown word
    std::vector<std::uint32_t> counts_{0};
    std::vector<std::string> tags_, relations_;
    const WordVectors* vectors_;
    std::map<std::string, std::uint16_t> tag_ids_, relation_ids_;
};

/// "NOUN|NNS": the universal and the Penn tag of a word are one class.
[[nodiscard]] std::string joint_tag(const ConlluWord& word);

}  // namespace chancery
