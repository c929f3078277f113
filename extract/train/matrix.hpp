#pragma once
#include <cstdint>
#include <vector>

namespace chancery {

/// A row-major matrix of floats lying somewhere else.
struct MatrixView {
    const float* at = nullptr;
    std::uint32_t rows = 0, columns = 0;
    std::uint32_t stride = 0;  ///< floats from one row to the next
};

/// Matrix products with work space of their own; one for each thread. Every element is summed up in the order of the
/// inner index, so results are the same for every instruction set.
class Multiplier {
  public:
    /// out (a.rows x b.columns, rows `stride` apart) = a b, or out += a b.
    void multiply(const MatrixView& a, const MatrixView& b, float* out, std::uint32_t stride, bool add);
    /// out += a^T b: the gradient of weights.
    void multiply_transposed(const MatrixView& a, const MatrixView& b, float* out, std::uint32_t stride);
    /// out = a b^T, or out += a b^T: the gradient of inputs.
    void multiply_by_transposed(const MatrixView& a, const MatrixView& b, float* out, std::uint32_t stride, bool add);

  private:
    std::vector<float> panels_, transposed_;
};

/// The product of two vectors: 16 running sums, added up pairwise.
[[nodiscard]] float dot_of(const float* a, const float* b, std::uint32_t length);
/// e to the x, by a polynomial: the same bits with every library.
[[nodiscard]] float exp_of(float x);
/// In place over `count` numbers.
void sigmoid_all(float* x, std::uint32_t count);
void tanh_all(float* x, std::uint32_t count);

}  // namespace chancery
