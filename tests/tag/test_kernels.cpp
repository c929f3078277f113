#include "tests/catch.hpp"

#include <cmath>

#include "extract/tag/activation.hpp"
#include "extract/tag/kernels.hpp"
#include "extract/tag/loops.hpp"
#include "extract/train/random.hpp"

using namespace chancery;

TEST_CASE("every kernel of this machine gives the integers of the plain loop") {
    Random random(7);
    for (const auto& [rows, inner, columns] : std::vector<std::array<std::uint32_t, 3>>{
             {1, 1, 1}, {3, 5, 17}, {8, 96, 354}, {13, 288, 576}, {25, 192, 109}, {250, 64, 51}}) {
        std::vector<std::int8_t> weights(std::size_t{inner} * columns);
        for (auto& w : weights) w = static_cast<std::int8_t>(static_cast<int>(random.below(255)) - 127);
        const std::vector<float> scales(columns, 1.0F);
        const auto packed = pack(weights, scales, inner);
        QuantizedRows x;
        x.resize(rows, inner);
        std::vector<float> row(inner);
        for (std::uint32_t r = 0; r < rows; ++r) {
            for (auto& value : row) value = random.unit() * 2 - 1;
            x.set(r, row);
        }
        std::vector<std::int32_t> expected, got;
        multiply_plain(x, packed, expected);
        for (const auto& kernel : kernels()) {
            INFO(kernel.name << " " << rows << " x " << inner << " x " << columns);
            kernel.multiply(x, packed, got);
            CHECK(got == expected);
        }
    }
}

TEST_CASE("the largest values neither saturate nor overflow") {
    constexpr std::uint32_t inner = 1024;
    const std::vector<std::int8_t> weights(inner, 127);
    const std::vector<float> scales(1, 1.0F);
    const auto packed = pack(weights, scales, inner);
    QuantizedRows x;
    x.resize(1, inner);
    x.set(0, std::vector<float>(inner, -3.0F));
    std::vector<std::int32_t> out;
    for (const auto& kernel : kernels()) {
        kernel.multiply(x, packed, out);
        CHECK(out[0] == -127 * 127 * static_cast<std::int32_t>(inner));
    }
}

TEST_CASE("rounding a row keeps its largest value at 127 and a row of zeros at zero") {
    QuantizedRows x;
    x.resize(2, 3);
    x.set(0, std::vector<float>{0.5F, -2.0F, 1.0F});
    CHECK(x.values[1] == -127);
    CHECK(x.values[0] == 32);
    x.set(1, std::vector<float>{0, 0, 0});
    CHECK(x.scales[1] == 0);
}

TEST_CASE("the tables follow the functions they stand for") {
    const auto& tables = Activation::get();
    for (float x = -10; x < 10; x += 0.37F) {
        CHECK(tables.sigmoid(x) == Approx(1 / (1 + std::exp(-x))).margin(2e-3));
        CHECK(tables.tanh(x) == Approx(std::tanh(x)).margin(3e-3));
        if (x < 0) CHECK(tables.exp(x) == Approx(std::exp(x)).margin(3e-3));
    }
}

TEST_CASE("the float loops of this machine give the bits of the plain ones") {
    Random random(11);
    const auto& fast = loops();
    const auto& plain = plain_loops();
    for (const std::uint32_t n : {1U, 7U, 16U, 96U, 109U, 354U}) {
        INFO(fast.name << " " << n);
        std::vector<float> x(std::size_t{n} * 3), y(n), bias(n);
        std::vector<std::int32_t> sums(n);
        for (auto& v : x) v = random.unit() * 30 - 15;
        for (auto& v : y) v = random.unit() * 2 - 1;
        for (auto& v : sums) v = static_cast<std::int32_t>(random.below(2000000)) - 1000000;
        const auto both = [&](auto run) {
            const auto a = run(fast), b = run(plain);
            CHECK(a == b);
        };
        std::vector<std::int8_t> rounded(n);
        both([&](const Loops& l) {
            const float unit = l.quantize(x.data(), n, rounded.data());
            return std::pair(unit, rounded);
        });
        both([&](const Loops& l) {
            std::vector<float> out(n);
            l.scale(sums.data(), n, 0.013F, y.data(), bias.data(), out.data());
            l.add(rounded.data(), n, 0.7F, out.data());
            return out;
        });
        both([&](const Loops& l) {
            auto state = y;
            std::vector<float> out(n);
            l.recur(x.data(), n, state.data(), out.data());
            out.insert(out.end(), state.begin(), state.end());
            return out;
        });
        both([&](const Loops& l) {
            std::vector<float> out(3);
            l.dots(y.data(), n, x.data(), n, 3, out.data());
            return out;
        });
    }
}
