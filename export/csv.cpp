// Two tables, for spreadsheets, data frames and Gephi's spreadsheet import, which knows the headers Id, Label, Source,
// Target, Type, Kind and Weight.
//
// A byte order mark tells Excel of UTF-8. Text is always in quotes and has no line ends, so that a row is a line. A
// cell that a spreadsheet would take for a formula gets an apostrophe before it. A backslash becomes a set minus, since
// Gephi's reader takes it for an escape.
#include "export/csv.hpp"

#include "export/attributes.hpp"
#include "export/node_ids.hpp"
#include "export/sink.hpp"

namespace chancery {

namespace {

constexpr Escapes cell{{'"', "\"\""}, {'\\', "\xe2\x88\x96"}, {'\n', " "}, {'\t', " "}, {'\r', " "}};

/// The first character that is written of a text makes a spreadsheet calculate; spaces before it do not help.
bool is_formula(std::string_view text) {
    for (const char c : text) {
        if (static_cast<unsigned char>(c) <= 0x20 || c == '\x7f') continue;
        return c == '=' || c == '+' || c == '-' || c == '@';
    }
    return false;
}

void write_cell(Sink& sink, std::string_view value) {
    sink.raw(is_formula(value) ? std::string_view("\"'") : std::string_view("\""));
    sink.text(value, cell);
    sink.raw('"');
}

/// Columns that Gephi's headers carry already.
bool is_own_column(std::string_view name) {
    return name == "label" || name == "weight";
}

class Table {
  public:
    explicit Table(Sink& sink) : sink_(sink) {}

    template <std::size_t N>
    void header(std::string_view first, const std::array<Attribute, N>& attributes, std::span<const NodeColumn> more) {
        sink_.raw("\xef\xbb\xbf");
        sink_.raw(first);
        for (const auto& attribute : attributes) {
            if (is_own_column(attribute.name)) continue;
            sink_.raw(',');
            sink_.raw(attribute.name == "kind" ? "relation_kind" : attribute.name);
        }
        for (const auto& column : more) next(column.name);
        sink_.raw('\n');
    }
    void quoted(std::string_view value) { write_cell(sink_, value); }
    /// Cells that are ready.
    void first(std::string_view ready) { sink_.raw(ready); }
    void second(std::string_view ready) {
        sink_.raw(',');
        sink_.raw(ready);
    }
    void next(std::string_view value) {
        sink_.raw(',');
        if (!value.empty()) quoted(value);
    }
    void next(std::uint64_t value) {
        sink_.raw(',');
        sink_.number(value);
    }
    template <typename Row>
    void rest(const GraphView& view, const Row& row) {
        give_attributes(view, row, *this);
        sink_.raw('\n');
    }

    void text(const Attribute& a, std::string_view value) {
        if (!is_own_column(a.name)) next(value);
    }
    void flag(const Attribute&, bool value) { sink_.raw(value ? ",true" : ",false"); }
    void count(const Attribute& a, std::uint32_t value) {
        if (!is_own_column(a.name)) next(value);
    }
    void decimal(const Attribute&, std::uint16_t value) {
        sink_.raw(',');
        sink_.per_mille(value);
    }
    void measure(const NodeColumn& column, double value) {
        sink_.raw(',');
        sink_.value(value, column.whole);
    }
    template <typename Each>
    void list(const Attribute&, Each each) {
        sink_.raw(',');
        bool open = false;
        each([&](std::string_view item) {
            sink_.raw(!open ? is_formula(item) ? "\"'" : "\"" : " | ");
            open = true;
            sink_.text(item, cell);
        });
        if (open) sink_.raw('"');
    }

  private:
    Sink& sink_;
};

NodeIds cells_of_ids(const GraphView& view) {
    return {view, [](Sink& sink, const NodeRow& node) { write_cell(sink, node.id); }};
}

}  // namespace

void write_csv_nodes(const GraphView& view, std::ostream& out) {
    Sink sink(out);
    Table table(sink);
    table.header("Id,Label", node_attributes, view.columns());
    for (const auto& node : view.nodes()) {
        table.quoted(node.id);
        table.next(node.label);
        table.rest(view, node);
    }
}

void write_csv_edges(const GraphView& view, std::ostream& out) {
    Sink whole(out);
    Table(whole).header("Source,Target,Type,Kind,Id,Label,Weight", edge_attributes, {});
    const auto ids = cells_of_ids(view);
    ids.write_edges(whole, view, [&](Sink& sink) {
        return [&view, &ids, table = Table(sink)](const EdgeRow& edge) mutable {
            table.first(ids.of(edge.source));
            table.second(ids.of(edge.target));
            table.next(std::string_view(edge.symmetric ? "Undirected" : "Directed"));
            table.next(edge.relation);
            table.next(edge.id);
            table.next(edge.label);
            table.next(std::uint64_t{edge.weight});
            table.rest(view, edge);
        };
    });
}

}  // namespace chancery
