// The whole way from bytes to facts, on one core and on two: bench_extract FOLDER_OF_TEXTS.
//
// Prints articles, tokens and bytes a second, and the share of cleaning, sentences and tokens, tags and trees, and of
// the rest (mentions, entities, relations), which is what remains of the whole.
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <thread>
#include <vector>

#include "extract/pipeline.hpp"
#include "extract/text/reader.hpp"
#include "record/table.hpp"

namespace {

using namespace chancery;  // bench only
using Clock = std::chrono::steady_clock;

double seconds(Clock::time_point since) {
    return std::chrono::duration<double>(Clock::now() - since).count();
}

std::vector<std::string> texts_of(const char* folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::vector<std::string> texts;
    for (const auto& file : files) texts.push_back(read_file(file));
    return texts;
}

/// Seconds that `threads` threads take for all texts.
double whole(const Extractor& extractor, const std::vector<std::string>& texts, std::size_t threads) {
    const auto start = Clock::now();
    std::vector<std::jthread> workers;
    for (std::size_t t = 0; t < threads; ++t)
        workers.emplace_back([&, t] {
            for (std::size_t i = t; i < texts.size(); i += threads) (void)extractor.extract(texts[i], {.id = "bench"});
        });
    workers.clear();
    return seconds(start);
}

int measure(int argc, char** argv) {
    if (argc < 2) {
        std::fprintf(stderr, "usage: bench_extract FOLDER_OF_TEXTS\n");
        return 2;
    }
    const std::string models = CHANCERY_SOURCE_DIR "/models";
    auto start = Clock::now();
    const auto extractor = Extractor::load(models);
    std::printf("load %.0f ms\n", seconds(start) * 1000);
    const auto texts = texts_of(argv[1]);
    const auto abbreviations = Abbreviations::read(models + "/lexicon/abbreviations.tsv");
    const auto phrases = BoilerplatePhrases::read(models + "/lexicon/boilerplate.tsv");
    double cleaning = 0, splitting = 0, parsing = 0;
    std::size_t tokens = 0, bytes = 0;
    for (const auto& text : texts) {
        start = Clock::now();
        const auto article = read_article(text, {.id = "bench"}, phrases);
        cleaning += seconds(start);
        start = Clock::now();
        auto reading = read_sentences(article, abbreviations);
        splitting += seconds(start);
        start = Clock::now();
        extractor.syntax().analyse(article.text, reading);
        parsing += seconds(start);
        tokens += reading.tokens.size();
        bytes += text.size();
    }
    const auto one = std::min(whole(extractor, texts, 1), whole(extractor, texts, 1));
    const auto two = std::min(whole(extractor, texts, 2), whole(extractor, texts, 2));
    std::printf("%zu articles, %zu tokens, %.1f MB\n", texts.size(), tokens, static_cast<double>(bytes) / 1e6);
    for (const auto& [threads, time] : {std::pair(1, one), std::pair(2, two)})
        std::printf("%d thread%s  %6.0f articles/s  %8.0f tokens/s  %5.2f MB/s\n", threads, threads == 1 ? " " : "s",
                    static_cast<double>(texts.size()) / time, static_cast<double>(tokens) / time,
                    static_cast<double>(bytes) / 1e6 / time);
    std::printf("two threads are %.2f times one\n", one / two);
    const auto rest = one - cleaning - splitting - parsing;
    std::printf("share: cleaning %.0f %%, sentences and tokens %.0f %%, tags and trees %.0f %%, the rest %.0f %%\n",
                100 * cleaning / one, 100 * splitting / one, 100 * parsing / one, 100 * rest / one);
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("peak memory %ld kB, all texts included\n", usage.ru_maxrss);
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return measure(argc, argv);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "bench_extract: %s\n", error.what());
        return 1;
    }
}
