// Any bytes: the reader and tokenizer neither crash nor break their promises.
#include <cstdint>
#include <cstdlib>

#include "extract/text/reader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace chancery;
    static const auto phrases = BoilerplatePhrases::read(CHANCERY_SOURCE_DIR "/models/lexicon/boilerplate.tsv");
    static const auto abbreviations = Abbreviations::read(CHANCERY_SOURCE_DIR "/models/lexicon/abbreviations.tsv");
    const std::string raw(reinterpret_cast<const char*>(data), size);
    static_cast<void>(looks_like_text(raw));
    const auto article = read_article(raw, {}, phrases);
    if (article.map.cleaned_size() != article.text.size() || article.map.published_size() != raw.size()) std::abort();
    const auto whole = article.map.published({0, static_cast<std::uint32_t>(article.text.size())});
    if (whole.end > raw.size() || whole.begin > whole.end) std::abort();
    std::uint32_t last = 0;
    for (const auto& block : article.blocks) {
        if (block.where.begin < last || block.where.end > article.text.size()) std::abort();
        last = block.where.end;
    }
    const auto reading = read_sentences(article, abbreviations);
    last = 0;
    for (const auto& token : reading.tokens) {
        if (token.where.begin < last || token.where.empty() || token.where.end > article.text.size()) std::abort();
        last = token.where.end;
    }
    std::uint32_t next = 0;
    for (const auto& sentence : reading.sentences) {
        if (sentence.first != next || sentence.last <= sentence.first) std::abort();
        next = sentence.last;
    }
    return next == reading.tokens.size() ? 0 : (std::abort(), 0);
}
