#pragma once
#include "extract/lexicon/languages.hpp"
#include "record/article.hpp"

namespace chancery {

/// Which language the article's own blocks are in, by script, words of closed classes and letters of its own. English
/// unless another language clearly says more: a text too short to tell, a headline in capitals, English full of foreign
/// names or with a quotation in another language is English.
[[nodiscard]] const Languages::Language& find_language(const Article& article, const Languages& languages);

}  // namespace chancery
