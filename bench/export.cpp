// Writes a made graph in every format and says how fast, how large, and how much memory that took, with the plain
// write() of the same bytes beside it. usage: bench_export FOLDER [NODES EDGES [SUFFIX]]; FOLDER should be in memory
// (tmpfs).
#include <fcntl.h>
#include <malloc.h>
#include <sys/resource.h>
#include <unistd.h>
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "export/format.hpp"

namespace {

using namespace chancery;  // main only
using Clock = std::chrono::steady_clock;

GraphRows made_graph(std::uint32_t nodes, std::uint32_t edges) {
    constexpr std::array<const char*, 8> words = {"Ministry of <Defence> & Trade",
                                                  "Azərbaycan",
                                                  "\"Holt\" Group",
                                                  "Мария Захарова",
                                                  "O'Neill",
                                                  "Court of Appeal",
                                                  "Río Negro",
                                                  "Agency"};
    std::mt19937 random(20310304);
    GraphRows rows;
    rows.versions = {{"version", "bench"}};
    for (std::uint32_t n = 0; n < nodes; ++n) {
        NodeRow node;
        node.id = "institution_" + std::to_string(n);
        node.type = static_cast<EntityType>(n % 6);
        node.label = std::string(words[n % words.size()]) + ' ' + std::to_string(n);
        node.country = "NO";
        node.mentions = 1 + n % 40;
        node.first_seen = "2031-03-04";
        node.last_seen = "2031-04-05";
        rows.nodes.push_back(std::move(node));
    }
    rows.edges.reserve(edges);
    for (std::uint32_t e = 0; e < edges; ++e) {
        EdgeRow edge;
        edge.id = "e_" + std::to_string(e);
        edge.source = static_cast<std::uint32_t>(random() % nodes);
        edge.target = static_cast<std::uint32_t>(random() % nodes);
        edge.relation = "met_with";
        edge.label = "met with";
        edge.kind = "event";
        edge.statuses[0] = edge.weight = edge.sources = 1;
        edge.confidence = static_cast<std::uint16_t>(random() % 1000);
        edge.first_date = edge.last_date = "2031-03-04";
        EvidenceRow piece;
        piece.article = "a" + std::to_string(e % 1000);
        piece.text = "The minister met \"" + std::string(words[e % words.size()]) + "\" in Oslo on Monday.";
        piece.rule = "met_with";
        piece.construction = "active";
        piece.confidence = edge.confidence;
        edge.evidence.push_back(std::move(piece));
        rows.edges.push_back(std::move(edge));
    }
    return rows;
}

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// The kernel's peak of resident memory, reset before each writer.
double peak_mb() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:")) return std::atof(line.c_str() + 6) / 1024;
    return 0;
}

void reset_peak() {
    std::ofstream("/proc/self/clear_refs") << "5";
}

double raw_write(const std::filesystem::path& from, const std::filesystem::path& to) {
    std::ifstream in(from, std::ios::binary);
    std::string bytes((std::istreambuf_iterator<char>(in)), {});
    const auto start = Clock::now();
    const int file = ::open(to.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
    for (std::size_t at = 0; at < bytes.size();) {
        const auto done = ::write(file, bytes.data() + at, std::min<std::size_t>(bytes.size() - at, 1U << 20U));
        if (done <= 0) break;
        at += static_cast<std::size_t>(done);
    }
    ::close(file);
    return seconds_since(start);
}

void measure(const Part& part, const GraphRows& rows, const std::filesystem::path& folder) {
    const auto path = folder / ("bench" + std::string(part.suffix));
    std::vector<double> times;
    double extra = 0;
    for (int run = 0; run < 5; ++run) {
        reset_peak();
        const auto before = peak_mb();
        const auto start = Clock::now();
        std::ofstream out(path, std::ios::binary);
        part.write(GraphView(rows), out);
        out.close();
        if (!out) std::exit(1);
        times.push_back(seconds_since(start));
        extra = std::max(extra, peak_mb() - before);
    }
    std::sort(times.begin(), times.end());
    const auto megabytes = static_cast<double>(std::filesystem::file_size(path)) / 1e6;
    const auto raw = raw_write(path, folder / "bench.raw");
    std::printf("%-18s %8.1f MB %7.3f s %7.0f MB/s %7.2f MB more memory   raw write %6.3f s %7.0f MB/s\n",
                std::string(part.suffix).c_str(), megabytes, times[2], megabytes / times[2], extra, raw,
                megabytes / raw);
    std::filesystem::remove(folder / "bench.raw");
    std::filesystem::remove(path);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2 || argc == 3 || argc > 5) {
        std::fputs("usage: bench_export FOLDER [NODES EDGES [SUFFIX]]\n", stderr);
        return 2;
    }
    const auto rows = made_graph(argc > 3 ? static_cast<std::uint32_t>(std::atoi(argv[2])) : 100000,
                                 argc > 3 ? static_cast<std::uint32_t>(std::atoi(argv[3])) : 1000000);
    const std::string_view only = argc > 4 ? argv[4] : "";
    ::malloc_trim(0);
    for (const auto& format : formats()) {
        if (format.picture) continue;  // not of a graph this large
        const Part whole{format.suffix, format.write};
        for (const auto& part : format.parts.empty() ? std::span(&whole, 1) : format.parts)
            if (only.empty() || only == part.suffix) measure(part, rows, argv[1]);
    }
    return 0;
}
