#pragma once
#include <memory>
#include <optional>
#include <string_view>

#include "extract/input/reader.hpp"

namespace chancery {

/// An RSS item or an Atom entry, its element whole and in UTF-8, as a document; nothing when it is broken or has no
/// text. The text is content:encoded or Atom's content, else description or summary; HTML unless Atom says text.
[[nodiscard]] std::optional<Document> parse_feed_entry(std::string_view element);

/// The entries of a feed (RSS 0.9 to 2.0, Atom), in the memory of the longest. No entity but the five of XML is
/// expanded.
[[nodiscard]] std::unique_ptr<Reader> read_feed(Member member);

}  // namespace chancery
