#pragma once
#include <filesystem>
#include <string>

#include "extract/html/page.hpp"
#include "extract/lexicon/boilerplate.hpp"
#include "extract/text/reader.hpp"

namespace chancery {

/// From bytes to a clean article, whether they are a web page or plain text, in any encoding. Immutable: one serves any
/// number of threads.
class ArticleReader {
  public:
    /// Reads what it needs of `lexicon` (models/lexicon). Throws Error "FILE:LINE: what. what to do".
    static ArticleReader load(const std::filesystem::path& lexicon);

    /// What the page says of title, date, source and address fills what `hints` leave open. Never throws on any bytes:
    /// trouble becomes Problems.
    [[nodiscard]] Article read(std::string raw, const ArticleHints& hints) const;

    /// A text that is known to be plain.
    [[nodiscard]] Article read_plain(std::string raw, const ArticleHints& hints) const;

  private:
    ArticleReader(BoilerplatePhrases boilerplate, PageHints hints)
        : boilerplate_(std::move(boilerplate)), hints_(std::move(hints)) {}

    [[nodiscard]] Article read_page(DecodedText source, ArticleHints hints) const;

    BoilerplatePhrases boilerplate_;
    PageHints hints_;
};

}  // namespace chancery
