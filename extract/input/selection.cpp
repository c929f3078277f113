#include "extract/input/selection.hpp"

#include <algorithm>
#include <array>

#include "extract/input/names.hpp"

namespace chancery {

namespace {

/// Parts of saved pages that are text and no article.
constexpr std::array<std::string_view, 7> page_parts = {".js", ".mjs", ".css", ".map", ".svg", ".woff", ".ico"};

/// What says something about a collection and is no part of it.
constexpr std::array<std::string_view, 2> about = {"README", "LICENSE"};

std::string_view last_part(std::string_view path) {
    return path.substr(path.rfind('/') + 1);
}

}  // namespace

bool Selection::enters(std::string_view folder) const {
    const auto name = last_part(folder);
    return !name.starts_with('.') && name != "__MACOSX" &&
           std::none_of(exclude.begin(), exclude.end(), [&](const auto& glob) { return glob_matches(glob, folder); });
}

bool Selection::wants(std::string_view path) const {
    for (auto slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/', slash + 1))
        if (!enters(path.substr(0, slash))) return false;
    if (!enters(path) || path.ends_with(sidecar_suffix)) return false;
    if (!include.empty())
        return std::any_of(include.begin(), include.end(), [&](const auto& glob) { return glob_matches(glob, path); });
    const auto name = last_part(path);
    if (std::find(about.begin(), about.end(), name.substr(0, name.find('.'))) != about.end()) return false;
    return std::none_of(page_parts.begin(), page_parts.end(), [&](auto suffix) { return path.ends_with(suffix); });
}

}  // namespace chancery
