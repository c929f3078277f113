#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/inputs.hpp"
#include "extract/text/reader.hpp"

namespace chancery {

/// An article as one line of a JSON Lines file holds it.
struct JsonArticle {
    std::string text;
    ArticleHints hints;  ///< id (safe as a file name), title, published, source, urls; what is missing is empty
};

/// The article of a line: an object with "text" and any of id, title, published (or date), source, url, urls. A date
/// that is none is left out. Nothing when the line is no such object.
[[nodiscard]] std::optional<JsonArticle> parse_json_article(std::string_view line);

/// The file is JSON Lines: its first line that is not blank is an object with "text". Told by content, not by name.
[[nodiscard]] bool is_json_lines(const std::filesystem::path& path);

/// One input for each line, in the file's order; nothing of the texts is kept. A line without an id, or that cannot be
/// read, is called FILE-LINE.
void list_json_lines(const std::filesystem::path& path, std::uint64_t limit, std::vector<Input>& inputs);

/// Reads the line of an input that list_json_lines() gave. Throws Error "FILE:LINE: ...".
[[nodiscard]] JsonArticle read_json_line(const Input& input, std::uint64_t limit);

}  // namespace chancery
