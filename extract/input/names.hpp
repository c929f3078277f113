#pragma once
#include <string>
#include <string_view>

namespace chancery {

/// An id that a record gives itself, as the name of a file: letters, digits, ".", "-", "_", at most 150 bytes, no way
/// out of a folder. Empty when nothing is left.
[[nodiscard]] std::string safe_id(std::string_view id);

/// A path as an id: without "." and "..", without a root, with control characters and broken UTF-8 as "_".
[[nodiscard]] std::string safe_path(std::string_view path);

/// Without the suffix of its compression, then without its own: "a/news.tar.gz" and "a/news.txt" are "a/news".
[[nodiscard]] std::string without_suffix(std::string_view path);

/// For messages: control characters as "?", at most 300 bytes.
[[nodiscard]] std::string printable_name(std::string_view name);

/// The glob fits the path, or, when it has no "/", the last part of it. "*" and "?" stay inside one part, "**" does
/// not; "[a-z]" and "[!a-z]" are sets.
[[nodiscard]] bool glob_matches(std::string_view glob, std::string_view path);

}  // namespace chancery
