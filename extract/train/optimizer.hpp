#pragma once
#include <array>

#include "extract/train/backward.hpp"
#include "extract/train/weights.hpp"

namespace chancery {

/// Adam (Kingma and Ba 2015) with clipped gradients, feature rows only where they were used, and a running mean of all
/// weights over the later part of training.
class Optimizer {
  public:
    explicit Optimizer(const ModelShape& shape);

    /// One step along the sum of the two gradients. `done`: the share of training behind us.
    void update(Weights& weights, std::array<Pass, 2>& halves, float rate, double done);
    [[nodiscard]] double steps() const { return static_cast<double>(steps_); }
    /// The running mean, or the weights themselves while there is none.
    [[nodiscard]] const Weights& mean(const Weights& weights) const { return averaged_ ? mean_ : weights; }

  private:
    void gather(std::array<Pass, 2>& halves);
    [[nodiscard]] float clipping(Weights& gradient) const;
    void follow(Weights& weights);

    Weights first_, second_, mean_;  ///< moments of the gradient
    std::vector<std::uint32_t> touched_;
    std::vector<std::uint32_t> stamps_;
    std::uint32_t steps_ = 0;
    bool averaged_ = false;
};

}  // namespace chancery
