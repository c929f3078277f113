// Web pages to clean text: bench_html OUT_DIR FILE... writes DIR/ID.txt and ID.meta.json once, then reads all pages
// again and again and prints megabytes a second.
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "extract/html/page.hpp"
#include "record/table.hpp"

using namespace chancery;

int main(int count, char** arguments) {
    if (count < 3) return 2;
    const std::filesystem::path models = CHANCERY_SOURCE_DIR "/models/lexicon";
    const auto hints = PageHints::read(models / "page_hints.tsv");
    const auto phrases = BoilerplatePhrases::read(models / "boilerplate.tsv");
    std::vector<std::string> pages;
    std::size_t bytes = 0;
    std::filesystem::create_directories(arguments[1]);
    for (int i = 2; i < count; ++i) {
        pages.push_back(read_file(arguments[i]));
        bytes += pages.back().size();
        const auto page = read_page(pages.back(), hints, phrases);
        const auto stem = std::filesystem::path(arguments[1]) / std::filesystem::path(arguments[i]).stem();
        std::ofstream(stem.string() + ".txt") << page.text;
        std::ofstream(stem.string() + ".meta.json")
            << nlohmann::json{{"title", page.title},   {"published", page.published}, {"source", page.source},
                              {"author", page.author}, {"language", page.language},   {"url", page.url}}
                   .dump(1, ' ', false, nlohmann::json::error_handler_t::replace);
    }
    double best = 0;
    for (int round = 0; round < 5; ++round) {
        const auto begin = std::chrono::steady_clock::now();
        std::size_t text = 0;
        for (const auto& page : pages) text += read_page(page, hints, phrases).text.size();
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
        best = std::max(best, static_cast<double>(bytes) / 1e6 / took.count());
        if (text == 0) return 1;
    }
    std::cout << pages.size() << " pages, " << static_cast<double>(bytes) / 1e6 << " MB: " << best << " MB/s\n";
}
