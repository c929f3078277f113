// Any bytes as a web page: bounded, and every byte of the text keeps its place in the page.
#include <cstdint>
#include <cstdlib>

#include "extract/article_reader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace chancery;
    static const auto reader = ArticleReader::load(CHANCERY_SOURCE_DIR "/models/lexicon");
    static const auto hints = PageHints::read(CHANCERY_SOURCE_DIR "/models/lexicon/page_hints.tsv");
    static const auto phrases = BoilerplatePhrases::read(CHANCERY_SOURCE_DIR "/models/lexicon/boilerplate.tsv");
    const std::string raw(reinterpret_cast<const char*>(data), size);
    const auto page = read_page(raw, hints, phrases);
    if (!page.text.empty() && page.map.cleaned_size() != page.text.size()) std::abort();
    if (!page.text.empty() && page.map.published_size() != raw.size()) std::abort();
    for (const auto caption : page.captions)
        if (caption.end > page.text.size() || caption.begin > caption.end) std::abort();
    const auto article = reader.read(raw, {});
    if (article.map.cleaned_size() != article.text.size()) std::abort();
    const auto whole = article.map.published({0, static_cast<std::uint32_t>(article.text.size())});
    return whole.end <= raw.size() && whole.begin <= whole.end ? 0 : (std::abort(), 0);
}
