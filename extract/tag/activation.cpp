#include "extract/tag/activation.hpp"

namespace chancery {

namespace {

/// e to the x by its series near 0 and ten squarings.
double exponential(double x) {
    const double small = x / 1024;
    double sum = 1, term = 1;
    for (int i = 1; i < 12; ++i) {
        term = term * small / i;
        sum = sum + term;
    }
    for (int i = 0; i < 10; ++i) sum = sum * sum;
    return sum;
}

}  // namespace

Activation::Activation() {
    for (std::size_t i = 0; i < sigmoid_.size(); ++i) {
        const double x = (static_cast<double>(i) - 2048) / 256;
        sigmoid_[i] = static_cast<float>(1 / (1 + exponential(-x)));
        exp_[i] = static_cast<float>(exponential(-static_cast<double>(i) / 256));
    }
}

const Activation& Activation::get() {
    static const Activation tables;
    return tables;
}

}  // namespace chancery
