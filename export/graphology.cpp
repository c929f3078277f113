// Graphology's JSON, for graphology, sigma and Gephi Lite in JavaScript: a directed multigraph whose symmetric edges
// are marked undirected, which its reader takes as a mixed graph. Colours and sizes are what sigma draws.
#include "export/graphology.hpp"

#include "export/json_attributes.hpp"
#include "export/look.hpp"
#include "export/node_ids.hpp"

namespace chancery {

namespace {

class Elements {
  public:
    Elements(const GraphView& view, const NodeIds& ids, Sink& sink)
        : view_(view), ids_(ids), sink_(sink), json_(sink) {}

    void operator()(const NodeRow& node) {
        open(&node == view_.nodes().data());
        json_.pair("key", node.id);
        give(node);
        json_.pair("color", colour_of(node.type).hex);
        close(grown(node.mentions, 30, 20, 300));
    }
    void operator()(const EdgeRow& edge) {
        open(&edge == view_.edges().data());
        json_.pair("key", edge.id);
        json_.ready("source", ids_.of(edge.source));
        json_.ready("target", ids_.of(edge.target));
        if (edge.symmetric) json_.flag("undirected", true);
        give(edge);
        close(grown(edge.weight, 5, 5, 80));
    }

  private:
    void open(bool first) {
        sink_.raw(first ? std::string_view("\n") : std::string_view(",\n"));
        json_.open('{');
    }
    template <typename Row>
    void give(const Row& row) {
        json_.key("attributes");
        json_.open('{');
        JsonAttributes attributes(json_);
        give_attributes(view_, row, attributes);
    }
    /// Sizes have one decimal.
    void close(std::uint32_t tenths) {
        json_.number("size", tenths / 10);
        sink_.raw('.');
        sink_.number(tenths % 10);
        json_.close('}');
        json_.close('}');
    }

    const GraphView& view_;
    const NodeIds& ids_;
    Sink& sink_;
    JsonSink json_;
};

}  // namespace

void write_graphology(const GraphView& view, std::ostream& out) {
    const NodeIds ids(view, json_text);
    write_json_lists(view, ids, out,
                     {"{\"attributes\": {\"name\": \"chancery\"},\n\"options\": {\"type\": \"mixed\", \"multi\": true, "
                      "\"allowSelfLoops\": true},\n\"nodes\": [",
                      "],\n\"edges\": [", "]}\n"},
                     [&](Sink& sink) { return Elements(view, ids, sink); });
}

}  // namespace chancery
