#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/html/tree.hpp"

namespace chancery {

/// What a page says of its article; empty where it does not. Texts are as the page has them, white space collapsed.
struct PageMetadata {
    std::string title, published, site, author, language, url;
    std::string body;         ///< JSON-LD articleBody
    std::string description;  ///< the standfirst, or a summary
};

/// From JSON-LD (`data`: the contents of its script elements), OpenGraph and other meta elements, microdata, `time`,
/// links and the address itself, in this order of trust. Never throws: what cannot be read says nothing.
[[nodiscard]] PageMetadata read_metadata(const Tree& tree, std::span<const std::string_view> data);

}  // namespace chancery
