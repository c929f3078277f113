// Cytoscape's JSON: opened by Cytoscape and given as it is to cytoscape.js. `name` and `interaction` are the columns
// Cytoscape itself uses.
#include "export/cytoscape.hpp"

#include "export/json_attributes.hpp"
#include "export/node_ids.hpp"

namespace chancery {

namespace {

class Elements {
  public:
    Elements(const GraphView& view, const Places& places, const NodeIds& ids, Sink& sink)
        : view_(view), places_(places), ids_(ids), sink_(sink), json_(sink) {}

    void operator()(const NodeRow& node) {
        open(&node == view_.nodes().data());
        json_.pair("id", node.id);
        json_.pair("name", node.label);
        give(node);
        if (places_.known(node)) {
            json_.close('}');
            json_.key("position");
            json_.open('{');
            json_.value("x", places_.x(node), true);
            json_.value("y", places_.y(node), true);
        }
        close();
    }
    void operator()(const EdgeRow& edge) {
        open(&edge == view_.edges().data());
        json_.pair("id", edge.id);
        json_.ready("source", ids_.of(edge.source));
        json_.ready("target", ids_.of(edge.target));
        json_.pair("name", edge.label);
        give(edge);
        close();
    }

  private:
    void open(bool first) {
        sink_.raw(first ? std::string_view("\n{\"data\": ") : std::string_view(",\n{\"data\": "));
        json_.open('{');
    }
    void close() {
        json_.close('}');
        sink_.raw('}');
    }
    template <typename Row>
    void give(const Row& row) {
        JsonAttributes attributes(json_);
        give_attributes(view_, row, attributes);
    }

    const GraphView& view_;
    const Places& places_;
    const NodeIds& ids_;
    Sink& sink_;
    JsonSink json_;
};

}  // namespace

void write_cytoscape(const GraphView& view, std::ostream& out) {
    const Places places(view);
    const NodeIds ids(view, json_text);
    write_json_lists(
        view, ids, out,
        {"{\"format_version\": \"1.0\", \"generated_by\": \"chancery\", \"target_cytoscapejs_version\": \"~3\",\n"
         "\"data\": {\"name\": \"chancery\", \"shared_name\": \"chancery\"},\n\"elements\": {\n\"nodes\": [",
         "],\n\"edges\": [", "]\n}}\n"},
        [&](Sink& sink) { return Elements(view, places, ids, sink); });
}

}  // namespace chancery
