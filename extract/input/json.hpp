#pragma once
#include <memory>
#include <optional>
#include <string_view>

#include "extract/input/fields.hpp"
#include "extract/input/reader.hpp"

namespace chancery {

/// The article that a JSON object holds; nothing when it is no object or has no text. Lone surrogates, broken UTF-8
/// and raw control characters in it become U+FFFD, then `mended` is true. Nesting costs no stack.
[[nodiscard]] std::optional<Document> parse_json_record(std::string_view object, const Fields& fields, bool& mended);

/// What a JSON object says of an article that it does not hold; nothing when it is no object.
[[nodiscard]] std::optional<ArticleHints> parse_json_hints(std::string_view object);

/// The bytes may be JSON objects: in lines, in an array, or one after another.
[[nodiscard]] bool looks_like_json(std::string_view head);

/// The objects one after another, in the memory of the longest. After a bad one reading goes on at the next line.
[[nodiscard]] std::unique_ptr<Reader> read_json_records(Member member, const Fields& fields);

}  // namespace chancery
