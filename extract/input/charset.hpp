#pragma once
#include <memory>
#include <string>
#include <string_view>

#include "extract/input/bytes.hpp"

namespace chancery {

/// The bytes in UTF-8, for records whose structure must be read before their text is; broken ones become U+FFFD. As
/// they are when the charset is UTF-8, empty or unknown.
[[nodiscard]] std::string to_utf8(std::string_view bytes, const std::string& charset);

/// UTF-16 bytes, byte-order mark and all, as UTF-8.
[[nodiscard]] std::unique_ptr<ByteSource> utf16_source(Bytes bytes);

/// The bytes begin with a byte-order mark of UTF-16.
[[nodiscard]] bool starts_utf16(std::string_view head);

}  // namespace chancery
