#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "record/offset_map.hpp"
#include "record/problem.hpp"
#include "record/span.hpp"

namespace chancery {

/// What a stretch of lines in an article is. Only headline and paragraph are read for facts.
enum class BlockKind : std::uint8_t { headline, paragraph, byline, boilerplate };

/// A headline, a paragraph, or a stretch that is not the article's own text. Blocks stand in text order and do not
/// overlap.
struct Block {
    Span where;  ///< without the line ends around it
    BlockKind kind = BlockKind::paragraph;
    std::string_view reason;  ///< literal, for boilerplate: "related-articles", "hashtags", ...
};

/// One article as read: cleaned text, where its parts are, and the way back to the published bytes.
struct Article {
    std::string id;         ///< as in the contract; several names of one text are joined later
    std::string sha256;     ///< of `text`, 64 hex digits
    std::string title;      ///< the headline, or what the metadata gave; may be empty
    std::string published;  ///< ISO date "2025-07-02", or empty when unknown
    std::string source;     ///< the outlet, or empty
    std::string author;     ///< as the byline has it, or empty
    std::string language = "en";
    std::vector<std::string> urls;
    std::string text;  ///< cleaned UTF-8, LF line ends; every Span points into it
    std::string raw;   ///< the bytes as published
    OffsetMap map;     ///< text -> raw
    std::vector<Block> blocks;
    std::vector<Span>
        hidden;  ///< inside blocks: link texts glued into a sentence, which reading passes over; sorted, apart
    std::vector<Problem> problems;
};

}  // namespace chancery
