// DOT that Gephi's importer reads. It stops at the first `node [...]`, `edge [...]`, `graph [...]` or `subgraph`
// statement, even at a quoted node id of that name, takes graph attributes for nodes, wants spaces around the arrow,
// draws `#rrggbb` colours invisible, and guesses the encoding from the first bytes: hence the comment with a dash.
#include "export/gephi_dot.hpp"

#include "export/attributes.hpp"
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

class GephiDot {
  public:
    GephiDot(const GraphView& view, std::ostream& out) : view_(view), sink_(out) {}

    void write() {
        sink_.raw("# Chancery \xe2\x80\x93 relations in news, for Gephi\ndigraph chancery {\n");
        for (const auto& node : view_.nodes()) {
            id(node);
            sink_.raw(" [color=\"");
            sink_.raw(colours[static_cast<std::size_t>(node.type)]);
            sink_.raw('"');
            give_attributes(view_, node, *this);
            sink_.raw("];\n");
        }
        for (const auto& edge : view_.edges()) {
            id(view_.source(edge));
            sink_.raw(" -> ");
            id(view_.target(edge));
            sink_.raw(" [id=\"");
            sink_.text(edge.id, quoted);
            sink_.raw('"');
            give_attributes(view_, edge, *this);
            sink_.raw("];\n");
        }
        sink_.raw("}\n");
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
    void open(const Attribute& a) {
        sink_.raw(", ");
        sink_.raw(a.name);
        sink_.raw("=\"");
    }
    void id(const NodeRow& node) {
        sink_.raw('"');
        sink_.text(node.id, quoted);
        sink_.raw(is_keyword(node.id) ? "_\"" : "\"");
    }

    const GraphView& view_;
    Sink sink_;
};

}  // namespace

void write_gephi_dot(const GraphView& view, std::ostream& out) {
    GephiDot(view, out).write();
}

}  // namespace chancery
