// Graphology's JSON, for graphology, sigma and Gephi Lite in JavaScript: a directed multigraph whose symmetric edges
// are marked undirected, which its reader takes as a mixed graph. Colours and sizes are what sigma draws.
#include "export/graphology.hpp"

#include "export/json_attributes.hpp"
#include "export/look.hpp"
#include "export/node_ids.hpp"

namespace chancery {

namespace {

class Graphology {
  public:
    Graphology(const GraphView& view, std::ostream& out)
        : view_(view), sink_(out), json_(sink_), ids_(view, json_text) {}

    void write() {
        sink_.raw(
            "{\"attributes\": {\"name\": \"chancery\"},\n\"options\": {\"type\": \"mixed\", \"multi\": true, "
            "\"allowSelfLoops\": true},\n\"nodes\": [");
        rows(view_.nodes(), [&](const NodeRow& node) { write(node); });
        sink_.raw("],\n\"edges\": [");
        rows(view_.edges(), [&](const EdgeRow& edge) { write(edge); });
        sink_.raw("]}\n");
    }

  private:
    void write(const NodeRow& node) {
        json_.pair("key", node.id);
        json_.key("attributes");
        json_.open('{');
        JsonAttributes attributes(json_);
        give_attributes(view_, node, attributes);
        json_.pair("color", colour_of(node.type).hex);
        tenths("size", grown(node.mentions, 30, 20, 300));
        json_.close('}');
    }
    void write(const EdgeRow& edge) {
        json_.pair("key", edge.id);
        json_.ready("source", ids_.of(edge.source));
        json_.ready("target", ids_.of(edge.target));
        if (edge.symmetric) json_.flag("undirected", true);
        json_.key("attributes");
        json_.open('{');
        JsonAttributes attributes(json_);
        give_attributes(view_, edge, attributes);
        tenths("size", grown(edge.weight, 5, 5, 80));
        json_.close('}');
    }
    void tenths(std::string_view name, std::uint32_t value) {
        json_.number(name, value / 10);
        sink_.raw('.');
        sink_.number(value % 10);
    }
    template <typename Rows, typename Write>
    void rows(const Rows& all, Write write) {
        bool first = true;
        for (const auto& row : all) {
            sink_.raw(first ? "\n" : ",\n");
            first = false;
            json_.open('{');
            write(row);
            json_.close('}');
        }
    }

    const GraphView& view_;
    Sink sink_;
    JsonSink json_;
    NodeIds ids_;
};

}  // namespace

void write_graphology(const GraphView& view, std::ostream& out) {
    Graphology(view, out).write();
}

}  // namespace chancery
