#pragma once
#include <string_view>

#include "extract/input/fields.hpp"

namespace chancery {

/// What bytes are, told by the bytes alone.
enum class Kind : std::uint8_t { text, html, json, table, feed, mail, pdf, warc, binary, other_xml };

/// `head` is the first bytes, head_size of them unless there are fewer. Packed bytes (packing_of) are not for here.
[[nodiscard]] Kind kind_of(std::string_view head, const Fields& fields);

inline constexpr std::size_t head_size = 1U << 16U;

/// For a message about bytes that are not read: "is a PNG picture", or that it is no text.
[[nodiscard]] std::string_view binary_name(std::string_view head);

}  // namespace chancery
