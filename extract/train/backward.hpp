#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "extract/train/example.hpp"
#include "extract/train/matrix.hpp"
#include "extract/train/random.hpp"
#include "extract/train/weights.hpp"

namespace chancery {

/// Shares of what is set to zero while training.
struct Dropout {
    float features = 0.2F, layers = 0.25F, heads = 0.25F;
    bool words = true;      ///< rare forms are trained as unknown
    float vectors = 0.15F;  ///< words trained without their given vector
};

/// Forward and backward pass of the network in floats over a few sentences, with the gradient of the loss:
/// cross-entropy of head, relation at the gold head, tag, and class of name where it is known, summed over the words
/// and divided by `total_words`.
class Pass {
  public:
    explicit Pass(const ModelShape& shape);

    /// Adds nothing up: `gradient` holds afterwards the gradient of these sentences alone. Returns the loss.
    double run(Weights& weights, std::span<const Example* const> sentences, std::uint32_t total_words,
               const Dropout& dropout, Random& random);

    Weights gradient;                    ///< feature rows only where `touched`
    std::vector<std::uint32_t> touched;  ///< feature rows that were used

  private:
    struct Layer {
        std::vector<float> in, gates, states, hidden, mask, out;  ///< out = hidden x mask (+ in)
    };
    using Sentences = std::span<const Example* const>;

    void clear();
    void embed(Sentences sentences, Random& random);
    void embed_vectors(Sentences sentences, Random& random);
    void window();
    void forward_layer(std::uint32_t index, Random& random);
    void recur(Layer& layer) const;
    void forward_tags(const Layer& layer);
    void forward_heads(Random& random);
    double arc_loss(Sentences sentences);
    double label_loss(Sentences sentences);
    double tag_loss(Sentences sentences);
    double name_loss(Sentences sentences);
    void backward_heads();
    void backward_tags(const Layer& layer);
    void backward_recur(const Layer& layer);
    void backward_layer(std::uint32_t index);
    void backward_window();
    void backward_features();
    void linear_forward(const Linear& l, const float* in, std::vector<float>& out);
    void linear_backward(const Linear& l, Linear& g, const float* in, const float* d_out, float* d_in, bool add);
    void fill_mask(std::vector<float>& mask, std::size_t size, float share, Random& random) const;
    [[nodiscard]] float* head_row(std::vector<float>& rows, std::uint32_t sentence, std::uint32_t word) {
        return rows.data() + std::size_t{begin_[sentence] + word - 1} * shape_.head_output();
    }

    ModelShape shape_;
    Weights* w_ = nullptr;
    Dropout dropout_;
    Multiplier multiplier_;
    std::uint32_t n_ = 0;
    float share_ = 1;                               ///< of a word in the loss
    std::vector<std::uint32_t> begin_;              ///< first word of each sentence, and the end
    std::vector<std::vector<std::uint32_t>> used_;  ///< feature rows of each word
    std::vector<float> given_;                      ///< word vectors, zero where there is none
    std::vector<float> x_, x_mask_, window_, tag_scores_, tag_shares_, tag_added_, heads_, heads_mask_, label_in_,
        label_scores_, name_scores_;
    std::vector<Layer> layers_;
    const float* top_ = nullptr;  ///< what the heads read
    std::vector<float> d_heads_, d_out_, d_in_, d_gates_, d_window_, d_tags_, scores_;
    std::vector<std::uint32_t> stamps_;
    std::uint32_t stamp_ = 0;
};

}  // namespace chancery
