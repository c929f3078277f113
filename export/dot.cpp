// DOT for Graphviz: a picture to look at. Node shape and colour say the type (Okabe-Ito colours, told apart by
// colour-blind readers); the status of an edge stands in its label and in its line: alleged dashed, denied and planned
// dotted. Every id and value is quoted, since names may be anything.
#include "export/dot.hpp"

#include <array>
#include <ostream>

#include "export/text.hpp"

namespace chancery {

namespace {

struct Look {
    std::string_view shape, fill, font;
};

constexpr std::array<Look, 6> looks = {{{"ellipse", "#56B4E9", "#000000"},
                                        {"ellipse", "#0072B2", "#FFFFFF"},
                                        {"box", "#E69F00", "#000000"},
                                        {"hexagon", "#009E73", "#FFFFFF"},
                                        {"note", "#F0E442", "#000000"},
                                        {"oval", "#DDDDDD", "#000000"}}};

/// A quoted DOT string: backslash and quote escaped, line ends as \n, words wrapped when `width` is given, at most
/// 16,000 bytes.
std::string quoted(std::string_view text, std::size_t width = 0) {
    std::string buffer;
    const auto good = shortened(clean(text, buffer), 8000);
    std::string out = "\"";
    std::size_t column = 0;
    for (const char c : good) {
        ++column;
        if (c == '"' || c == '\\') {
            out.push_back('\\');
            out.push_back(c);
        } else if (c == '\n' || (c == ' ' && width > 0 && column > width)) {
            out += width > 0 ? "\\n" : " ";
            column = 0;
        } else if (c == '&') {
            out += "&amp;";  // else an entity in a name is decoded
        } else {
            out.push_back(c);
        }
    }
    out.push_back('"');
    return out;
}

/// Ids are compared by Graphviz as they stand, so nothing but quoting is done to them.
std::string id_of(const NodeRow& node) {
    std::string buffer, out = "\"";
    for (const char c : clean(node.id, buffer)) {
        if (c == '"' || c == '\\') out.push_back('\\');
        out.push_back(c);
    }
    return out + "\"";
}

std::string_view line_style(Status status) {
    switch (status) {
        case Status::asserted:
            return "solid";
        case Status::alleged:
            return "dashed";
        case Status::denied:
        case Status::planned:
            return "dotted";
    }
    return "solid";
}

void write_node(std::ostream& out, const GraphView& view, const NodeRow& node) {
    const auto& look = looks[static_cast<std::size_t>(node.type)];
    out << "  " << id_of(node) << " [label=" << quoted(node.label, 22) << ", shape=" << look.shape << ", fillcolor=\""
        << look.fill << "\", fontcolor=\"" << look.font << "\", tooltip="
        << quoted(std::string(name_of(node.type)) + ", " + std::to_string(node.mentions) + " mentions");
    if (!node.named) out << ", style=\"filled,dashed\"";
    for (std::size_t c = 0; c < node.values.size() && c < view.columns().size(); ++c)
        out << ", " << quoted(view.columns()[c].name) << "=\"" << number(node.values[c], view.columns()[c].whole)
            << '"';
    out << "];\n";
}

void write_edge(std::ostream& out, const GraphView& view, const EdgeRow& edge) {
    const auto pen = edge.weight >= 4 ? "2.4" : edge.weight >= 2 ? "1.7" : "1.1";
    out << "  " << id_of(view.source(edge)) << " -> " << id_of(view.target(edge))
        << " [label=" << quoted(edge.label + (edge.former ? " (former)" : ""), 20)
        << ", style=" << line_style(edge.status) << ", penwidth=" << pen << ", color=\""
        << (edge.former            ? "#999999"
            : edge.kind == "event" ? "#333333"
                                   : "#777777")
        << "\"";
    if (edge.symmetric) out << ", dir=none";
    out << ", tooltip=" << quoted(best_evidence(edge).text) << "];\n";
}

void write_legend(std::ostream& out) {
    out << "  subgraph \"cluster_legend\" {\n    label=\"Legend\"; fontsize=11; color=\"#BBBBBB\"; style=rounded;\n";
    for (std::size_t t = 0; t < looks.size(); ++t)
        out << "    \"legend_" << entity_type_names[t] << "\" [label=\"" << entity_type_names[t]
            << "\", shape=" << looks[t].shape << ", fillcolor=\"" << looks[t].fill << "\", fontcolor=\""
            << looks[t].font << "\"];\n";
    out << "    \"legend_a\" [label=\"\", shape=point]; \"legend_b\" [label=\"\", shape=point];\n"
           "    \"legend_c\" [label=\"\", shape=point]; \"legend_d\" [label=\"\", shape=point];\n"
           "    \"legend_a\" -> \"legend_b\" [label=\"asserted\", style=solid];\n"
           "    \"legend_b\" -> \"legend_c\" [label=\"(alleged)\", style=dashed];\n"
           "    \"legend_c\" -> \"legend_d\" [label=\"(denied), (planned)\", style=dotted];\n  }\n";
}

}  // namespace

void write_dot(const GraphView& view, std::ostream& out) {
    std::vector<char> linked(view.nodes().size(), 0);
    for (const auto& edge : view.edges()) linked[edge.source] = linked[edge.target] = 1;
    out << "digraph \"chancery\" {\n"
           "  graph [charset=\"UTF-8\", rankdir=LR, overlap=false, splines=true, nodesep=0.35, ranksep=0.9, "
           "fontname=\"Helvetica\", bgcolor=\"white\"];\n"
           "  node [style=filled, fontname=\"Helvetica\", fontsize=11, color=\"#444444\"];\n"
           "  edge [fontname=\"Helvetica\", fontsize=9, fontcolor=\"#222222\", arrowsize=0.7];\n";
    for (std::size_t n = 0; n < linked.size(); ++n)
        if (linked[n] != 0) write_node(out, view, view.nodes()[n]);
    for (const auto& edge : view.edges()) write_edge(out, view, edge);
    bool open = false;
    for (std::size_t n = 0; n < linked.size(); ++n) {
        if (linked[n] != 0) continue;
        if (!open)
            out << "  subgraph \"cluster_unlinked\" {\n    label=\"mentioned without a relation\"; fontsize=11; "
                   "color=\"#BBBBBB\"; style=rounded;\n";
        open = true;
        out << "  ";
        write_node(out, view, view.nodes()[n]);
    }
    if (open) out << "  }\n";
    write_legend(out);
    out << "}\n";
}

}  // namespace chancery
