// GraphML that opens everywhere: types string, int, double and boolean only, keys before the graph, nodes before edges,
// unique ids, no default values, nothing empty.
//
// It loses nothing: what has no column of its own (all evidence, identifiers) stands in attributes that hold JSON, and
// versions and articles in processing instructions, since Gephi warns of attributes of the graph.
// export/read_graphml.cpp reads all of it back. tinyxml2 serves there; its printer is too slow for a million edges,
// passes control characters and bad UTF-8, and leaves line ends in attributes as they are.
#include "export/graphml.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "export/attributes.hpp"
#include "export/json_rows.hpp"
#include "export/node_ids.hpp"
#include "export/openings.hpp"
#include "export/sink.hpp"

namespace chancery {

namespace {

/// JSON inside the text of an element.
constexpr Escapes json_in_xml{{'"', "\\\""},  {'\\', "\\\\"}, {'\n', "\\n"}, {'\t', "\\t"},
                              {'&', "&amp;"}, {'<', "&lt;"},  {'>', "&gt;"}};

/// JSON inside a processing instruction: nothing there ends it or looks like an entity.
constexpr Escapes json_in_instruction{{'"', "\\\""},    {'\\', "\\\\"},   {'\n', "\\n"},   {'\t', "\\t"},
                                      {'&', "\\u0026"}, {'<', "\\u003c"}, {'>', "\\u003e"}};

/// An item of a list, before " | " and the next one.
constexpr Escapes list_item{{'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'\\', "\\\\"}, {'|', "\\|"}};

std::string_view type_name(Attribute::Type type) {
    switch (type) {
        case Attribute::flag:
            return "boolean";
        case Attribute::count:
            return "int";
        case Attribute::decimal:
            return "double";
        case Attribute::text:
        case Attribute::list:
            break;
    }
    return "string";
}

/// Text of white space alone, which XML readers would take for layout.
constexpr Escapes layout{{' ', "&#32;"}, {'\t', "&#9;"}, {'\n', "&#10;"}};

bool is_blank(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7f; });
}

bool is_nothing(std::string_view text) {
    return is_blank(text) && text.find_first_of(" \t\r\n") == std::string_view::npos;
}

/// Values as <data> elements; those without value are left out.
class Values {
  public:
    Values(Sink& sink, std::string_view prefix, std::span<const Attribute> attributes)
        : sink_(sink), prefix_(prefix), openings_(attributes, std::string("<data key=\"").append(prefix), "\">") {}
    void text(const Attribute& a, std::string_view value) {
        if (is_nothing(value)) return;
        open(a);
        sink_.text(value, is_blank(value) ? layout : xml_text);
        close();
    }
    void flag(const Attribute& a, bool value) {
        open(a);
        sink_.raw(value ? "true" : "false");
        close();
    }
    void count(const Attribute& a, std::uint32_t value) {
        open(a);
        sink_.number(value);
        close();
    }
    void decimal(const Attribute& a, std::uint16_t value) {
        open(a);
        sink_.per_mille(value);
        close();
    }
    void measure(const NodeColumn& column, double value) {
        open(column.name);
        sink_.value(value, column.whole);
        close();
    }
    template <typename Each>
    void list(const Attribute& a, Each each) {
        bool any = false;
        each([&](std::string_view item) {
            if (any)
                sink_.raw(" | ");
            else
                open(a);
            any = true;
            sink_.text(item, is_blank(item) ? layout : list_item);
        });
        if (any) close();
    }
    void open(const Attribute& a) { sink_.raw(openings_.of(a)); }
    void open(std::string_view name) {
        sink_.raw("<data key=\"");
        sink_.raw(prefix_);
        sink_.text(name, xml_attribute);
        sink_.raw("\">");
    }
    void close() { sink_.raw("</data>"); }

  private:
    Sink& sink_;
    std::string_view prefix_;
    Openings openings_;
};

class Edges {
  public:
    Edges(const GraphView& view, const NodeIds& ids, Sink& sink)
        : view_(view), ids_(ids), sink_(sink), json_(sink, json_in_xml), values_(sink, "e_", edge_attributes) {}

    void operator()(const EdgeRow& edge) {
        sink_.attribute("<edge id=\"", edge.id);
        sink_.raw("\" source=\"");
        sink_.raw(ids_.of(edge.source));
        sink_.raw("\" target=\"");
        sink_.raw(ids_.of(edge.target));
        sink_.attribute("\" label=\"", edge.relation);  // Gephi reads the kind of an edge here
        sink_.raw("\">");
        give_attributes(view_, edge, values_);
        values_.open("evidence");
        write_evidence(json_, edge);
        values_.close();
        sink_.raw("</edge>\n");
    }

  private:
    const GraphView& view_;
    const NodeIds& ids_;
    Sink& sink_;
    JsonSink json_;
    Values values_;
};

class Graphml {
  public:
    Graphml(const GraphView& view, std::ostream& out)
        : view_(view),
          sink_(out),
          json_(sink_, json_in_xml),
          ids_(view, xml_attribute),
          node_(sink_, "n_", node_attributes) {}

    void write() {
        sink_.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        write_origin();
        sink_.raw("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");
        for (const auto& a : node_attributes) declare("node", "n_", a);
        declare("node", "n_", {"ids", Attribute::text});
        for (const auto& column : view_.columns()) declare("node", "n_", column.name, column.whole ? "int" : "double");
        for (const auto& a : edge_attributes) declare("edge", "e_", a);
        declare("edge", "e_", {"evidence", Attribute::text});
        sink_.raw("<graph id=\"G\" edgedefault=\"directed\">\n");
        for (std::uint32_t n = 0; n < view_.nodes().size(); ++n) write(n);
        ids_.write_edges(sink_, view_, [&](Sink& sink) { return Edges(view_, ids_, sink); });
        sink_.raw("</graph>\n</graphml>\n");
    }

  private:
    void declare(std::string_view of, std::string_view prefix, const Attribute& a) {
        declare(of, prefix, a.name, type_name(a.type));
    }
    void declare(std::string_view of, std::string_view prefix, std::string_view name, std::string_view type) {
        sink_.attribute("<key id=\"", prefix);
        sink_.attribute("", name);
        sink_.attribute("\" for=\"", of);
        sink_.attribute("\" attr.name=\"", name);
        sink_.attribute("\" attr.type=\"", type);
        sink_.raw("\"/>\n");
    }

    void write_origin() {
        JsonSink json(sink_, json_in_instruction);
        sink_.raw("<?chancery ");
        json.map(view_.versions());
        sink_.raw("?>\n");
        for (const auto& article : view_.articles()) {
            sink_.raw("<?chancery-article ");
            write_json_article(json, article);
            sink_.raw("?>\n");
        }
    }

    void write(std::uint32_t index) {
        const auto& node = view_.nodes()[index];
        sink_.raw("<node id=\"");
        sink_.raw(ids_.of(index));
        sink_.raw("\">");
        give_attributes(view_, node, node_);
        if (!node.ids.empty()) {
            node_.open("ids");
            json_.map(node.ids);
            node_.close();
        }
        sink_.raw("</node>\n");
    }

    const GraphView& view_;
    Sink sink_;
    JsonSink json_;
    NodeIds ids_;
    Values node_;
};

}  // namespace

void write_graphml(const GraphView& view, std::ostream& out) {
    Graphml(view, out).write();
}

}  // namespace chancery
