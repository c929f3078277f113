#pragma once
#include <chrono>
#include <cstddef>
#include <mutex>

namespace chancery {

/// A bar on standard error: done, rate, time left; done and rate only where nobody knows how many come. Silent unless
/// standard error is a terminal. Any thread may call step.
class Progress {
  public:
    explicit Progress(std::size_t total = 0);  ///< 0: not known
    ~Progress();                               ///< clears the bar
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    void step();

  private:
    void draw();
    std::size_t total_, done_ = 0;
    bool shown_;
    std::chrono::steady_clock::time_point begin_, drawn_;
    std::mutex guard_;
};

}  // namespace chancery
