#include "extract/train/vectors.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "extract/tag/features.hpp"
#include "record/error.hpp"

namespace chancery {

namespace {

struct Row {
    std::uint64_t hash;
    std::size_t line;
};

[[noreturn]] void fail(const std::string& name, std::size_t line, const std::string& what) {
    throw Error(name + ": line " + std::to_string(line) + ": " + what +
                ". Each line is a word and its numbers, with spaces between.");
}

/// All vectors are brought to this length on the average, that of the other features of a word when training starts.
constexpr double usual_length = 2.0;

}  // namespace

WordVectors WordVectors::read(std::string_view text, const std::string& name) {
    WordVectors out;
    std::vector<Row> rows;
    std::vector<float> read;
    for (std::size_t line = 0; !text.empty(); ++line) {
        const auto end = std::min(text.find('\n'), text.size());
        const auto row = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const auto wrong = [&](const char* what) { fail(name, line + 1, what); };
        auto at = row.find(' ');
        if (at == 0 || at == std::string_view::npos) wrong("no word and numbers");
        rows.push_back({features_of(row.substr(0, at), false)[0], line});
        const auto before = read.size();
        while (at < row.size()) {
            float number = 0;
            const auto [stop, error] = std::from_chars(row.data() + at + 1, row.data() + row.size(), number);
            if (error != std::errc{} || !std::isfinite(number)) wrong("not a number");
            read.push_back(number);
            at = static_cast<std::size_t>(stop - row.data());
            if (at < row.size() && row[at] != ' ') wrong("not a number");
        }
        if (line == 0) out.length_ = static_cast<std::uint32_t>(read.size());
        if (read.size() - before != out.length_) wrong("another number of numbers than in the first line");
    }
    if (rows.empty()) throw Error(name + ": is empty. Give a file of word vectors.");
    std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.hash < b.hash; });
    double squares = 0;
    for (const float x : read) squares += static_cast<double>(x) * static_cast<double>(x);
    const auto scale = squares == 0 ? 1.0 : usual_length / std::sqrt(squares / static_cast<double>(rows.size()));
    for (const auto& row : rows) {
        if (!out.hashes_.empty() && out.hashes_.back() == row.hash) continue;
        out.hashes_.push_back(row.hash);
        for (std::uint32_t k = 0; k < out.length_; ++k)
            out.values_.push_back(static_cast<float>(static_cast<double>(read[row.line * out.length_ + k]) * scale));
    }
    return out;
}

std::span<const float> WordVectors::of(std::uint64_t hash) const {
    const auto found = std::lower_bound(hashes_.begin(), hashes_.end(), hash);
    if (found == hashes_.end() || *found != hash) return {};
    return at(static_cast<std::size_t>(found - hashes_.begin()));
}

}  // namespace chancery
