#pragma once
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>

namespace chancery {

/// ".gz" or ".zst" at the end of a path, else nothing.
[[nodiscard]] std::string_view compression_suffix(std::string_view path);

/// Calls `writer` with a stream whose bytes reach `out` compressed as the suffix says; with `out` itself for no suffix.
/// The same bytes give the same file: no time, no name. Trouble leaves `out` bad.
void write_compressed(std::string_view suffix, std::ostream& out, const std::function<void(std::ostream&)>& writer);

/// The plain bytes of a gzip or zstd file, and anything else as it is. Throws Error "WHERE: ...".
[[nodiscard]] std::string decompressed(std::string_view bytes, const std::string& where);

}  // namespace chancery
