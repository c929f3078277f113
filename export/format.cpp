#include "export/format.hpp"

#include <array>

#include "export/dot.hpp"
#include "export/graphml.hpp"
#include "export/json.hpp"
#include "record/error.hpp"

namespace chancery {

std::span<const Format> formats() {
    static constexpr std::array<Format, 3> table = {{
        {"graphml", ".graphml", "application/graphml+xml", "Gephi, yEd, Cytoscape, networkx, igraph", write_graphml},
        {"dot", ".dot", "text/vnd.graphviz", "Graphviz", write_dot},
        {"json", ".json", "application/json", "scripts; keeps everything, and chancery reads it back", write_json},
    }};
    return table;
}

const Format* find_format(std::string_view name) {
    for (const auto& format : formats())
        if (format.name == name) return &format;
    return nullptr;
}

std::string format_names() {
    std::string names;
    for (const auto& format : formats()) names.append(names.empty() ? "" : ", ").append(format.name);
    return names;
}

const Format& format_for(const std::filesystem::path& path) {
    for (const auto& format : formats())
        if (path.extension() == format.suffix) return format;
    std::string known;
    for (const auto& format : formats()) known.append(known.empty() ? "" : ", ").append(format.suffix);
    throw UsageError(path.string() + ": the suffix names no known format. Use one of " + known + ".");
}

}  // namespace chancery
