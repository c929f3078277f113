#pragma once
#include <string_view>

#include "extract/lexicon/boilerplate.hpp"
#include "record/article.hpp"

namespace chancery {

/// Where the credit of a picture begins that ends `line` without brackets ("... on Monday. Jane Roe/AGENCY"); the
/// line's size when there is none, 0 when the line is nothing else.
[[nodiscard]] std::size_t credit_begin(std::string_view line, const BoilerplatePhrases& phrases);

/// A picture's credit stands in brackets somewhere in `line`: it is a caption, no headline.
[[nodiscard]] bool has_bracketed_credit(std::string_view line, const BoilerplatePhrases& phrases);

/// Hides what pages and agencies put inside an article's own paragraphs: credits of pictures, bracketed links
/// ("(RELATED:
/// ...)"), notes of transcripts ("[passage omitted]") and the tags in the head of a wire report ("-- [REPORT] [TEXT]").
/// Article::hidden stays sorted and apart.
void hide_furniture(Article& article, const BoilerplatePhrases& phrases);

}  // namespace chancery
