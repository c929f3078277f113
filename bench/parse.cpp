// Words a second of tagging and parsing on one core: bench_parse FILE.conllu [MODEL].
#include <sys/resource.h>

#include <chrono>
#include <cstdio>

#include "extract/tag/conllu.hpp"
#include "extract/tag/network.hpp"
#include "record/table.hpp"

int main(int argc, char** argv) {
    using namespace chancery;
    using Clock = std::chrono::steady_clock;
    if (argc < 2) {
        std::fprintf(stderr, "usage: bench_parse FILE.conllu [MODEL]\n");
        return 2;
    }
    const auto seconds = [](Clock::time_point since) {
        return std::chrono::duration<double>(Clock::now() - since).count();
    };
    const auto begin = Clock::now();
    const auto model = Model::load(argc > 2 ? argv[2] : CHANCERY_SOURCE_DIR "/models/en.model");
    std::printf("load %.1f ms\n", seconds(begin) * 1000);
    const auto sentences = read_conllu(read_file(argv[1]), argv[1]);
    ParserNetwork network(model);
    std::vector<std::string_view> forms;
    std::vector<WordAnalysis> found;
    for (int round = 0; round < 5; ++round) {
        std::size_t words = 0;
        const auto start = Clock::now();
        for (const auto& sentence : sentences) {
            forms.clear();
            for (const auto& word : sentence.words) forms.emplace_back(word.form);
            network.analyse(forms, found);
            words += found.size();
        }
        std::printf("%s: %.0f words/s\n", kernels().front().name, static_cast<double>(words) / seconds(start));
    }
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("peak memory %ld kB, the sentences included\n", usage.ru_maxrss);
    return 0;
}
