// The inner product of the network: int8 times int8 into int32.
//
// A sum of integers is the same in every order, so the three kernels below (AVX-512 VNNI, AVX2, plain) give equal bits
// and a tree is the same on every machine. Weights stand in panels of 16 columns by 4 inputs, 64 bytes: one VNNI
// instruction multiplies a panel with 4 inputs of one row.
//
// VNNI takes unsigned inputs: 128 is added to each and 128 times the column's sum taken off again. AVX2 widens to 16
// bits instead, where two products and their sum always fit; a panel is widened once for all rows.
#include "extract/tag/kernels.hpp"

#include "extract/tag/loops.hpp"

#include <algorithm>
#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace chancery {

namespace {
constexpr std::uint32_t lanes = 16;  ///< columns of a panel
constexpr std::uint32_t group = 4;   ///< inputs of a panel
constexpr std::size_t panel_step = std::size_t{lanes} * group;
}  // namespace

PackedMatrix pack(std::span<const std::int8_t> weights, std::span<const float> scales, std::uint32_t inner) {
    PackedMatrix m;
    m.inner = inner;
    m.columns = static_cast<std::uint32_t>(scales.size());
    m.scales.assign(scales.begin(), scales.end());
    const auto groups = round_up(inner, group) / group;
    const auto wide = round_up(m.columns, lanes);
    m.panels.assign(std::size_t{wide} * groups * group, 0);
    m.lifted_starts.assign(wide, 0);
    for (std::uint32_t c = 0; c < m.columns; ++c)
        for (std::uint32_t k = 0; k < inner; ++k) {
            const auto w = weights[std::size_t{c} * inner + k];
            const auto panel = std::size_t{c / lanes} * groups + k / group;
            m.panels[(panel * lanes + c % lanes) * group + k % group] = w;
            m.lifted_starts[c] -= 128 * w;
        }
    return m;
}

void QuantizedRows::resize(std::uint32_t row_count, std::uint32_t length) {
    rows = row_count;
    inner = length;
    stride = round_up(length, group);
    values.assign(std::size_t{rows} * stride, 0);
    scales.assign(rows, 0.0F);
}

void QuantizedRows::set(std::uint32_t row, std::span<const float> from) {
    auto* to = values.data() + std::size_t{row} * stride;
    scales[row] = loops().quantize(from.data(), static_cast<std::uint32_t>(from.size()), to);
}

void multiply_plain(const QuantizedRows& x, const PackedMatrix& w, std::vector<std::int32_t>& out) {
    const auto wide = round_up(w.columns, lanes);
    const auto groups = x.stride / group;
    out.assign(std::size_t{x.rows} * wide, 0);
    for (std::uint32_t r = 0; r < x.rows; ++r)
        for (std::uint32_t c = 0; c < wide; ++c) {
            const auto* row = x.values.data() + std::size_t{r} * x.stride;
            const auto* panel = w.panels.data() + (std::size_t{c / lanes} * groups * lanes + c % lanes) * group;
            std::int32_t sum = 0;
            for (std::uint32_t g = 0; g < groups; ++g, panel += panel_step)
                for (std::uint32_t k = 0; k < group; ++k) sum += row[std::size_t{g} * group + k] * panel[k];
            out[std::size_t{r} * wide + c] = sum;
        }
}

#if defined(__x86_64__)
namespace {

constexpr std::uint32_t block = 8;  ///< rows in registers at a time

/// One panel column against `n` rows (1 to 8).
template <std::uint32_t n>
[[gnu::target("avx512f,avx512vnni,avx512bw")]] void vnni_block(const std::uint8_t* x, std::uint32_t stride,
                                                               const std::int8_t* panel, std::uint32_t groups,
                                                               const std::int32_t* start, std::int32_t* out,
                                                               std::uint32_t wide) {
    __m512i acc[n];
    for (std::uint32_t r = 0; r < n; ++r) acc[r] = _mm512_loadu_si512(start);
    for (std::uint32_t g = 0; g < groups; ++g, panel += panel_step) {
        const auto weights = _mm512_loadu_si512(panel);
        for (std::uint32_t r = 0; r < n; ++r) {
            std::int32_t four = 0;
            std::memcpy(&four, x + std::size_t{r} * stride + std::size_t{g} * group, group);
            acc[r] = _mm512_dpbusd_epi32(acc[r], _mm512_set1_epi32(four), weights);
        }
    }
    for (std::uint32_t r = 0; r < n; ++r) _mm512_storeu_si512(out + std::size_t{r} * wide, acc[r]);
}

/// The same with AVX2, panel and inputs widened to 16 bits: 16 columns are four registers of 4 columns, in each of
/// which a column has two sums, of its even and its odd pairs of inputs, until the end.
template <std::uint32_t n>
[[gnu::target("avx2")]] void avx2_block(const std::int16_t* x, std::uint32_t stride, const std::int16_t* panel,
                                        std::uint32_t groups, std::int32_t* out, std::uint32_t wide) {
    __m256i sums[n][4];
    for (std::uint32_t r = 0; r < n; ++r)
        for (std::uint32_t q = 0; q < 4; ++q) sums[r][q] = _mm256_setzero_si256();
    for (std::uint32_t g = 0; g < groups; ++g, panel += panel_step) {
        __m256i weights[4];
        for (std::uint32_t q = 0; q < 4; ++q)
            weights[q] = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(panel + std::size_t{q} * 16));
        for (std::uint32_t r = 0; r < n; ++r) {
            std::int64_t four = 0;
            std::memcpy(&four, x + std::size_t{r} * stride + std::size_t{g} * group, sizeof four);
            const auto inputs = _mm256_set1_epi64x(four);
            for (std::uint32_t q = 0; q < 4; ++q)
                sums[r][q] = _mm256_add_epi32(sums[r][q], _mm256_madd_epi16(inputs, weights[q]));
        }
    }
    for (std::uint32_t r = 0; r < n; ++r) {  // hadd leaves the pairs of columns crossed
        const auto low = _mm256_hadd_epi32(sums[r][0], sums[r][1]), high = _mm256_hadd_epi32(sums[r][2], sums[r][3]);
        auto* to = out + std::size_t{r} * wide;
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), _mm256_permute4x64_epi64(low, 0xD8));
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(to + 8), _mm256_permute4x64_epi64(high, 0xD8));
    }
}

void multiply_vnni(const QuantizedRows& x, const PackedMatrix& w, std::vector<std::int32_t>& out) {
    const auto wide = round_up(w.columns, lanes);
    const auto groups = x.stride / group;
    thread_local std::vector<std::uint8_t> lifted;
    lifted.resize(x.values.size());
    for (std::size_t i = 0; i < lifted.size(); ++i) lifted[i] = static_cast<std::uint8_t>(x.values[i] + 128);
    out.resize(std::size_t{x.rows} * wide);
    for (std::uint32_t c = 0; c < wide; c += lanes) {
        const auto* panel = w.panels.data() + std::size_t{c} * groups * group;
        const auto* start = w.lifted_starts.data() + c;
        std::uint32_t r = 0;
        for (; r + block <= x.rows; r += block)
            vnni_block<block>(lifted.data() + std::size_t{r} * x.stride, x.stride, panel, groups, start,
                              out.data() + std::size_t{r} * wide + c, wide);
        if (r + block / 2 <= x.rows) {
            vnni_block<block / 2>(lifted.data() + std::size_t{r} * x.stride, x.stride, panel, groups, start,
                                  out.data() + std::size_t{r} * wide + c, wide);
            r += block / 2;
        }
        for (; r < x.rows; ++r)
            vnni_block<1>(lifted.data() + std::size_t{r} * x.stride, x.stride, panel, groups, start,
                          out.data() + std::size_t{r} * wide + c, wide);
    }
}

[[gnu::target("avx2")]] void widen(const std::int8_t* __restrict from, std::size_t count, std::int16_t* __restrict to) {
    std::copy_n(from, count, to);
}

[[gnu::target("avx2")]] void multiply_avx2(const QuantizedRows& x, const PackedMatrix& w,
                                           std::vector<std::int32_t>& out) {
    constexpr std::uint32_t rows = 2;
    const auto wide = round_up(w.columns, lanes);
    const auto groups = x.stride / group;
    thread_local std::vector<std::int16_t> widened, panel;
    widened.resize(x.values.size());
    widen(x.values.data(), widened.size(), widened.data());
    panel.resize(groups * panel_step);
    out.resize(std::size_t{x.rows} * wide);
    for (std::uint32_t c = 0; c < wide; c += lanes) {
        const auto* from = w.panels.data() + std::size_t{c} * groups * group;
        widen(from, groups * panel_step, panel.data());
        std::uint32_t r = 0;
        for (; r + rows <= x.rows; r += rows)
            avx2_block<rows>(widened.data() + std::size_t{r} * x.stride, x.stride, panel.data(), groups,
                             out.data() + std::size_t{r} * wide + c, wide);
        if (r < x.rows)
            avx2_block<1>(widened.data() + std::size_t{r} * x.stride, x.stride, panel.data(), groups,
                          out.data() + std::size_t{r} * wide + c, wide);
    }
}

}  // namespace
#endif

std::span<const Kernel> kernels() {
    static const std::vector<Kernel> found = [] {
        std::vector<Kernel> list;
#if defined(__x86_64__)
        if (__builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw"))
            list.push_back({"avx512-vnni", multiply_vnni});
        if (__builtin_cpu_supports("avx2")) list.push_back({"avx2", multiply_avx2});
#endif
        list.push_back({"plain", multiply_plain});
        return list;
    }();
    return found;
}

void multiply(const QuantizedRows& x, const PackedMatrix& w, std::vector<std::int32_t>& out) {
    static const auto best = kernels().front().multiply;
    best(x, w, out);
}

}  // namespace chancery
