#pragma once
#include <array>
#include <cstdint>

namespace chancery {

/// Sigmoid, tanh and exp from tables that are computed with additions, multiplications and divisions alone: the same
/// bits on every machine, whatever its mathematical library.
class Activation {
  public:
    static const Activation& get();

    [[nodiscard]] float sigmoid(float x) const { return sigmoid_[place(x * 256.0F)]; }
    [[nodiscard]] float tanh(float x) const { return 2.0F * sigmoid_[place(x * 512.0F)] - 1.0F; }
    /// For loops that look up by hand: the sigmoid at place(x * 256); tanh is twice that at place(x * 512), less 1.
    [[nodiscard]] const float* sigmoids() const { return sigmoid_.data(); }
    static std::int32_t place(float scaled) {
        float at = scaled + 2048.5F;
        at = at > 0 ? at : 0;
        at = at < 4096.0F ? at : 4096.0F;
        return static_cast<std::int32_t>(at);
    }
    /// e to the x for x <= 0; 0 below -16.
    [[nodiscard]] float exp(float x) const {
        const float at = x * -256.0F + 0.5F;
        return at < 4096.0F ? exp_[static_cast<std::uint32_t>(at)] : 0.0F;
    }

  private:
    Activation();
    std::array<float, 4097> sigmoid_{};  ///< of -8 to 8, 256 steps a unit
    std::array<float, 4097> exp_{};      ///< of 0 to -16
};

}  // namespace chancery
