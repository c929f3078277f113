#include "extract/tag/loops.hpp"

#include <algorithm>
#include <bit>

#include "extract/tag/activation.hpp"

namespace chancery {

namespace {

typedef float Lane __attribute__((vector_size(64), aligned(4)));  // split by the compiler where registers are narrower
constexpr std::uint32_t lanes = 16;

[[gnu::always_inline]] inline float quantize_body(const float* from, std::uint32_t count, std::int8_t* to) {
    std::int32_t bits = 0;  // positive floats are ordered as their bits
    for (std::uint32_t i = 0; i < count; ++i) bits = std::max(bits, std::bit_cast<std::int32_t>(from[i]) & 0x7fffffff);
    const float largest = std::bit_cast<float>(bits);
    if (!(largest >= 1e-20F)) {
        std::fill(to, to + count, std::int8_t{0});
        return 0;
    }
    const float factor = 127.0F / largest;
    for (std::uint32_t i = 0; i < count; ++i) {
        const float x = from[i] * factor;
        const float half = std::bit_cast<float>((std::bit_cast<std::uint32_t>(x) & 0x80000000U) | 0x3f000000U);
        to[i] = static_cast<std::int8_t>(static_cast<std::int32_t>(x + half));
    }
    return largest / 127.0F;
}

[[gnu::always_inline]] inline void scale_body(const std::int32_t* sums, std::uint32_t count, float scale,
                                              const float* scales, const float* bias, float* __restrict to) {
    for (std::uint32_t i = 0; i < count; ++i) to[i] = static_cast<float>(sums[i]) * (scale * scales[i]) + bias[i];
}

[[gnu::always_inline]] inline void add_body(const std::int8_t* __restrict from, std::uint32_t count, float scale,
                                            float* __restrict to) {
    for (std::uint32_t i = 0; i < count; ++i) to[i] += static_cast<float>(from[i]) * scale;
}

[[gnu::always_inline]] inline void recur_body(const float* __restrict gates, std::uint32_t count,
                                              float* __restrict state, float* __restrict out) {
    const float* table = Activation::get().sigmoids();
    for (std::uint32_t j = 0; j < count; ++j) {
        const float z = 2.0F * table[Activation::place(gates[j] * 512.0F)] - 1.0F;
        const float f = table[Activation::place(gates[count + j] * 256.0F)];
        const float o = table[Activation::place(gates[2 * count + j] * 256.0F)];
        const float c = f * state[j] + (1.0F - f) * z;
        state[j] = c;
        out[j] = o * c;
    }
}

[[gnu::always_inline]] inline void dots_body(const float* vector, std::uint32_t length, const float* rows,
                                             std::uint32_t stride, std::uint32_t count, float* out) {
    for (std::uint32_t r = 0; r < count; ++r) {
        const float* row = rows + std::size_t{r} * stride;
        Lane sums{};
        std::uint32_t i = 0;
        for (; i + lanes <= length; i += lanes)
            sums += *reinterpret_cast<const Lane*>(row + i) * *reinterpret_cast<const Lane*>(vector + i);
        for (; i < length; ++i) sums[i % lanes] += row[i] * vector[i];
        float parts[lanes];
        *reinterpret_cast<Lane*>(parts) = sums;
        for (std::uint32_t half = lanes / 2; half > 0; half /= 2)
            for (std::uint32_t k = 0; k < half; ++k) parts[k] += parts[k + half];
        out[r] = parts[0];
    }
}

// The same bodies once for each instruction set.
// NOLINTBEGIN(bugprone-macro-parentheses): an attribute cannot stand in parentheses
#define CHANCERY_LOOPS(set, attribute)                                                                           \
    attribute float quantize_##set(const float* from, std::uint32_t n, std::int8_t* to) {                        \
        return quantize_body(from, n, to);                                                                       \
    }                                                                                                            \
    attribute void scale_##set(const std::int32_t* s, std::uint32_t n, float a, const float* b, const float* c,  \
                               float* to) {                                                                      \
        scale_body(s, n, a, b, c, to);                                                                           \
    }                                                                                                            \
    attribute void add_##set(const std::int8_t* from, std::uint32_t n, float a, float* to) {                     \
        add_body(from, n, a, to);                                                                                \
    }                                                                                                            \
    attribute void recur_##set(const float* g, std::uint32_t n, float* s, float* o) {                            \
        recur_body(g, n, s, o);                                                                                  \
    }                                                                                                            \
    attribute void dots_##set(const float* v, std::uint32_t n, const float* r, std::uint32_t s, std::uint32_t k, \
                              float* o) {                                                                        \
        dots_body(v, n, r, s, k, o);                                                                             \
    }                                                                                                            \
    constexpr Loops loops_##set{#set, quantize_##set, scale_##set, add_##set, recur_##set, dots_##set};
// NOLINTEND(bugprone-macro-parentheses)

CHANCERY_LOOPS(plain, )
#if defined(__x86_64__)
CHANCERY_LOOPS(avx2, [[gnu::target("avx2")]])
CHANCERY_LOOPS(avx512, [[gnu::target("avx512f,avx512bw,avx512vl,avx512dq")]])
#endif
#undef CHANCERY_LOOPS

const Loops& best() {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq"))
        return loops_avx512;
    if (__builtin_cpu_supports("avx2")) return loops_avx2;
#endif
    return loops_plain;
}

}  // namespace

const Loops& loops() {
    static const auto& chosen = best();
    return chosen;
}

const Loops& plain_loops() {
    return loops_plain;
}

}  // namespace chancery
