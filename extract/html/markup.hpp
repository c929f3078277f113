#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "record/offset_map.hpp"

namespace chancery {

/// A page without what no reader sees: scripts, styles, comments, drawings. What is left is a fraction of most pages,
/// and safe to hand to a tree builder: nesting, tags and attributes are bounded.
struct Markup {
    std::string text;                        ///< the page's markup
    OffsetMap map;                           ///< text -> page
    std::vector<std::string_view> data;      ///< contents of <script type="application/ld+json">, in the page
    std::vector<std::string_view> problems;  ///< literals: "html.nesting", "html.too-many-tags"
};

/// Nesting beyond this many elements is flattened, as browsers do.
constexpr std::size_t max_nesting = 400;
/// Markup behind this many tags is left out.
constexpr std::size_t max_tags = 200'000;
/// Of a tag longer than this, only the attributes that are read are kept.
constexpr std::size_t max_tag = 1'500;

/// `page` in UTF-8; it must outlive the result. Linear time for any bytes.
[[nodiscard]] Markup strip_markup(std::string_view page);

}  // namespace chancery
