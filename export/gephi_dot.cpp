// DOT that Gephi's importer reads. It stops at the first `node [...]`, `edge [...]`, `graph [...]` or `subgraph`
// statement, even at a quoted node id of that name, takes graph attributes for nodes, wants spaces around the arrow,
// draws `#rrggbb` colours invisible, and guesses the encoding from the first bytes: hence the comment with a dash.
#include "export/gephi_dot.hpp"

#include <string>
#include <vector>

#include "export/attributes.hpp"
#include "export/node_ids.hpp"
#include "export/sink.hpp"
#include "export/text.hpp"

namespace chancery {

namespace {

constexpr Escapes quoted{{'"', "\\\""}, {'\\', "\\\\"}, {'\n', " "}, {'\t', " "}};

/// Graphviz takes 16,384 bytes between quotes, and every byte of these may be escaped.
constexpr std::size_t longest = 8000;

/// Hue, saturation and value of the colour of a type.
constexpr std::array<std::string_view, 6> colours = {"0.560,0.631,0.914", "0.558,1.000,0.698", "0.114,1.000,0.902",
                                                     "0.455,1.000,0.620", "0.156,0.725,0.941", "0.000,0.000,0.867"};

bool is_keyword(std::string_view id) {
    for (const std::string_view word : {"node", "edge", "graph", "subgraph", "digraph", "strict"})
        if (id == word) return true;
    return false;
}

void write_id(Sink& sink, const NodeRow& node) {
    sink.raw('"');
    sink.text(node.id, quoted);
    sink.raw(is_keyword(node.id) ? "_\"" : "\"");
}

/// Statements, a line each.
class Statements {
  public:
    Statements(const GraphView& view, const NodeIds& ids, Sink& sink) : view_(view), ids_(ids), sink_(sink) {
        for (const auto& a : node_attributes) node_openings_.emplace_back(opening(a));
        for (const auto& a : edge_attributes) edge_openings_.emplace_back(opening(a));
    }

    void operator()(std::uint32_t index) {
        const auto& node = view_.nodes()[index];
        openings_ = &node_openings_;
        first_ = node_attributes.data();
        sink_.raw(ids_.of(index));
        sink_.raw(" [color=\"");
        sink_.raw(colours[static_cast<std::size_t>(node.type)]);
        sink_.raw('"');
        give_attributes(view_, node, *this);
        sink_.raw("];\n");
    }
    void operator()(const EdgeRow& edge) {
        openings_ = &edge_openings_;
        first_ = edge_attributes.data();
        sink_.raw(ids_.of(edge.source));
        sink_.raw(" -> ");
        sink_.raw(ids_.of(edge.target));
        sink_.raw(" [id=\"");
        sink_.text(edge.id, quoted);
        sink_.raw('"');
        give_attributes(view_, edge, *this);
        sink_.raw("];\n");
    }

    void text(const Attribute& a, std::string_view value) {
        if (value.empty()) return;
        open(a);
        if (value.size() > longest)
            sink_.text(shortened(value, longest), quoted);
        else
            sink_.text(value, quoted);
        sink_.raw('"');
    }
    void flag(const Attribute& a, bool value) {
        open(a);
        sink_.raw(value ? "true\"" : "false\"");
    }
    void count(const Attribute& a, std::uint32_t value) {
        open(a);
        sink_.number(value);
        sink_.raw('"');
    }
    void decimal(const Attribute& a, std::uint16_t value) {
        open(a);
        sink_.per_mille(value);
        sink_.raw('"');
    }
    void measure(const NodeColumn& column, double value) {
        sink_.raw(", \"");
        sink_.text(column.name, quoted);
        sink_.raw("\"=\"");
        sink_.value(value, column.whole);
        sink_.raw('"');
    }
    template <typename Each>
    void list(const Attribute& a, Each each) {
        std::size_t size = 0;
        bool any = false;
        each([&](std::string_view item) {
            if ((size += item.size() + 3) > longest) return;
            if (any)
                sink_.raw(" | ");
            else
                open(a);
            any = true;
            sink_.text(item, quoted);
        });
        if (any) sink_.raw('"');
    }

  private:
    static std::string opening(const Attribute& a) { return ", " + std::string(a.name) + "=\""; }
    void open(const Attribute& a) { sink_.raw((*openings_)[static_cast<std::size_t>(&a - first_)]); }

    const GraphView& view_;
    const NodeIds& ids_;
    Sink& sink_;
    std::vector<Piece> node_openings_, edge_openings_;  ///< by attribute
    const std::vector<Piece>* openings_ = nullptr;      ///< those of the statement
    const Attribute* first_ = nullptr;
};

}  // namespace

void write_gephi_dot(const GraphView& view, std::ostream& out) {
    const NodeIds ids(view, write_id);
    const auto statements = [&](Sink& sink) { return Statements(view, ids, sink); };
    Sink whole(out);
    whole.raw("# Chancery \xe2\x80\x93 relations in news, for Gephi\ndigraph chancery {\n");
    auto write = statements(whole);
    for (std::uint32_t n = 0; n < view.nodes().size(); ++n) write(n);
    ids.write_edges(whole, view, statements);
    whole.raw("}\n");
}

}  // namespace chancery
