// GraphML that opens everywhere: types string, int, double and boolean only, keys before the graph, nodes before edges,
// one graph attribute, unique ids, no default values, nothing empty. XML comes from tinyxml2's printer with a sink of
// our own, since its DOM would hold the file ten times over.
#include "export/graphml.hpp"

#include <tinyxml2.h>
#include <array>
#include <ostream>
#include <set>

#include "export/text.hpp"

namespace chancery {

namespace {

/// tinyxml2's printer writing to a stream through a buffer.
class Sink : public tinyxml2::XMLPrinter {
  public:
    explicit Sink(std::ostream& out) : XMLPrinter(nullptr, true), out_(out) { buffer_.reserve(limit); }
    ~Sink() override { flush(); }
    Sink(const Sink&) = delete;
    Sink& operator=(const Sink&) = delete;

    void flush() {
        out_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
        buffer_.clear();
    }
    void line_end() { put("\n"); }

    /// <data key="KEY">VALUE</data>, nothing for an empty value. The element around it must be open.
    void data(std::string_view key, std::string_view value) {
        if (value.empty()) return;
        SealElementIfJustOpened();
        put("<data key=\"");
        put(key);
        put("\">");
        for (const char c : clean(value, scratch_)) {
            switch (c) {
                case '&':
                    put("&amp;");
                    break;
                case '<':
                    put("&lt;");
                    break;
                case '>':
                    put("&gt;");
                    break;
                default:
                    Putc(c);
            }
        }
        put("</data>");
    }
    void data(std::string_view key, std::uint64_t value) { data(key, std::to_string(value)); }
    void data(std::string_view key, bool value) { data(key, std::string_view(value ? "true" : "false")); }

  protected:
    void Write(const char* bytes, size_t size) override { put({bytes, size}); }
    void Putc(char c) override {
        buffer_.push_back(c);
        if (buffer_.size() >= limit) flush();
    }
    void Print(const char* format, ...) override {
        static_cast<void>(format);
    }  // only number overloads of tinyxml2 use it; ours go through to_string

  private:
    static constexpr std::size_t limit = std::size_t{256} * 1024;
    void put(std::string_view bytes) {
        buffer_.append(bytes);
        if (buffer_.size() >= limit) flush();
    }
    std::ostream& out_;
    std::string buffer_, scratch_;
};

struct Key {
    const char *id, *target, *name, *type;
};

constexpr std::array<Key, 27> keys = {{{"g_title", "graph", "title", "string"},
                                       {"n_label", "node", "label", "string"},
                                       {"n_type", "node", "type", "string"},
                                       {"n_country", "node", "country", "string"},
                                       {"n_aliases", "node", "aliases", "string"},
                                       {"n_named", "node", "named", "boolean"},
                                       {"n_mentions", "node", "mentions", "int"},
                                       {"n_articles", "node", "articles", "int"},
                                       {"n_first_seen", "node", "first_seen", "string"},
                                       {"n_last_seen", "node", "last_seen", "string"},
                                       {"e_label", "edge", "label", "string"},
                                       {"e_relation", "edge", "relation", "string"},
                                       {"e_interaction", "edge", "interaction", "string"},
                                       {"e_kind", "edge", "kind", "string"},
                                       {"e_status", "edge", "status", "string"},
                                       {"e_statuses", "edge", "statuses", "string"},
                                       {"e_former", "edge", "former", "boolean"},
                                       {"e_symmetric", "edge", "symmetric", "boolean"},
                                       {"e_weight", "edge", "weight", "double"},
                                       {"e_confidence", "edge", "confidence", "double"},
                                       {"e_first_date", "edge", "first_date", "string"},
                                       {"e_last_date", "edge", "last_date", "string"},
                                       {"e_sources", "edge", "sources", "int"},
                                       {"e_quote", "edge", "quote", "string"},
                                       {"e_quote_article", "edge", "quote_article", "string"},
                                       {"e_cameo", "edge", "cameo", "string"},
                                       {"e_plover", "edge", "plover", "string"}}};

std::string joined(const std::vector<std::string>& values) {
    std::string out;
    for (const auto& value : values) out.append(out.empty() ? "" : " | ").append(value);
    return out;
}

std::string counted(const EdgeRow& edge) {
    std::string out;
    for (std::size_t s = 0; s < edge.statuses.size(); ++s)
        if (edge.statuses[s] > 0)
            out.append(out.empty() ? "" : " | ")
                .append(status_names[s])
                .append(" ")
                .append(std::to_string(edge.statuses[s]));
    return out;
}

void write_column_keys(Sink& sink, const GraphView& view) {
    for (const auto& column : view.columns()) {
        sink.OpenElement("key", true);
        sink.PushAttribute("id", ("n_" + column.name).c_str());
        sink.PushAttribute("for", "node");
        sink.PushAttribute("attr.name", column.name.c_str());
        sink.PushAttribute("attr.type", column.whole ? "int" : "double");
        sink.CloseElement(true);
        sink.line_end();
    }
}

void write_keys(Sink& sink) {
    for (const auto& key : keys) {
        sink.OpenElement("key", true);
        sink.PushAttribute("id", key.id);
        sink.PushAttribute("for", key.target);
        sink.PushAttribute("attr.name", key.name);
        sink.PushAttribute("attr.type", key.type);
        sink.CloseElement(true);
        sink.line_end();
    }
}

void write_node(Sink& sink, const GraphView& view, const NodeRow& node) {
    sink.OpenElement("node", true);
    sink.PushAttribute("id", node.id.c_str());
    sink.data("n_label", node.label);
    sink.data("n_type", name_of(node.type));
    sink.data("n_country", node.country);
    sink.data("n_aliases", joined(node.aliases));
    sink.data("n_named", node.named);
    sink.data("n_mentions", std::uint64_t{node.mentions});
    sink.data("n_articles", std::uint64_t{node.articles.size()});
    sink.data("n_first_seen", node.first_seen);
    sink.data("n_last_seen", node.last_seen);
    for (std::size_t c = 0; c < node.values.size() && c < view.columns().size(); ++c)
        sink.data("n_" + view.columns()[c].name, number(node.values[c], view.columns()[c].whole));
    sink.CloseElement(true);
    sink.line_end();
}

void write_edge(Sink& sink, const GraphView& view, const EdgeRow& edge) {
    sink.OpenElement("edge", true);
    sink.PushAttribute("id", edge.id.c_str());
    sink.PushAttribute("source", view.source(edge).id.c_str());
    sink.PushAttribute("target", view.target(edge).id.c_str());
    sink.PushAttribute("label", edge.relation.c_str());  // Gephi reads the kind of an edge here
    sink.data("e_label", edge.label);
    sink.data("e_relation", edge.relation);
    sink.data("e_interaction", edge.relation);
    sink.data("e_kind", edge.kind);
    sink.data("e_status", name_of(edge.status));
    sink.data("e_statuses", counted(edge));
    sink.data("e_former", edge.former);
    sink.data("e_symmetric", edge.symmetric);
    sink.data("e_weight", std::uint64_t{edge.weight});
    sink.data("e_confidence", decimal(edge.confidence));
    sink.data("e_first_date", edge.first_date);
    sink.data("e_last_date", edge.last_date);
    sink.data("e_sources", std::uint64_t{edge.sources});
    const auto& best = best_evidence(edge);
    sink.data("e_quote", best.text);
    sink.data("e_quote_article", best.article);
    sink.data("e_cameo", edge.cameo);
    sink.data("e_plover", edge.plover);
    sink.CloseElement(true);
    sink.line_end();
}

}  // namespace

void write_graphml(const GraphView& view, std::ostream& out) {
    Sink sink(out);
    sink.PushDeclaration("xml version=\"1.0\" encoding=\"UTF-8\"");
    sink.line_end();
    sink.OpenElement("graphml", true);
    sink.PushAttribute("xmlns", "http://graphml.graphdrawing.org/xmlns");
    sink.PushText("\n");
    write_keys(sink);
    write_column_keys(sink, view);
    sink.OpenElement("graph", true);
    sink.PushAttribute("id", "G");
    sink.PushAttribute("edgedefault", "directed");
    sink.data("g_title", "Relations in " + std::to_string(view.articles().size()) +
                             (view.articles().size() == 1 ? " article" : " articles"));
    sink.line_end();
    for (const auto& node : view.nodes()) write_node(sink, view, node);
    for (const auto& edge : view.edges()) write_edge(sink, view, edge);
    sink.CloseElement(true);
    sink.line_end();
    sink.CloseElement(true);
    sink.line_end();
}

}  // namespace chancery
