#include "cli/progress.hpp"

#include <unistd.h>
#include <iostream>
#include <string>

namespace chancery {

Progress::Progress(std::size_t total)
    : total_(total),
      shown_(::isatty(STDERR_FILENO) == 1 && total != 1),
      begin_(std::chrono::steady_clock::now()),
      drawn_(begin_) {}

Progress::~Progress() {
    if (shown_) std::cerr << "\r\x1b[K" << std::flush;
}

void Progress::step() {
    const std::scoped_lock lock(guard_);
    ++done_;
    if (!shown_) return;
    const auto now = std::chrono::steady_clock::now();
    if (now - drawn_ < std::chrono::milliseconds(80) && done_ != total_) return;
    drawn_ = now;
    draw();
}

void Progress::draw() {
    constexpr std::size_t width = 30;
    const double seconds = std::chrono::duration<double>(drawn_ - begin_).count();
    const auto rate = seconds > 0 ? static_cast<std::size_t>(static_cast<double>(done_) / seconds) : 0;
    if (total_ == 0) {
        std::cerr << "\r" << done_ << " articles, " << rate << "/s\x1b[K" << std::flush;
        return;
    }
    const auto filled = width * done_ / total_;
    const auto left = rate > 0 ? (total_ - done_) / rate : 0;
    std::cerr << "\r[" << std::string(filled, '#') << std::string(width - filled, '.') << "] " << done_ << "/" << total_
              << " articles, " << rate << "/s, " << left << " s left\x1b[K" << std::flush;
}

}  // namespace chancery
