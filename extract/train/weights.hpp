#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "extract/tag/model.hpp"
#include "extract/train/example.hpp"
#include "extract/train/random.hpp"

namespace chancery {

/// A dense parameter: rows x columns, row after row.
struct Parameter {
    std::uint32_t rows = 0, columns = 0;
    std::vector<float> at;

    Parameter() = default;
    Parameter(std::uint32_t r, std::uint32_t c) : rows(r), columns(c), at(std::size_t{r} * c, 0.0F) {}
};

/// A layer's matrix (input x output) and bias.
struct Linear {
    Parameter weights, bias;
};

/// All parameters of a network in floats; the same shape serves as gradient and as optimiser state.
struct Weights {
    ModelShape shape;
    Parameter features;  ///< rows x width
    std::vector<Linear> layers;
    Linear tag, heads, labels, names;
    Parameter tag_rows;  ///< tags x wide
    Parameter root;      ///< 1 x (arc + label)
    Parameter vectors;   ///< length of a word vector x width

    /// All zero.
    explicit Weights(const ModelShape& given);
    /// Glorot uniform; the forget gates lean to remembering.
    void initialise(Random& random);
    /// Every parameter but the feature rows, in a fixed order.
    [[nodiscard]] std::vector<Parameter*> dense();
};

/// Rounds to int8 and writes the model file.
[[nodiscard]] std::string quantized_file(const Weights& weights, const Vocabulary& vocabulary,
                                         const std::string& about);

}  // namespace chancery
