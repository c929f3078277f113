#include "export/format.hpp"

#include <array>

#include "export/dot.hpp"
#include "export/events.hpp"
#include "export/graphml.hpp"
#include "export/json.hpp"
#include "export/jsonl.hpp"
#include "export/nquads.hpp"
#include "export/turtle.hpp"
#include "record/error.hpp"

namespace chancery {

std::span<const Format> formats() {
    static constexpr auto table = std::to_array<Format>({
        {"graphml", ".graphml", "application/graphml+xml", "Gephi, yEd, Cytoscape, networkx, igraph", write_graphml},
        {"dot", ".dot", "text/vnd.graphviz", "Graphviz", write_dot},
        {"events", ".events.tsv", "text/tab-separated-values", "event data: one row a day, pair, code and status",
         write_events},
        {"nquads", ".nq", "application/n-quads", "RDF stores in bulk: one statement a line, with provenance",
         write_nquads},
        {"turtle", ".ttl", "text/turtle", "RDF to read and to query with SPARQL", write_turtle},
        {"json", ".json", "application/json", "scripts; keeps everything, and chancery reads it back", write_json},
        {"jsonl", ".jsonl", "application/x-ndjson", "streams and databases: one assertion a line, article by article",
         write_jsonl},
    });
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
    const auto name = path.filename().string();
    for (const auto& format : formats())
        if (name.size() > format.suffix.size() && name.ends_with(format.suffix)) return format;
    std::string known;
    for (const auto& format : formats()) known.append(known.empty() ? "" : ", ").append(format.suffix);
    throw UsageError(path.string() + ": the suffix names no known format. Use one of " + known + ".");
}

}  // namespace chancery
