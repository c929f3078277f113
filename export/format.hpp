#pragma once
#include <filesystem>
#include <iosfwd>
#include <span>
#include <string>
#include <string_view>

#include "graph/view.hpp"

namespace chancery {

/// One row per file format; help, suffixes, docs and tests read it.
struct Format {
    std::string_view name, suffix, mime, used_by;
    void (*write)(const GraphView& view, std::ostream& out);  ///< the caller checks the stream
};

[[nodiscard]] std::span<const Format> formats();

/// By name, or null.
[[nodiscard]] const Format* find_format(std::string_view name);

/// By the suffix of a path. Throws UsageError "PATH: ..." that lists the known suffixes.
[[nodiscard]] const Format& format_for(const std::filesystem::path& path);

/// "graphml, dot, ...".
[[nodiscard]] std::string format_names();

}  // namespace chancery
