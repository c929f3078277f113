#pragma once
#include <cstdint>
#include <vector>

#include "extract/html/metadata.hpp"
#include "extract/html/page_blocks.hpp"
#include "extract/lexicon/boilerplate.hpp"

namespace chancery {

struct MainBlock {
    std::uint32_t block = 0;  ///< index into page.blocks
    bool caption = false;     ///< the words under a picture of the article
};

/// The blocks that are the article's own text, in order, without the headline.
[[nodiscard]] std::vector<MainBlock> find_main_text(const Tree& tree, const PageText& page, const PageMetadata& about,
                                                    const BoilerplatePhrases& phrases);

}  // namespace chancery
