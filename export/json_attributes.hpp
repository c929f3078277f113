#pragma once
#include "export/attributes.hpp"
#include "export/json_sink.hpp"
#include "export/node_ids.hpp"

namespace chancery {

/// Attributes as members of the open JSON object; those without value are left out.
class JsonAttributes {
  public:
    explicit JsonAttributes(JsonSink& json) : json_(json) {}
    void text(const Attribute& a, std::string_view value) {
        if (!value.empty()) json_.pair(a.name, value);
    }
    void flag(const Attribute& a, bool value) { json_.flag(a.name, value); }
    void count(const Attribute& a, std::uint32_t value) { json_.number(a.name, value); }
    void decimal(const Attribute& a, std::uint16_t value) { json_.per_mille(a.name, value); }
    void measure(const NodeColumn& column, double value) { json_.value(column.name, value, column.whole); }
    template <typename Each>
    void list(const Attribute& a, Each each) {
        bool open = false;
        each([&](std::string_view item) {
            if (!open) {
                json_.key(a.name);
                json_.open('[');
            }
            open = true;
            json_.item();
            json_.text(item);
        });
        if (open) json_.close(']');
    }

  private:
    JsonSink& json_;
};

/// A list of nodes and one of edges, whose openings and closings stand around them in `parts`: before the nodes,
/// between, and behind the edges. `make(sink)` gives what writes a row, for every sink and run of edges anew.
template <typename Make>
void write_json_lists(const GraphView& view, const NodeIds& ids, std::ostream& out,
                      const std::array<std::string_view, 3>& parts, Make make) {
    Sink whole(out);
    whole.raw(parts[0]);
    auto write = make(whole);
    for (const auto& node : view.nodes()) write(node);
    whole.raw(parts[1]);
    ids.write_edges(whole, view, make);
    whole.raw(parts[2]);
}

}  // namespace chancery
