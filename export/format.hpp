#pragma once
#include <filesystem>
#include <iosfwd>
#include <span>
#include <string>
#include <string_view>

#include "graph/view.hpp"

namespace chancery {

/// One of the files of a format that needs several.
struct Part {
    std::string_view suffix;  ///< instead of the format's
    void (*write)(const GraphView& view, std::ostream& out);
};

/// One row per file format; help, suffixes, docs and tests read it.
struct Format {
    std::string_view name, suffix, mime, used_by;
    void (*write)(const GraphView& view, std::ostream& out);  ///< the caller checks the stream
    std::span<const Part> parts = {};  ///< what a path stands for, when it is several files; `write` is for a stream
    bool picture = false;              ///< drawn by Graphviz: bytes depend on its version and on fonts
};

[[nodiscard]] std::span<const Format> formats();

/// By name, or null.
[[nodiscard]] const Format* find_format(std::string_view name);

/// By the longest suffix that fits a path, its own or that of one of its parts, before ".gz" or ".zst". Throws
/// UsageError "PATH: ..." that lists the known suffixes.
[[nodiscard]] const Format& format_for(const std::filesystem::path& path);

/// "graphml, dot, ...".
[[nodiscard]] std::string format_names();

}  // namespace chancery
