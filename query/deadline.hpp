#pragma once
#include <chrono>

#include "record/error.hpp"

namespace chancery {

/// A question that took too long: what was found is not enough to answer.
class OutOfTime : public Error {
  public:
    OutOfTime() : Error("the answer takes too long. Ask for less: narrower filters, fewer hops, a smaller limit.") {}
};

/// Until when an answer is worth something. The default is for ever.
struct Deadline {
    std::chrono::steady_clock::time_point at = std::chrono::steady_clock::time_point::max();

    [[nodiscard]] bool over() const { return std::chrono::steady_clock::now() > at; }
    void check() const {
        if (over()) throw OutOfTime();
    }
};

}  // namespace chancery
