#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace chancery {

/// A weight matrix of int8 in the order the fastest kernel of this machine reads it, with one scale a column.
struct PackedMatrix {
    std::uint32_t inner = 0;                  ///< rows of the matrix: length of the input
    std::uint32_t columns = 0;                ///< length of the output
    std::vector<std::int8_t> panels;          ///< 16 columns x 4 inputs together, padded with zeros
    std::vector<std::int32_t> lifted_starts;  ///< -128 times each column's sum, padded to 16: for inputs lifted by 128
    std::vector<float> scales;                ///< what one unit of a column is worth
};

/// `weights` column after column: columns x inner.
[[nodiscard]] PackedMatrix pack(std::span<const std::int8_t> weights, std::span<const float> scales,
                                std::uint32_t inner);

/// Rows of int8, each padded with zeros to a multiple of 4, with the worth of one unit of each row.
struct QuantizedRows {
    std::uint32_t rows = 0, inner = 0, stride = 0;
    std::vector<std::int8_t> values;
    std::vector<float> scales;

    void resize(std::uint32_t row_count, std::uint32_t length);
    /// Rounds one row so that its largest value becomes 127. The same bits on every machine.
    void set(std::uint32_t row, std::span<const float> from);
};

/// out[r][c] = sum of x[r][k] w[k][c], exact integers: rows x round_up(columns, 16), so that every instruction set
/// gives the same. Uses AVX-512 VNNI or AVX2 where there is one.
void multiply(const QuantizedRows& x, const PackedMatrix& w, std::vector<std::int32_t>& out);

/// The same by a plain loop: what the fast ones are tested against.
void multiply_plain(const QuantizedRows& x, const PackedMatrix& w, std::vector<std::int32_t>& out);

/// The kernels this machine can run, by name; for tests and for `chancery --version`.
struct Kernel {
    const char* name;
    void (*multiply)(const QuantizedRows&, const PackedMatrix&, std::vector<std::int32_t>&);
};
[[nodiscard]] std::span<const Kernel> kernels();

[[nodiscard]] constexpr std::uint32_t round_up(std::uint32_t n, std::uint32_t unit) {
    return (n + unit - 1) / unit * unit;
}

}  // namespace chancery
