#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "extract/tag/conllu.hpp"
#include "extract/tag/model.hpp"
#include "extract/train/vectors.hpp"

namespace chancery {

struct TrainOptions {
    ModelShape shape;  ///< rows, tags and relations are counted from the data
    std::uint32_t epochs = 16;
    std::uint32_t batch = 500;  ///< words
    std::uint64_t seed = 1;
    float rate = 2e-3F;
    unsigned threads = 2;                  ///< one or two; the result is the same
    const WordVectors* vectors = nullptr;  ///< of words, learnt elsewhere; must outlive the training
    std::string about;                     ///< lines "key: value" that go into the file
};

/// Accuracy in per cent of tags and trees predicted from gold sentences and words.
struct Accuracy {
    double upos = 0, xpos = 0, uas = 0, las = 0, uas_without_punctuation = 0;
    double names = 0;  ///< F1 over words of names; 0 when no name is annotated
    std::size_t words = 0, sentences = 0;
};
[[nodiscard]] Accuracy evaluate(const Model& model, const std::vector<ConlluSentence>& gold);

/// Called after every step with the share done (0 to 1), and after every epoch with the file of that moment.
struct TrainProgress {
    std::function<void(double share, double loss)> step;
    std::function<void(std::uint32_t epoch, double loss, const std::string& file)> epoch;
};

/// Learns tagger and parser from gold sentences; returns the model file. Equal data, seed and options give equal bytes,
/// for any number of threads. Throws Error when there is nothing to learn from.
[[nodiscard]] std::string train(const std::vector<ConlluSentence>& sentences, const TrainOptions& options,
                                const TrainProgress& progress);

}  // namespace chancery
