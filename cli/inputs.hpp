#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace chancery {

/// One article to read. Its bytes are opened when its turn comes.
struct Input {
    std::string id;              ///< path below the INPUT argument without its suffix; "stdin" for `-`
    std::filesystem::path path;  ///< empty for standard input
    bool named = false;          ///< stands on the command line itself: not being readable is an error
};

/// What can be told of the inputs before work starts: files, folders (recursive, *.txt and *.text, sorted bytewise),
/// `-`. Throws Error "PATH: ..." when a named one cannot be opened or a folder holds no article.
[[nodiscard]] std::vector<Input> list_inputs(const std::vector<std::string>& arguments);

/// The bytes of an input. Throws Error when it cannot be read, holds no text, or is longer than `limit`.
[[nodiscard]] std::string read_input(const Input& input, std::uint64_t limit);

}  // namespace chancery
