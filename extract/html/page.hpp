#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "extract/html/hints.hpp"
#include "extract/lexicon/boilerplate.hpp"
#include "record/offset_map.hpp"

namespace chancery {

/// The article of a web page.
struct Page {
    std::string text;  ///< UTF-8: the headline on the first line, then paragraphs, a line each
    OffsetMap map;     ///< text -> the page's bytes
    std::string title, published, source, author, language, url;  ///< empty where the page does not say
    std::vector<Span> captions;                                   ///< in `text`: words under pictures
    std::vector<std::string_view> problems;                       ///< literals: "html.nesting", ...
};

/// The bytes are a web page: told by content (a doctype, or the elements pages begin with), not by name.
[[nodiscard]] bool looks_like_html(std::string_view bytes);

/// Finds the article's own text and what the page says of it; navigation, teasers, captions, comments are left out.
/// `page` in UTF-8. Never throws on any bytes; a page without an article gives an empty text.
[[nodiscard]] Page read_page(std::string_view page, const PageHints& hints, const BoilerplatePhrases& phrases);

}  // namespace chancery
