#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace chancery {

/// One article to read. Its bytes are opened when its turn comes.
struct Input {
    std::string id;                        ///< path below the INPUT argument without its suffix; "stdin" for `-`
    std::filesystem::path path;            ///< empty for standard input
    bool named = false;                    ///< stands on the command line itself: not being readable is an error
    std::uint32_t line = 0;                ///< of a JSON Lines file, from 1; 0 for a file that is one article
    std::uint64_t offset = 0, length = 0;  ///< where that line is, in bytes
};

/// What can be told of the inputs before work starts: files, JSON Lines (an input a line), folders (recursive, *.txt,
/// *.text and *.jsonl, sorted bytewise), `-`. `limit` is the longest article in bytes. Throws Error "PATH: ..." when a
/// named one cannot be opened or a folder holds no article.
[[nodiscard]] std::vector<Input> list_inputs(const std::vector<std::string>& arguments, std::uint64_t limit);

/// The bytes of an input that is a file or standard input. Throws Error when it cannot be read, holds no text, or is
/// longer than `limit`.
[[nodiscard]] std::string read_input(const Input& input, std::uint64_t limit);

}  // namespace chancery
