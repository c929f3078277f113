#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "extract/lexicon/abbreviations.hpp"
#include "extract/lexicon/boilerplate.hpp"
#include "extract/text/encoding.hpp"
#include "record/article.hpp"
#include "record/reading.hpp"

namespace chancery {

/// What bytes are said to be.
enum class MediaType : std::uint8_t { unknown, text, html };

/// What the caller knows about an article beforehand; empty where it does not.
struct ArticleHints {
    std::string id = {}, title = {}, published = {}, source = {};
    std::string author = {}, language = {}, charset = {};
    std::vector<std::string> urls = {};
    bool any_language = false;  ///< read it for facts whatever its language is
    MediaType media = MediaType::unknown;
};

/// False for bytes that are no text in any encoding read here (executables, images, archives): many NULs or control
/// characters.
[[nodiscard]] bool looks_like_text(std::string_view raw);

/// Cleans a text into an article: byte-order mark, line ends, invalid bytes, mojibake; then marks headline, dateline,
/// bylines and boilerplate, and finds the publication date unless a hint gives it. Never throws on text: trouble
/// becomes Problems. article.raw and article.map are about the bytes as published.
[[nodiscard]] Article clean_article(DecodedText source, const ArticleHints& hints,
                                    const BoilerplatePhrases& boilerplate);

/// The same for published bytes of plain text in any encoding.
[[nodiscard]] Article read_article(std::string raw, const ArticleHints& hints, const BoilerplatePhrases& boilerplate);

/// Splits the article's own blocks into sentences and tokens.
[[nodiscard]] Reading read_sentences(const Article& article, const Abbreviations& abbreviations);

}  // namespace chancery
