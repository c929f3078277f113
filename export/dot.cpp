// DOT for Graphviz: a picture to look at. Node shape and colour say the type (Okabe-Ito colours, told apart by
// colour-blind readers); the status of an edge stands in its label and in its line: alleged dashed, denied and planned
// dotted. Every id and value is quoted, since names may be anything.
#include "export/dot.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "export/look.hpp"
#include "export/node_ids.hpp"
#include "export/sink.hpp"
#include "export/text.hpp"

namespace chancery {

namespace {

struct Look {
    std::string_view shape, font;
};

constexpr std::array<Look, 6> looks = {{{"ellipse", "#000000"},
                                        {"ellipse", "#FFFFFF"},
                                        {"box", "#000000"},
                                        {"hexagon", "#FFFFFF"},
                                        {"note", "#000000"},
                                        {"oval", "#000000"}}};

/// An ampersand would start an entity in a label. Ids are compared by Graphviz as they stand.
constexpr Escapes shown{{'"', "\\\""}, {'\\', "\\\\"}, {'&', "&amp;"}, {'\n', " "}};
constexpr Escapes bare{{'"', "\\\""}, {'\\', "\\\\"}};

/// Graphviz takes 16,384 bytes between quotes; the longest escape has five.
constexpr std::size_t longest = 3200;

class DotSink : public Sink {
  public:
    using Sink::Sink;

    /// A quoted string; words wrapped when `width` is given.
    void quoted(std::string_view value, std::size_t width = 0) {
        if (value.size() > longest) return quoted(shortened(value, longest), width);
        raw('"');
        words(value, width);
        raw('"');
    }
    void words(std::string_view value, std::size_t width) {
        if (width == 0) return text(value, shown);
        for (std::size_t from = 0; from < value.size();) {
            auto end = std::min(from + width, value.size());
            while (end < value.size() && value[end] != ' ' && value[end] != '\n') ++end;
            text(value.substr(from, end - from), shown);
            if (end < value.size()) raw("\\n");
            from = end + 1;
        }
    }
};

void write_node(DotSink& out, const GraphView& view, const NodeIds& ids, std::uint32_t index) {
    const auto& node = view.nodes()[index];
    const auto& look = looks[static_cast<std::size_t>(node.type)];
    out.raw("  \"");
    out.raw(ids.of(index));
    out.raw("\" [label=");
    out.quoted(node.label, 22);
    for (const std::string_view part : {std::string_view(", shape="), look.shape, std::string_view(", fillcolor=\""),
                                        colour_of(node.type).hex, std::string_view("\", fontcolor=\""), look.font,
                                        std::string_view("\", tooltip=\""), name_of(node.type), std::string_view(", ")})
        out.raw(part);
    out.number(node.mentions);
    out.raw(" mentions\"");
    if (!node.named) out.raw(", style=\"filled,dashed\"");
    for (std::size_t c = 0; c < node.values.size() && c < view.columns().size(); ++c) {
        out.raw(", ");
        out.quoted(view.columns()[c].name);
        out.raw("=\"");
        out.value(node.values[c], view.columns()[c].whole);
        out.raw('"');
    }
    out.raw("];\n");
}

void write_edge(DotSink& out, const NodeIds& ids, const EdgeRow& edge) {
    out.raw("  \"");
    out.raw(ids.of(edge.source));
    out.raw("\" -> \"");
    out.raw(ids.of(edge.target));
    out.raw("\" [label=\"");
    out.words(std::string_view(edge.label).substr(0, longest), 20);
    if (edge.former) out.raw("\\n(former)");
    out.raw("\", style=");
    out.raw(line_style(edge.status));
    out.raw(edge.weight >= 4   ? ", penwidth=2.4, color=\""
            : edge.weight >= 2 ? ", penwidth=1.7, color=\""
                               : ", penwidth=1.1, color=\"");
    out.raw(edge.former ? "#999999\"" : edge.kind == "event" ? "#333333\"" : "#777777\"");
    if (edge.symmetric) out.raw(", dir=none");
    out.raw(", tooltip=");
    out.quoted(best_evidence(edge).text);
    out.raw("];\n");
}

void write_legend(DotSink& out) {
    out.raw("  subgraph \"cluster_legend\" {\n    label=\"Legend\"; fontsize=11; color=\"#BBBBBB\"; style=rounded;\n");
    for (std::size_t t = 0; t < looks.size(); ++t)
        for (const std::string_view part :
             {std::string_view("    \"legend_"), entity_type_names[t], std::string_view("\" [label=\""),
              entity_type_names[t], std::string_view("\", shape="), looks[t].shape, std::string_view(", fillcolor=\""),
              type_colours[t].hex, std::string_view("\", fontcolor=\""), looks[t].font, std::string_view("\"];\n")})
            out.raw(part);
    out.raw(
        "    \"legend_a\" [label=\"\", shape=point]; \"legend_b\" [label=\"\", shape=point];\n"
        "    \"legend_c\" [label=\"\", shape=point]; \"legend_d\" [label=\"\", shape=point];\n"
        "    \"legend_a\" -> \"legend_b\" [label=\"asserted\", style=solid];\n"
        "    \"legend_b\" -> \"legend_c\" [label=\"(alleged)\", style=dashed];\n"
        "    \"legend_c\" -> \"legend_d\" [label=\"(denied), (planned)\", style=dotted];\n  }\n");
}

}  // namespace

void write_dot(const GraphView& view, std::ostream& stream) {
    DotSink out(stream);
    const NodeIds ids(view, bare);
    std::vector<bool> linked(view.nodes().size());
    const auto edges = view.edges();
    for (std::size_t e = 0; e < edges.size(); ++e) {
        __builtin_prefetch(&edges[std::min(e + 32, edges.size() - 1)].source);
        linked[edges[e].source] = linked[edges[e].target] = true;
    }
    out.raw(
        "digraph \"chancery\" {\n"
        "  graph [charset=\"UTF-8\", rankdir=LR, overlap=false, splines=true, nodesep=0.35, ranksep=0.9, "
        "fontname=\"Helvetica\", bgcolor=\"white\"];\n"
        "  node [style=filled, fontname=\"Helvetica\", fontsize=11, color=\"#444444\"];\n"
        "  edge [fontname=\"Helvetica\", fontsize=9, fontcolor=\"#222222\", arrowsize=0.7];\n");
    for (std::uint32_t n = 0; n < linked.size(); ++n)
        if (linked[n]) write_node(out, view, ids, n);
    ids.for_edges(view, [&](const EdgeRow& edge) { write_edge(out, ids, edge); });
    bool open = false;
    for (std::uint32_t n = 0; n < linked.size(); ++n) {
        if (linked[n]) continue;
        if (!open)
            out.raw(
                "  subgraph \"cluster_unlinked\" {\n    label=\"mentioned without a relation\"; fontsize=11; "
                "color=\"#BBBBBB\"; style=rounded;\n");
        open = true;
        out.raw("  ");
        write_node(out, view, ids, n);
    }
    if (open) out.raw("  }\n");
    write_legend(out);
    out.raw("}\n");
}

}  // namespace chancery
