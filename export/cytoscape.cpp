// Cytoscape's JSON: opened by Cytoscape and given as it is to cytoscape.js. `name` and `interaction` are the columns
// Cytoscape itself uses.
#include "export/cytoscape.hpp"

#include "export/json_attributes.hpp"
#include "export/node_ids.hpp"

namespace chancery {

namespace {

class Cytoscape {
  public:
    Cytoscape(const GraphView& view, std::ostream& out)
        : view_(view), places_(view), sink_(out), json_(sink_), ids_(view, json_text) {}

    void write() {
        sink_.raw(
            "{\"format_version\": \"1.0\", \"generated_by\": \"chancery\", \"target_cytoscapejs_version\": \"~3\",\n"
            "\"data\": {\"name\": \"chancery\", \"shared_name\": \"chancery\"},\n\"elements\": {\n\"nodes\": [");
        rows(view_.nodes(), [&](const NodeRow& node) {
            json_.pair("id", node.id);
            json_.pair("name", node.label);
            give(node);
            if (!places_.known(node)) return;
            json_.close('}');
            json_.key("position");
            json_.open('{');
            json_.value("x", places_.x(node), true);
            json_.value("y", places_.y(node), true);
        });
        sink_.raw("],\n\"edges\": [");
        rows(view_.edges(), [&](const EdgeRow& edge) {
            json_.pair("id", edge.id);
            json_.ready("source", ids_.of(edge.source));
            json_.ready("target", ids_.of(edge.target));
            json_.pair("name", edge.label);
            give(edge);
        });
        sink_.raw("]\n}}\n");
    }

  private:
    template <typename Row>
    void give(const Row& row) {
        JsonAttributes attributes(json_);
        give_attributes(view_, row, attributes);
    }
    template <typename Rows, typename Write>
    void rows(const Rows& all, Write write) {
        bool first = true;
        for (const auto& row : all) {
            sink_.raw(first ? "\n{\"data\": " : ",\n{\"data\": ");
            first = false;
            json_.open('{');
            write(row);
            json_.close('}');
            sink_.raw('}');
        }
    }

    const GraphView& view_;
    Places places_;
    Sink sink_;
    JsonSink json_;
    NodeIds ids_;
};

}  // namespace

void write_cytoscape(const GraphView& view, std::ostream& out) {
    Cytoscape(view, out).write();
}

}  // namespace chancery
