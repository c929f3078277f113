#include "cli/table.hpp"

#include <algorithm>
#include <array>
#include <ostream>
#include <tuple>

#include "export/text.hpp"

namespace chancery {

// One per character that is not a combining mark; good enough for names.
std::size_t columns(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; }));
}

std::string cell(std::string_view text, std::size_t width) {
    std::string buffer, out;
    for (const char c : clean(text, buffer)) out.push_back(c == '\n' || c == '\t' ? ' ' : c);
    while (columns(out) > width && !out.empty()) {
        auto end = out.size() - 1;
        while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xc0U) == 0x80U) --end;
        out.resize(end);
    }
    out.append(width - columns(out), ' ');
    return out;
}

namespace {

void write_entities(const GraphView& view, const TableLook& look, std::ostream& out) {
    constexpr std::array<std::string_view, 6> headings = {"People",    "Officials", "Institutions",
                                                          "Countries", "Places",    "Groups"};
    for (std::size_t t = 0; t < headings.size(); ++t) {
        std::vector<const NodeRow*> nodes;
        for (const auto& node : view.nodes())
            if (static_cast<std::size_t>(node.type) == t) nodes.push_back(&node);
        if (nodes.empty()) continue;
        std::stable_sort(nodes.begin(), nodes.end(),
                         [](const auto* a, const auto* b) { return a->mentions > b->mentions; });
        std::string line;
        for (std::size_t n = 0; n < nodes.size() && n < 12; ++n) line += (n > 0 ? ", " : "") + nodes[n]->label;
        if (nodes.size() > 12) line += ", ...";
        auto text = cell(line, look.width > 24 ? look.width - 22 : 40);
        text.erase(text.find_last_not_of(' ') + 1);
        out << (look.colour ? "\x1b[1m" : "") << cell(headings[t], 13) << (look.colour ? "\x1b[0m" : "")
            << cell(std::to_string(nodes.size()), 5) << text << '\n';
    }
}

void write_edges(const GraphView& view, const TableLook& look, std::ostream& out) {
    std::vector<const EdgeRow*> edges;
    for (const auto& edge : view.edges()) edges.push_back(&edge);
    std::stable_sort(edges.begin(), edges.end(), [](const auto* a, const auto* b) {
        return std::tuple(a->kind != "event", b->weight, b->confidence) <
               std::tuple(b->kind != "event", a->weight, a->confidence);
    });
    if (look.most_edges > 0 && edges.size() > look.most_edges) edges.resize(look.most_edges);
    const std::size_t side = std::clamp<std::size_t>((look.width - 34) / 2, 16, 40);
    for (const auto* edge : edges) {
        const bool claim = edge->status != Status::asserted;
        out << cell(view.source(*edge).label, side) << "  " << (look.colour ? (claim ? "\x1b[33m" : "\x1b[36m") : "")
            << cell(edge->label, 28) << (look.colour ? "\x1b[0m" : "") << "  ";
        auto target = cell(view.target(*edge).label, side);
        if (edge->weight < 2) target.erase(target.find_last_not_of(' ') + 1);
        out << target;
        if (edge->weight > 1) out << " x" << edge->weight;
        out << '\n';
    }
}

}  // namespace

void write_table(const GraphView& view, const TableLook& look, std::ostream& out) {
    write_entities(view, look, out);
    if (!view.edges().empty()) out << '\n';
    write_edges(view, look, out);
    out << '\n'
        << view.articles().size() << " articles, " << view.nodes().size() << " entities, " << view.edges().size()
        << " relations\n";
}

}  // namespace chancery
