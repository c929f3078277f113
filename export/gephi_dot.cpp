// DOT that Gephi's importer reads. It stops at the first `node [...]`, `edge [...]`, `graph [...]` or `subgraph`
// statement, even at a quoted node id of that name, takes graph attributes for nodes, wants spaces around the arrow,
// draws `#rrggbb` colours invisible, and guesses the encoding from the first bytes: hence the comment with a dash.
#include "export/gephi_dot.hpp"

#include "export/attributes.hpp"
#include "export/node_ids.hpp"
#include "export/openings.hpp"
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

/// Attributes of a statement; those without value are left out.
class Values {
  public:
    Values(Sink& sink, std::span<const Attribute> attributes) : sink_(sink), openings_(attributes, ", ", "=\"") {}

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
    void open(const Attribute& a) { sink_.raw(openings_.of(a)); }

    Sink& sink_;
    Openings openings_;
};

class Edges {
  public:
    Edges(const GraphView& view, const NodeIds& ids, Sink& sink)
        : view_(view), ids_(ids), sink_(sink), values_(sink, edge_attributes) {}

    void operator()(const EdgeRow& edge) {
        sink_.raw(ids_.of(edge.source));
        sink_.raw(" -> ");
        sink_.raw(ids_.of(edge.target));
        sink_.raw(" [id=\"");
        sink_.text(edge.id, quoted);
        sink_.raw('"');
        give_attributes(view_, edge, values_);
        sink_.raw("];\n");
    }

  private:
    const GraphView& view_;
    const NodeIds& ids_;
    Sink& sink_;
    Values values_;
};

}  // namespace

void write_gephi_dot(const GraphView& view, std::ostream& out) {
    const NodeIds ids(view, write_id);
    Sink whole(out);
    whole.raw("# Chancery \xe2\x80\x93 relations in news, for Gephi\ndigraph chancery {\n");
    Values values(whole, node_attributes);
    for (std::uint32_t n = 0; n < view.nodes().size(); ++n) {
        const auto& node = view.nodes()[n];
        whole.raw(ids.of(n));
        whole.raw(" [color=\"");
        whole.raw(colours[static_cast<std::size_t>(node.type)]);
        whole.raw('"');
        give_attributes(view, node, values);
        whole.raw("];\n");
    }
    ids.write_edges(whole, view, [&](Sink& sink) { return Edges(view, ids, sink); });
    whole.raw("}\n");
}

}  // namespace chancery
