#include "extract/train/optimizer.hpp"

#include <algorithm>
#include <cmath>

namespace chancery {

namespace {

constexpr float beta1 = 0.9F, beta2 = 0.99F;
constexpr double average_from = 0.5;  ///< of training
constexpr std::uint32_t average_every = 10;
constexpr float average_keep = 0.98F;

struct Numbers {
    float* weight;
    float* gradient;
    float* first;
    float* second;
};

void adam(Numbers n, std::size_t count, float clip, float rate) {
    for (std::size_t i = 0; i < count; ++i) {
        const float g = n.gradient[i] * clip;
        n.first[i] = beta1 * n.first[i] + (1 - beta1) * g;
        n.second[i] = beta2 * n.second[i] + (1 - beta2) * g * g;
        n.weight[i] -= rate * n.first[i] / (std::sqrt(n.second[i]) + 1e-8F);
    }
}

double squares(const float* from, std::size_t count) {
    double sum = 0;
    for (std::size_t i = 0; i < count; ++i) sum += static_cast<double>(from[i]) * static_cast<double>(from[i]);
    return sum;
}

}  // namespace

Optimizer::Optimizer(const ModelShape& shape) : first_(shape), second_(shape), mean_(shape), stamps_(shape.rows, 0) {}

/// The second half's gradient is added to the first's.
void Optimizer::gather(std::array<Pass, 2>& halves) {
    const auto to = halves[0].gradient.dense(), from = halves[1].gradient.dense();
    for (std::size_t p = 0; p < to.size(); ++p)
        for (std::size_t i = 0; i < to[p]->at.size(); ++i) to[p]->at[i] += from[p]->at[i];
    const auto width = halves[0].gradient.shape.width;
    touched_ = halves[0].touched;
    for (const auto row : touched_) stamps_[row] = steps_;
    for (const auto row : halves[1].touched) {
        if (stamps_[row] != steps_) {
            touched_.push_back(row);
            halves[0].touched.push_back(row);  // so that it is cleared there
        }
        auto* sum = halves[0].gradient.features.at.data() + std::size_t{row} * width;
        const auto* part = halves[1].gradient.features.at.data() + std::size_t{row} * width;
        for (std::uint32_t j = 0; j < width; ++j) sum[j] += part[j];
    }
}

float Optimizer::clipping(Weights& gradient) const {
    double sum = 0;
    for (const auto* p : gradient.dense()) sum += squares(p->at.data(), p->at.size());
    for (const auto row : touched_)
        sum += squares(gradient.features.at.data() + std::size_t{row} * gradient.shape.width, gradient.shape.width);
    const double norm = std::sqrt(sum);
    return norm > 1 ? static_cast<float>(1 / norm) : 1.0F;
}

/// The running mean of all weights, moved every few steps.
void Optimizer::follow(Weights& weights) {
    const auto to = mean_.dense(), from = weights.dense();
    const float keep = averaged_ ? average_keep : 0.0F;
    const auto blend = [keep](std::vector<float>& mean, const std::vector<float>& now) {
        for (std::size_t i = 0; i < mean.size(); ++i) mean[i] = keep * mean[i] + (1 - keep) * now[i];
    };
    for (std::size_t p = 0; p < to.size(); ++p) blend(to[p]->at, from[p]->at);
    blend(mean_.features.at, weights.features.at);
    averaged_ = true;
}

void Optimizer::update(Weights& weights, std::array<Pass, 2>& halves, float rate, double done) {
    ++steps_;
    gather(halves);
    auto& gradient = halves[0].gradient;
    const float clip = clipping(gradient);
    const double n = std::min(steps_, 5000U);
    const auto corrected =
        static_cast<float>(static_cast<double>(rate) * std::sqrt(1 - std::pow(0.99, n)) / (1 - std::pow(0.9, n)));
    const auto w = weights.dense(), g = gradient.dense(), m = first_.dense(), v = second_.dense();
    for (std::size_t p = 0; p < w.size(); ++p)
        adam({w[p]->at.data(), g[p]->at.data(), m[p]->at.data(), v[p]->at.data()}, w[p]->at.size(), clip, corrected);
    const auto width = weights.shape.width;
    for (const auto row : touched_) {
        const auto at = std::size_t{row} * width;
        adam({weights.features.at.data() + at, gradient.features.at.data() + at, first_.features.at.data() + at,
              second_.features.at.data() + at},
             width, clip, corrected);
    }
    if (done >= average_from && steps_ % average_every == 0) follow(weights);
}

}  // namespace chancery
