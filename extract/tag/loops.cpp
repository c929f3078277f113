#include "extract/tag/loops.hpp"

#include <algorithm>
#include <bit>

#include "extract/tag/activation.hpp"

namespace chancery {

namespace {

typedef float Lane
    __attribute__((vector_size(32), aligned(4)));  // GCC keeps wider ones in memory where it must split them
constexpr std::uint32_t lanes = 16, half_lanes = 8;

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

/// One by one: what AVX2 has for it is slower than that on many machines. No instruction set of its own, so that the
/// compiler does not take it all the same.
[[gnu::noinline]] void look_up(const float* table, const std::int32_t* at, std::uint32_t count, float* out) {
    for (std::uint32_t i = 0; i < count; ++i) out[i] = table[at[i]];
}

/// recur_body with its look-ups apart.
[[gnu::always_inline]] inline void recur_apart_body(const float* __restrict gates, std::uint32_t count,
                                                    float* __restrict state, float* __restrict out) {
    constexpr std::uint32_t chunk = 64;
    std::int32_t at[3 * chunk];
    float value[3 * chunk];
    const float* table = Activation::get().sigmoids();
    for (std::uint32_t begin = 0; begin < count; begin += chunk) {
        const auto n = std::min(chunk, count - begin);
        for (std::uint32_t j = 0; j < n; ++j) {
            at[j] = Activation::place(gates[begin + j] * 512.0F);
            at[n + j] = Activation::place(gates[count + begin + j] * 256.0F);
            at[2 * n + j] = Activation::place(gates[2 * count + begin + j] * 256.0F);
        }
        look_up(table, at, 3 * n, value);
        for (std::uint32_t j = 0; j < n; ++j) {
            const float z = 2.0F * value[j] - 1.0F, f = value[n + j];
            const float c = f * state[begin + j] + (1.0F - f) * z;
            state[begin + j] = c;
            out[begin + j] = value[2 * n + j] * c;
        }
    }
}

[[gnu::always_inline]] inline void dots_body(const float* vector, std::uint32_t length, const float* rows,
                                             std::uint32_t stride, std::uint32_t count, float* out) {
    for (std::uint32_t r = 0; r < count; ++r) {
        const float* row = rows + std::size_t{r} * stride;
        Lane low{}, high{};
        std::uint32_t i = 0;
        for (; i + lanes <= length; i += lanes) {
            low += *reinterpret_cast<const Lane*>(row + i) * *reinterpret_cast<const Lane*>(vector + i);
            high += *reinterpret_cast<const Lane*>(row + i + half_lanes) *
                    *reinterpret_cast<const Lane*>(vector + i + half_lanes);
        }
        float parts[lanes];
        *reinterpret_cast<Lane*>(parts) = low;
        *reinterpret_cast<Lane*>(parts + half_lanes) = high;
        for (; i < length; ++i) parts[i % lanes] += row[i] * vector[i];
        for (std::uint32_t half = lanes / 2; half > 0; half /= 2)
            for (std::uint32_t k = 0; k < half; ++k) parts[k] += parts[k + half];
        out[r] = parts[0];
    }
}

// The same bodies once for each instruction set.
// NOLINTBEGIN(bugprone-macro-parentheses): an attribute cannot stand in parentheses
#define CHANCERY_LOOPS(set, attribute, recur_of)                                                                 \
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
        recur_of(g, n, s, o);                                                                                    \
    }                                                                                                            \
    attribute void dots_##set(const float* v, std::uint32_t n, const float* r, std::uint32_t s, std::uint32_t k, \
                              float* o) {                                                                        \
        dots_body(v, n, r, s, k, o);                                                                             \
    }                                                                                                            \
    constexpr Loops loops_##set{#set, quantize_##set, scale_##set, add_##set, recur_##set, dots_##set};
// NOLINTEND(bugprone-macro-parentheses)

CHANCERY_LOOPS(plain, , recur_body)
#if defined(__x86_64__)
CHANCERY_LOOPS(avx2, [[gnu::target("avx2")]], recur_apart_body)
CHANCERY_LOOPS(avx512, [[gnu::target("avx512f,avx512bw,avx512vl,avx512dq")]], recur_body)
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
