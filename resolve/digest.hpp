#pragma once
#include <string>
#include <string_view>

namespace chancery {

/// The first `letters` letters of SHA-256(bytes) in base32 (RFC 4648 alphabet, lower case).
[[nodiscard]] std::string digest32(std::string_view bytes, std::size_t letters);

}  // namespace chancery
