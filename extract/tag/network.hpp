#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "extract/tag/model.hpp"
#include "extract/tag/tree.hpp"

namespace chancery {

/// What the network says of one word: indices into the model's tags, relations and classes of names; the head is
/// 1-based, 0 the root.
struct WordAnalysis {
    std::uint16_t tag = 0, relation = 0, name = 0;
    std::uint32_t head = 0;
    float margin = 0;  ///< by how much the head's score beats the next best head's
};

/// Runs a model over sentences. Not to be shared between threads; the model may be.
///
/// Summed feature rows, bidirectional QRNN layers (Bradbury et al. 2017), tags fed back after one of them, arcs scored
/// by a product of two vectors and a term for their distance (after Dozat and Manning 2017), the best tree with one
/// root.
class ParserNetwork {
  public:
    explicit ParserNetwork(const Model& model) : model_(model) {}

    /// Tags and tree of one sentence of at most `longest` words.
    void analyse(std::span<const std::string_view> forms, std::vector<WordAnalysis>& out);

    static constexpr std::uint32_t longest = 250;

  private:
    void embed(std::span<const std::string_view> forms);
    void window();
    void layer(std::uint32_t index);
    void recur(std::uint32_t direction);
    void tags(std::vector<WordAnalysis>& out);
    void score_arcs();
    void names(std::vector<WordAnalysis>& out);
    void relations(std::vector<WordAnalysis>& out);

    const Model& model_;
    std::uint32_t n_ = 0;
    std::vector<float> x_;      ///< n x width: feature sums
    std::vector<float> in_;     ///< n x wide: a layer's input
    std::vector<float> out_;    ///< n x wide: its output
    std::vector<float> gates_;  ///< n x 6 hidden
    std::vector<float> heads_;  ///< n x head_output
    std::vector<float> row_;    ///< one row of work
    std::vector<std::int32_t> sums_;
    QuantizedRows quantized_;
    ArcScores arcs_;
    TreeChart chart_;
    std::vector<std::uint32_t> tree_;
};

}  // namespace chancery
