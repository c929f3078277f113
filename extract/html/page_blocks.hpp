#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "extract/html/hints.hpp"
#include "extract/html/tree.hpp"
#include "record/span.hpp"

namespace chancery {

/// What an element says of its content.
enum ElementMark : std::uint8_t {
    furniture = 1,  ///< nav, footer, aside, a form, ..., or a role or class that says so
    hidden = 2,
    caption = 4,
    holds_article = 8,  ///< a class that articles' bodies have
    is_article = 16     ///< itemprop="articleBody"
};

/// A stretch of a page between two breaks: a paragraph, a heading, an item of a list, a cell.
struct PageBlock {
    enum class Kind : std::uint8_t { paragraph, heading, item, cell };
    Kind kind = Kind::paragraph;
    std::uint32_t node = 0;    ///< the element that makes the block
    Span text;                 ///< in PageText::text
    std::uint32_t linked = 0;  ///< bytes of it inside links
};

/// The visible text of a page, white space collapsed, cut into blocks.
struct PageText {
    struct Piece {
        Span text;    ///< in PageText::text
        Span markup;  ///< what it was in the markup
        bool verbatim = false;
    };
    std::string text;
    std::vector<Piece> pieces;        ///< in order, without overlap
    std::vector<PageBlock> blocks;    ///< in document order, none empty
    std::vector<std::uint8_t> marks;  ///< by node: what its own tag, class or role says, as ElementMark
};

[[nodiscard]] PageText read_blocks(const Tree& tree, const PageHints& hints);

}  // namespace chancery
