#include "export/format.hpp"

#include <array>

#include "export/compress.hpp"
#include "export/csv.hpp"
#include "export/cypher.hpp"
#include "export/cytoscape.hpp"
#include "export/dot.hpp"
#include "export/events.hpp"
#include "export/ftm.hpp"
#include "export/gephi_dot.hpp"
#include "export/gexf.hpp"
#include "export/graphml.hpp"
#include "export/graphology.hpp"
#include "export/json.hpp"
#include "export/jsonl.hpp"
#include "export/neo4j.hpp"
#include "export/nquads.hpp"
#include "export/picture.hpp"
#include "export/turtle.hpp"
#include "record/error.hpp"

namespace chancery {

std::span<const Format> formats() {
    static constexpr std::array<Part, 2> csv = {{{".nodes.csv", write_csv_nodes}, {".edges.csv", write_csv_edges}}};
    static constexpr std::array<Part, 2> neo4j = {
        {{".neo4j-nodes.csv", write_neo4j_nodes}, {".neo4j-relationships.csv", write_neo4j_relationships}}};
    static constexpr auto table = std::to_array<Format>({
        {"graphml", ".graphml", "application/graphml+xml",
         "Gephi, yEd, Cytoscape, networkx, igraph; keeps everything, and chancery reads it back", write_graphml},
        {"gexf", ".gexf", "application/gexf+xml", "Gephi, Gephi Lite: kinds, times, colours, lists", write_gexf},
        {"dot", ".dot", "text/vnd.graphviz", "Graphviz", write_dot},
        {"gephi_dot", ".gephi.dot", "text/vnd.graphviz", "programs whose DOT reader is Gephi's", write_gephi_dot},
        {"csv", ".csv", "text/csv", "spreadsheets, data frames, Gephi: NAME.nodes.csv and NAME.edges.csv",
         write_csv_edges, csv},
        {"cytoscape", ".cyjs", "application/json", "Cytoscape, cytoscape.js", write_cytoscape},
        {"graphology", ".graphology.json", "application/json", "graphology, sigma, Gephi Lite", write_graphology},
        {"svg", ".svg", "image/svg+xml", "browsers: a picture with a legend", write_svg, {}, true},
        {"png", ".png", "image/png", "a picture for documents", write_png, {}, true},
        {"pdf", ".pdf", "application/pdf", "a picture to print", write_pdf, {}, true},
        {"events", ".events.tsv", "text/tab-separated-values", "event data: one row a day, pair, code and status",
         write_events},
        {"nquads", ".nq", "application/n-quads", "RDF stores in bulk: one statement a line, with provenance",
         write_nquads},
        {"turtle", ".ttl", "text/turtle", "RDF to read and to query with SPARQL", write_turtle},
        {"ftm", ".ftm.jsonl", "application/x-ndjson", "FollowTheMoney: Aleph, OpenSanctions, yente", write_ftm},
        {"cypher", ".cypher", "application/x-cypher-query", "Neo4j: a script to run", write_cypher},
        {"neo4j", ".neo4j.csv", "text/csv",
         "neo4j-admin database import: NAME.neo4j-nodes.csv and NAME.neo4j-relationships.csv",
         write_neo4j_relationships, neo4j},
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
    auto name = path.filename().string();
    name.resize(name.size() - compression_suffix(name).size());
    const Format* found = nullptr;
    std::size_t longest = 0;
    for (const auto& format : formats()) {
        const auto fits = [&](std::string_view suffix) {
            if (name.size() <= suffix.size() || suffix.size() <= longest || !name.ends_with(suffix)) return;
            found = &format;
            longest = suffix.size();
        };
        fits(format.suffix);
        for (const auto& part : format.parts) fits(part.suffix);
    }
    if (found != nullptr) return *found;
    std::string known;
    for (const auto& format : formats()) known.append(known.empty() ? "" : ", ").append(format.suffix);
    throw UsageError(path.string() + ": the suffix names no known format. Use one of " + known + ".");
}

}  // namespace chancery
