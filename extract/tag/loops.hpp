#pragma once
#include <cstdint>

namespace chancery {

/// The float loops of the network, compiled for each instruction set. They do the same single operations in the same
/// order everywhere, so every set gives the same bits.
struct Loops {
    const char* name;
    /// Rounds so that the largest value becomes 127; returns what one unit is worth, 0 for a row of zeros.
    float (*quantize)(const float* from, std::uint32_t count, std::int8_t* to);
    /// to[i] = sums[i] * (scale * scales[i]) + bias[i]
    void (*scale)(const std::int32_t* sums, std::uint32_t count, float scale, const float* scales, const float* bias,
                  float* to);
    /// to[i] += from[i] * scale
    void (*add)(const std::int8_t* from, std::uint32_t count, float scale, float* to);
    /// One step of the recurrence: gates z, f, o of `count` each; the state is updated, the output written.
    void (*recur)(const float* gates, std::uint32_t count, float* state, float* out);
    /// out[r] = vector . rows[r], rows `stride` apart: 16 running sums, added up pairwise.
    void (*dots)(const float* vector, std::uint32_t length, const float* rows, std::uint32_t stride,
                 std::uint32_t count, float* out);
};

/// The best this machine runs.
[[nodiscard]] const Loops& loops();
/// What every machine runs: the others are tested against it.
[[nodiscard]] const Loops& plain_loops();

}  // namespace chancery
