#pragma once
#include <cstdint>
#include <utility>
#include <vector>

namespace chancery {

/// SplitMix64 (Steele et al. 2014): the same numbers from the same seed everywhere.
class Random {
  public:
    explicit Random(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next() {
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31U);
    }
    /// 0 <= x < 1
    float unit() { return static_cast<float>(next() >> 40U) * 0x1p-24F; }
    std::uint64_t below(std::uint64_t n) { return next() % n; }

    template <typename T>
    void shuffle(std::vector<T>& items) {
        for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[below(i)]);
    }

  private:
    std::uint64_t state_;
};

}  // namespace chancery
