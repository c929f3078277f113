// GEXF 1.3, Gephi's own format. What GraphML cannot say stands here: the relation as the kind of an edge (Gephi merges
// parallel edges of one kind), the time in which it was reported, colours and sizes, lists.
//
// The namespaces are those of 1.2, since networkx finds no graph under the ones of 1.3, and no other reader minds.
// Symmetric edges are directed here and marked by an attribute: readers refuse graphs of both sorts.
#include "export/gexf.hpp"

#include "export/attributes.hpp"
#include "export/look.hpp"
#include "export/node_ids.hpp"
#include "export/openings.hpp"
#include "export/sink.hpp"
#include "export/spells.hpp"

namespace chancery {

namespace {

/// Inside the quotes of a list, inside an XML attribute.
constexpr Escapes list_item{{'&', "&amp;"}, {'<', "&lt;"},  {'>', "&gt;"},  {'"', "\\&quot;"},
                            {'\\', "\\\\"}, {'\t', "&#9;"}, {'\n', "&#10;"}};

/// GEXF has its own place for these.
bool is_native(const Attribute& a) {
    return a.name == "label" || a.name == "weight" || a.name == "interaction";
}

std::string_view type_name(Attribute::Type type) {
    switch (type) {
        case Attribute::text:
            return "string";
        case Attribute::flag:
            return "boolean";
        case Attribute::count:
            return "integer";
        case Attribute::decimal:
            return "double";
        case Attribute::list:
            return "liststring";
    }
    return "string";
}

/// Values as <attvalue> elements; those without value are left out.
class Values {
  public:
    Values(Sink& sink, std::span<const Attribute> attributes)
        : sink_(sink), openings_(attributes, "<attvalue for=\"", "\" value=\"") {}
    void text(const Attribute& a, std::string_view value) {
        if (value.empty() || is_native(a)) return;
        open(a);
        sink_.text(value, xml_attribute);
        sink_.raw("\"/>");
    }
    void flag(const Attribute& a, bool value) {
        open(a);
        sink_.raw(value ? "true\"/>" : "false\"/>");
    }
    void count(const Attribute& a, std::uint32_t value) {
        if (is_native(a)) return;
        open(a);
        sink_.number(value);
        sink_.raw("\"/>");
    }
    void decimal(const Attribute& a, std::uint16_t value) {
        open(a);
        sink_.per_mille(value);
        sink_.raw("\"/>");
    }
    void measure(const NodeColumn& column, double value) {
        open(column.name);
        sink_.value(value, column.whole);
        sink_.raw("\"/>");
    }
    template <typename Each>
    void list(const Attribute& a, Each each) {
        bool any = false;
        each([&](std::string_view item) {
            if (any)
                sink_.raw(", &quot;");
            else {
                open(a);
                sink_.raw("[&quot;");
            }
            any = true;
            sink_.text(item, list_item);
            sink_.raw("&quot;");
        });
        if (any) sink_.raw("]\"/>");
    }

  private:
    void open(const Attribute& a) { sink_.raw(openings_.of(a)); }
    void open(std::string_view name) {
        sink_.raw("<attvalue for=\"");
        sink_.text(name, xml_attribute);
        sink_.raw("\" value=\"");
    }
    Sink& sink_;
    Openings openings_;
};

void tenths(Sink& sink, std::string_view before, std::uint32_t value) {
    sink.raw(before);
    sink.number(value / 10);
    sink.raw('.');
    sink.number(value % 10);
    sink.raw("\"/>");
}

void write_spells(Sink& sink, std::span<const DayRange> all) {
    if (all.empty()) return;
    sink.raw("<spells>");
    for (const auto& days : all) {
        sink.raw("<spell start=\"");
        sink.day(days.first);
        sink.raw("\" end=\"");
        sink.day(days.last);
        sink.raw("\"/>");
    }
    sink.raw("</spells>");
}

class Edges {
  public:
    Edges(const GraphView& view, const Spells& spells, const NodeIds& ids, Sink& sink)
        : view_(view), spells_(spells), ids_(ids), sink_(sink), values_(sink, edge_attributes) {}

    void operator()(const EdgeRow& edge) {
        sink_.attribute("<edge id=\"", edge.id);
        sink_.raw("\" source=\"");
        sink_.raw(ids_.of(edge.source));
        sink_.raw("\" target=\"");
        sink_.raw(ids_.of(edge.target));
        sink_.attribute("\" kind=\"", edge.relation);
        sink_.attribute("\" label=\"", edge.label);
        sink_.raw("\" weight=\"");
        sink_.number(edge.weight);
        sink_.raw("\"><attvalues>");
        give_attributes(view_, edge, values_);
        sink_.raw("</attvalues>");
        spells_.of_edge(edge, days_);
        write_spells(sink_, days_);
        tenths(sink_, "<viz:thickness value=\"", grown(edge.weight, 5, 5, 80));
        sink_.attribute("<viz:shape value=\"", line_style(edge.status));
        sink_.raw("\"/></edge>\n");
    }

  private:
    const GraphView& view_;
    const Spells& spells_;
    const NodeIds& ids_;
    Sink& sink_;
    Values values_;
    std::vector<DayRange> days_;
};

class Gexf {
  public:
    Gexf(const GraphView& view, std::ostream& out)
        : view_(view),
          places_(view),
          spells_(view),
          sink_(out),
          ids_(view, xml_attribute),
          node_(sink_, node_attributes) {}

    void write() {
        sink_.raw(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<gexf xmlns=\"http://www.gexf.net/1.2draft\" xmlns:viz=\"http://www.gexf.net/1.2draft/viz\" "
            "version=\"1.3\">\n<meta><creator>chancery</creator><description>Relations in ");
        sink_.number(view_.articles().size());
        sink_.raw(view_.articles().size() == 1 ? " article" : " articles");
        sink_.raw("</description></meta>\n<graph defaultedgetype=\"directed\"");
        sink_.raw(spells_.any()
                      ? " mode=\"dynamic\" timeformat=\"date\" timerepresentation=\"interval\" timezone=\"UTC\">\n"
                      : " mode=\"static\">\n");
        declare("node", node_attributes, view_.columns());
        declare("edge", edge_attributes, {});
        sink_.raw("<nodes>\n");
        for (std::uint32_t n = 0; n < view_.nodes().size(); ++n) write(n);
        sink_.raw("</nodes>\n<edges>\n");
        ids_.write_edges(sink_, view_, [&](Sink& sink) { return Edges(view_, spells_, ids_, sink); });
        sink_.raw("</edges>\n</graph>\n</gexf>\n");
    }

  private:
    template <std::size_t N>
    void declare(std::string_view of, const std::array<Attribute, N>& attributes, std::span<const NodeColumn> more) {
        sink_.raw("<attributes class=\"");
        sink_.raw(of);
        sink_.raw("\" mode=\"static\">\n");
        for (const auto& a : attributes)
            if (!is_native(a)) declare(a.name, type_name(a.type));
        for (const auto& column : more) declare(column.name, column.whole ? "integer" : "double");
        sink_.raw("</attributes>\n");
    }

    void declare(std::string_view name, std::string_view type) {
        sink_.attribute("<attribute id=\"", name);
        sink_.attribute("\" title=\"", name);
        sink_.attribute("\" type=\"", type);
        sink_.raw("\"/>\n");
    }

    void write(std::uint32_t index) {
        const auto& node = view_.nodes()[index];
        sink_.raw("<node id=\"");
        sink_.raw(ids_.of(index));
        sink_.attribute("\" label=\"", node.label);
        sink_.raw("\"><attvalues>");
        give_attributes(view_, node, node_);
        sink_.raw("</attvalues>");
        if (const auto days = spells_.of_node(index)) write_spells(sink_, {&*days, 1});
        const auto& colour = colour_of(node.type);
        sink_.raw("<viz:color r=\"");
        sink_.number(colour.r);
        sink_.raw("\" g=\"");
        sink_.number(colour.g);
        sink_.raw("\" b=\"");
        sink_.number(colour.b);
        sink_.raw("\"/>");
        if (places_.known(node)) {
            sink_.raw("<viz:position x=\"");
            sink_.value(places_.x(node), true);
            sink_.raw("\" y=\"");
            sink_.value(places_.y(node), true);
            sink_.raw("\"/>");
        }
        tenths(sink_, "<viz:size value=\"", grown(node.mentions, 60, 40, 600));
        sink_.raw("</node>\n");
    }

    const GraphView& view_;
    Places places_;
    Spells spells_;
    Sink sink_;
    NodeIds ids_;
    Values node_;
};

}  // namespace

void write_gexf(const GraphView& view, std::ostream& out) {
    Gexf(view, out).write();
}

}  // namespace chancery
