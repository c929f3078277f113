#pragma once
#include <array>
#include <atomic>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

namespace chancery {

/// What the server counts of itself. Every function from any thread.
class Metrics {
  public:
    /// One answered request. `route` is its pattern, never the path, so that what is asked cannot grow the table.
    void count_request(std::string_view route, int status, double seconds);
    /// A connection or request turned away before any route; `why` is one of a few fixed words.
    void count_refusal(std::string_view why);
    void count_bytes(std::uint64_t sent) { sent_ += sent; }
    void connection_opened() { ++opened_; }
    void connection_closed() { ++closed_; }

    /// All of it in the text format of Prometheus.
    [[nodiscard]] std::string prometheus() const;

  private:
    static constexpr std::array bounds{0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0};
    struct Histogram {
        std::array<std::uint64_t, bounds.size() + 1> counts{};
        double sum = 0;
    };

    mutable std::mutex mutex_;
    std::map<std::string, std::map<int, std::uint64_t>, std::less<>> requests_;
    std::map<std::string, Histogram, std::less<>> durations_;
    std::map<std::string, std::uint64_t, std::less<>> refusals_;
    std::atomic<std::uint64_t> sent_{0}, opened_{0}, closed_{0};
};

}  // namespace chancery
