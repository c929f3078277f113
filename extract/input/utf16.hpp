#pragma once
#include <memory>
#include <string_view>

#include "extract/input/bytes.hpp"

namespace chancery {

/// UTF-16 bytes, byte-order mark and all, as UTF-8.
[[nodiscard]] std::unique_ptr<ByteSource> utf16_source(Bytes bytes);

/// The bytes begin with a byte-order mark of UTF-16.
[[nodiscard]] bool starts_utf16(std::string_view head);

}  // namespace chancery
