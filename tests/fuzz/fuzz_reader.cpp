// Any bytes: the reader and tokenizer neither crash nor break their promises.
#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "extract/text/fingerprint.hpp"
#include "extract/text/language.hpp"
#include "extract/text/reader.hpp"

namespace {

using namespace chancery;  // fuzzing only

void check(bool promise) {
    if (!promise) std::abort();
}

void check_map(const Article& article, const std::string& raw) {
    check(article.map.cleaned_size() == article.text.size() && article.map.published_size() == raw.size());
    const auto whole = article.map.published({0, static_cast<std::uint32_t>(article.text.size())});
    check(whole.end <= raw.size() && whole.begin <= whole.end);
    for (const auto& problem : article.problems) {
        check(problem.where.begin <= problem.where.end && problem.where.end <= article.text.size());
        const auto published = article.map.published(problem.where);
        check(published.begin <= published.end && published.end <= raw.size());
    }
}

void check_blocks(const Article& article) {
    std::uint32_t last = 0;
    for (const auto& block : article.blocks) {
        check(block.where.begin >= last && block.where.end <= article.text.size());
        last = block.where.end;
    }
    last = 0;
    for (const auto hidden : article.hidden) {
        check(hidden.begin >= last && !hidden.empty());
        check(std::any_of(article.blocks.begin(), article.blocks.end(),
                          [&](const Block& block) { return block.where.contains(hidden); }));
        last = hidden.end;
    }
}

void check_reading(const Article& article, const Reading& reading) {
    std::uint32_t last = 0;
    for (const auto& token : reading.tokens) {
        check(token.where.begin >= last && !token.where.empty() && token.where.end <= article.text.size());
        check(std::none_of(article.hidden.begin(), article.hidden.end(),
                           [&](Span hidden) { return hidden.overlaps(token.where); }));
        last = token.where.end;
    }
    std::uint32_t next = 0;
    for (const auto& sentence : reading.sentences) {
        check(sentence.first == next && sentence.last > sentence.first);
        next = sentence.last;
    }
    check(next == reading.tokens.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string lexicon = CHANCERY_SOURCE_DIR "/models/lexicon/";
    static const auto phrases = BoilerplatePhrases::read(lexicon + "boilerplate.tsv");
    static const auto abbreviations = Abbreviations::read(lexicon + "abbreviations.tsv");
    static const auto languages = Languages::read(lexicon + "languages.tsv");
    const std::string raw(reinterpret_cast<const char*>(data), size);
    static_cast<void>(looks_like_text(raw));
    const auto article = read_article(raw, {}, phrases);
    check_map(article, raw);
    check_blocks(article);
    const auto reading = read_sentences(article, abbreviations);
    check_reading(article, reading);
    const auto fingerprint = fingerprint_of(article, reading);
    check(std::is_sorted(fingerprint.begin(), fingerprint.end()));
    check(!find_language(article, languages).code.empty());
    return 0;
}
