#include "serve/request_log.hpp"

#include <array>
#include <chrono>
#include <cstdio>
#include <ctime>

namespace chancery {

namespace {

constexpr std::size_t gathered_most = 64UL * 1024;

void append_printable(std::string& out, std::string_view text) {
    if (text.empty()) out.push_back('-');
    for (const unsigned char c : text) out.push_back(c <= ' ' || c >= 0x7F ? '?' : static_cast<char>(c));
}

std::string now() {
    const auto time = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm parts{};
    gmtime_r(&time, &parts);
    std::array<char, 32> text{};
    return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

}  // namespace

RequestLog::RequestLog(Sink sink, Sink errors) : sink_(std::move(sink)), errors_(std::move(errors)) {}

void RequestLog::write(const RequestRecord& record) {
    if (!sink_) return;
    std::string line = now() + ' ';
    for (const auto part : {record.peer, record.method, record.path}) {
        append_printable(line, part);
        line.push_back(' ');
    }
    std::array<char, 80> numbers{};
    const int size = std::snprintf(numbers.data(), numbers.size(), "%d %zu %.1fms\n", record.status, record.bytes,
                                   record.seconds * 1000);
    line.append(numbers.data(), static_cast<std::size_t>(size));
    const std::lock_guard lock(mutex_);
    lines_ += line;
    if (lines_.size() < gathered_most) return;
    sink_(lines_);
    lines_.clear();
}

void RequestLog::complain(std::string_view what) {
    std::string line = now() + " error ";
    for (const unsigned char c : what) line.push_back(c < ' ' || c == 0x7F ? '?' : static_cast<char>(c));
    line.push_back('\n');
    const std::lock_guard lock(mutex_);
    errors_(line);
}

void RequestLog::flush() {
    const std::lock_guard lock(mutex_);
    if (!lines_.empty() && sink_) sink_(lines_);
    lines_.clear();
}

}  // namespace chancery
