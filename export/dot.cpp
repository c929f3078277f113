// DOT for Graphviz: a picture to look at. Node shape and colour say the type (Okabe-Ito colours, told apart by
// colour-blind readers); the status of an edge stands in its label and in its line: alleged dashed, denied and planned
// dotted. Every id and value is quoted, since names may be anything.
#include "export/dot.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "export/in_turn.hpp"
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

void words(Sink& out, std::string_view value, std::size_t width) {
    if (width == 0) return out.text(value, shown);
    for (std::size_t from = 0; from < value.size();) {
        auto end = std::min(from + width, value.size());
        while (end < value.size() && value[end] != ' ' && value[end] != '\n') ++end;
        out.text(value.substr(from, end - from), shown);
        if (end < value.size()) out.raw("\\n");
        from = end + 1;
    }
}

/// A quoted string; words wrapped when `width` is given.
void quoted(Sink& out, std::string_view value, std::size_t width = 0) {
    if (value.size() > longest) return quoted(out, shortened(value, longest), width);
    out.raw('"');
    words(out, value, width);
    out.raw('"');
}

void write_node(Sink& out, const GraphView& view, const NodeIds& ids, std::uint32_t index) {
    const auto& node = view.nodes()[index];
    const auto& look = looks[static_cast<std::size_t>(node.type)];
    out.raw("  \"");
    out.raw(ids.of(index));
    out.raw("\" [label=");
    quoted(out, node.label, 22);
    for (const std::string_view part : {std::string_view(", shape="), look.shape, std::string_view(", fillcolor=\""),
                                        colour_of(node.type).hex, std::string_view("\", fontcolor=\""), look.font,
                                        std::string_view("\", tooltip=\""), name_of(node.type), std::string_view(", ")})
        out.raw(part);
    out.number(node.mentions);
    out.raw(" mentions\"");
    if (!node.named) out.raw(", style=\"filled,dashed\"");
    for (std::size_t c = 0; c < node.values.size() && c < view.columns().size(); ++c) {
        out.raw(", ");
        quoted(out, view.columns()[c].name);
        out.raw("=\"");
        out.value(node.values[c], view.columns()[c].whole);
        out.raw('"');
    }
    out.raw("];\n");
}

void write_edge(Sink& out, const NodeIds& ids, const EdgeRow& edge) {
    out.raw("  \"");
    out.raw(ids.of(edge.source));
    out.raw("\" -> \"");
    out.raw(ids.of(edge.target));
    out.raw("\" [label=\"");
    words(out, std::string_view(edge.label).substr(0, longest), 20);
    if (edge.former) out.raw("\\n(former)");
    out.raw("\", style=");
    out.raw(line_style(edge.status));
    out.raw(edge.weight >= 4   ? ", penwidth=2.4, color=\""
            : edge.weight >= 2 ? ", penwidth=1.7, color=\""
                               : ", penwidth=1.1, color=\"");
    out.raw(edge.former ? "#999999\"" : edge.kind == "event" ? "#333333\"" : "#777777\"");
    if (edge.symmetric) out.raw(", dir=none");
    out.raw(", tooltip=");
    quoted(out, best_evidence(edge).text);
    out.raw("];\n");
}

/// By node, whether it is the end of an edge.
std::vector<bool> linked_nodes(const GraphView& view) {
    std::array<std::vector<bool>, 2> halves;
    for (auto& half : halves) half.resize(view.nodes().size());
    const auto edges = view.edges();
    look_in_halves(edges.size(), [&](std::size_t half, std::size_t begin, std::size_t end) {
        auto& linked = halves[half];
        for (auto e = begin; e < end; ++e) {
            __builtin_prefetch(&edges[std::min(e + 32, edges.size() - 1)].source);
            linked[edges[e].source] = linked[edges[e].target] = true;
        }
    });
    for (std::size_t n = 0; n < halves[0].size(); ++n)
        if (halves[1][n]) halves[0][n] = true;
    return std::move(halves[0]);
}

void write_legend(Sink& out) {
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
    Sink out(stream);
    const NodeIds ids(view, bare);
    const auto linked = linked_nodes(view);
    out.raw(
        "digraph \"chancery\" {\n"
        "  graph [charset=\"UTF-8\", rankdir=LR, overlap=false, splines=true, nodesep=0.35, ranksep=0.9, "
        "fontname=\"Helvetica\", bgcolor=\"white\"];\n"
        "  node [style=filled, fontname=\"Helvetica\", fontsize=11, color=\"#444444\"];\n"
        "  edge [fontname=\"Helvetica\", fontsize=9, fontcolor=\"#222222\", arrowsize=0.7];\n");
    in_turn(out, linked.size(), [&](Sink& sink, std::size_t begin, std::size_t end) {
        for (auto n = begin; n < end; ++n)
            if (linked[n]) write_node(sink, view, ids, static_cast<std::uint32_t>(n));
    });
    ids.write_edges(out, view, [&](Sink& sink) { return [&](const EdgeRow& edge) { write_edge(sink, ids, edge); }; });
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
