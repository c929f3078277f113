#pragma once
#include "extract/lexicon/boilerplate.hpp"
#include "record/article.hpp"

namespace chancery {

/// Cuts article.text into headline, paragraphs, bylines and boilerplate (article.blocks), and sets title and
/// publication date where the article says them and nobody did before.
void find_blocks(Article& article, const BoilerplatePhrases& boilerplate);

}  // namespace chancery
