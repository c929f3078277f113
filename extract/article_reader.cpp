#include "extract/article_reader.hpp"

#include <algorithm>
#include <utility>

namespace chancery {

namespace {

/// Blocks that are words under pictures are kept, but not read.
void mark_captions(Article& article, const Page& page, const DecodedText& source) {
    for (auto& block : article.blocks) {
        const auto published = article.map.published(block.where);
        for (const auto caption : page.captions) {
            auto there = page.map.published(caption);
            if (source.converted) there = source.map.published(there);
            if (published.begin < there.end && there.begin < published.end) {
                block.kind = BlockKind::boilerplate;
                block.reason = "caption";
            }
        }
    }
}

void fill(std::string& hint, const std::string& said) {
    if (hint.empty()) hint = said;
}

}  // namespace

ArticleReader ArticleReader::load(const std::filesystem::path& lexicon) {
    return {BoilerplatePhrases::read(lexicon / "boilerplate.tsv"), PageHints::read(lexicon / "page_hints.tsv")};
}

Article ArticleReader::read(std::string raw, const ArticleHints& hints) const {
    auto source = to_utf8(std::move(raw), hints.charset);
    const bool page =
        hints.media == MediaType::html || (hints.media == MediaType::unknown && looks_like_html(source.text));
    if (page) return read_page(std::move(source), hints);
    return clean_article(std::move(source), hints, boilerplate_);
}

Article ArticleReader::read_plain(std::string raw, const ArticleHints& hints) const {
    return read_article(std::move(raw), hints, boilerplate_);
}

Article ArticleReader::read_page(DecodedText source, ArticleHints hints) const {
    const auto page = chancery::read_page(source.text, hints_, boilerplate_);
    fill(hints.title, page.title);
    fill(hints.published, page.published);
    fill(hints.source, page.source);
    fill(hints.author, page.author);
    fill(hints.language, page.language.substr(0, page.language.find_first_of("-_")));
    if (hints.urls.empty() && !page.url.empty()) hints.urls.push_back(page.url);
    hints.media = MediaType::html;
    DecodedText inner;
    inner.text = page.text;
    inner.charset = source.charset;
    inner.guessed = source.guessed;
    inner.converted = true;
    inner.map = source.converted ? page.map.then(source.map) : page.map;
    inner.raw = source.converted ? std::move(source.raw) : std::move(source.text);
    auto article = clean_article(std::move(inner), hints, boilerplate_);
    for (const auto problem : page.problems) article.problems.push_back({{0, 0}, problem, {}});
    mark_captions(article, page, source);
    return article;
}

}  // namespace chancery
