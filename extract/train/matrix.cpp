#include "extract/train/matrix.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

namespace chancery {

namespace {

constexpr std::uint32_t lanes = 16;
constexpr std::uint32_t block = 6;  ///< rows in registers at a time
// As wide as the registers: GCC keeps vectors that it has to split in memory.
typedef float Wide __attribute__((vector_size(64), aligned(4)));
typedef float Half __attribute__((vector_size(32), aligned(4)));

struct Panel {
    const float* a;
    std::uint32_t a_stride, inner;
    const float* b;  ///< inner x lanes
    float* out;
    std::uint32_t out_stride, columns;
    bool add;
};

template <typename Lane, std::uint32_t rows>
[[gnu::always_inline]] inline void panel_rows(const Panel& p) {
    constexpr std::size_t parts = lanes * sizeof(float) / sizeof(Lane), width = lanes / parts;
    Lane sums[rows][parts];
    for (std::uint32_t r = 0; r < rows; ++r)
        for (std::size_t i = 0; i < parts; ++i) sums[r][i] = Lane{};
    for (std::uint32_t k = 0; k < p.inner; ++k)
        for (std::size_t i = 0; i < parts; ++i) {
            Lane b;
            std::memcpy(&b, p.b + std::size_t{k} * lanes + i * width, sizeof b);
            for (std::uint32_t r = 0; r < rows; ++r) sums[r][i] += p.a[std::size_t{r} * p.a_stride + k] * b;
        }
    for (std::uint32_t r = 0; r < rows; ++r) {
        float row[lanes];
        for (std::size_t i = 0; i < parts; ++i) std::memcpy(row + i * width, &sums[r][i], sizeof(Lane));
        float* to = p.out + std::size_t{r} * p.out_stride;
        for (std::uint32_t c = 0; c < p.columns; ++c) to[c] = p.add ? to[c] + row[c] : row[c];
    }
}

template <typename Lane>
[[gnu::always_inline]] inline void panel_body(Panel p, std::uint32_t rows) {
    for (; rows >= block; rows -= block) {
        panel_rows<Lane, block>(p);
        p.a += std::size_t{block} * p.a_stride;
        p.out += std::size_t{block} * p.out_stride;
    }
    for (; rows > 0; --rows) {
        panel_rows<Lane, 1>(p);
        p.a += p.a_stride;
        p.out += p.out_stride;
    }
}

[[gnu::always_inline]] inline float exponential(float x) {
    x = std::min(std::max(x, -87.0F), 87.0F);
    const float n = static_cast<float>(static_cast<std::int32_t>(x * 1.44269504F + (x < 0 ? -0.5F : 0.5F)));
    const float r = (x - n * 0.693359375F) + n * 2.12194440e-4F;
    float p = 1.9875691500e-4F;
    p = p * r + 1.3981999507e-3F;
    p = p * r + 8.3334519073e-3F;
    p = p * r + 4.1665795894e-2F;
    p = p * r + 1.6666665459e-1F;
    p = p * r + 5.0000001201e-1F;
    p = p * r * r + r + 1.0F;
    return p * std::bit_cast<float>((static_cast<std::int32_t>(n) + 127) << 23);
}

[[gnu::always_inline]] inline void sigmoid_body(float* x, std::uint32_t count) {
    for (std::uint32_t i = 0; i < count; ++i) x[i] = 1.0F / (1.0F + exponential(-x[i]));
}
[[gnu::always_inline]] inline void tanh_body(float* x, std::uint32_t count) {
    for (std::uint32_t i = 0; i < count; ++i) x[i] = 2.0F / (1.0F + exponential(-2.0F * x[i])) - 1.0F;
}

using PanelFunction = void (*)(Panel, std::uint32_t);
using AllFunction = void (*)(float*, std::uint32_t);

void panel_plain(Panel p, std::uint32_t rows) {
    panel_body<Half>(p, rows);
}
void sigmoid_plain(float* x, std::uint32_t n) {
    sigmoid_body(x, n);
}
void tanh_plain(float* x, std::uint32_t n) {
    tanh_body(x, n);
}
#if defined(__x86_64__)
[[gnu::target("avx2")]] void panel_avx2(Panel p, std::uint32_t rows) {
    panel_body<Half>(p, rows);
}
[[gnu::target("avx2")]] void sigmoid_avx2(float* x, std::uint32_t n) {
    sigmoid_body(x, n);
}
[[gnu::target("avx2")]] void tanh_avx2(float* x, std::uint32_t n) {
    tanh_body(x, n);
}
[[gnu::target("avx512f")]] void panel_avx512(Panel p, std::uint32_t rows) {
    panel_body<Wide>(p, rows);
}
#endif

PanelFunction best_panel() {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512f")) return panel_avx512;
    if (__builtin_cpu_supports("avx2")) return panel_avx2;
#endif
    return panel_plain;
}

AllFunction choose([[maybe_unused]] AllFunction fast, AllFunction plain) {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2")) return fast;
#endif
    return plain;
}

void transpose(const MatrixView& m, std::vector<float>& out) {
    constexpr std::uint32_t tile = 16;
    out.resize(std::size_t{m.rows} * m.columns);
    for (std::uint32_t r0 = 0; r0 < m.rows; r0 += tile)
        for (std::uint32_t c0 = 0; c0 < m.columns; c0 += tile)
            for (auto r = r0; r < std::min(m.rows, r0 + tile); ++r)
                for (auto c = c0; c < std::min(m.columns, c0 + tile); ++c)
                    out[std::size_t{c} * m.rows + r] = m.at[std::size_t{r} * m.stride + c];
}

}  // namespace

void Multiplier::multiply(const MatrixView& a, const MatrixView& b, float* out, std::uint32_t stride, bool add) {
    static const auto run = best_panel();
    panels_.resize(std::size_t{b.rows} * lanes);
    for (std::uint32_t c = 0; c < b.columns; c += lanes) {
        const auto width = std::min(lanes, b.columns - c);
        if (width < lanes) std::fill(panels_.begin(), panels_.end(), 0.0F);
        for (std::uint32_t k = 0; k < b.rows; ++k)
            std::memcpy(&panels_[std::size_t{k} * lanes], b.at + std::size_t{k} * b.stride + c, width * sizeof(float));
        run({a.at, a.stride, a.columns, panels_.data(), out + c, stride, width, add}, a.rows);
    }
}

void Multiplier::multiply_transposed(const MatrixView& a, const MatrixView& b, float* out, std::uint32_t stride) {
    transpose(a, transposed_);
    multiply({transposed_.data(), a.columns, a.rows, a.rows}, b, out, stride, true);
}

void Multiplier::multiply_by_transposed(const MatrixView& a, const MatrixView& b, float* out, std::uint32_t stride,
                                        bool add) {
    transpose(b, transposed_);
    multiply(a, {transposed_.data(), b.columns, b.rows, b.rows}, out, stride, add);
}

float dot_of(const float* a, const float* b, std::uint32_t length) {
    Wide sums{};
    std::uint32_t i = 0;
    for (; i + lanes <= length; i += lanes)
        sums += *reinterpret_cast<const Wide*>(a + i) * *reinterpret_cast<const Wide*>(b + i);
    for (; i < length; ++i) sums[i % lanes] += a[i] * b[i];
    for (std::uint32_t half = lanes / 2; half > 0; half /= 2)
        for (std::uint32_t k = 0; k < half; ++k) sums[k] += sums[k + half];
    return sums[0];
}

float exp_of(float x) {
    return exponential(x);
}

void sigmoid_all(float* x, std::uint32_t count) {
#if defined(__x86_64__)
    static const auto run = choose(sigmoid_avx2, sigmoid_plain);
#else
    static const auto run = choose(nullptr, sigmoid_plain);
#endif
    run(x, count);
}

void tanh_all(float* x, std::uint32_t count) {
#if defined(__x86_64__)
    static const auto run = choose(tanh_avx2, tanh_plain);
#else
    static const auto run = choose(nullptr, tanh_plain);
#endif
    run(x, count);
}

}  // namespace chancery
