// The pair of tables of `neo4j-admin database import`, whose headers carry the types.
//
// A row is a line: line ends inside text become spaces. Text is always in quotes, a missing value is an empty cell. The
// importer has no escape inside lists, so a semicolon in an item becomes a comma.
#include "export/neo4j.hpp"

#include "export/attributes.hpp"
#include "export/node_ids.hpp"
#include "export/sink.hpp"

namespace chancery {

namespace {

constexpr Escapes cell{{'"', "\"\""}, {'\n', " "}, {'\t', " "}, {'\r', " "}};
constexpr Escapes item{{'"', "\"\""}, {'\n', " "}, {'\t', " "}, {'\r', " "}, {';', ","}};

std::string_view labels(EntityType type) {
    constexpr std::array<std::string_view, 6> names = {"Entity;Person",  "Entity;Person;Official", "Entity;Institution",
                                                       "Entity;Country", "Entity;Place",           "Entity;Group"};
    return names[static_cast<std::size_t>(type)];
}

std::string_view suffix(Attribute::Type type) {
    switch (type) {
        case Attribute::text:
            return "";
        case Attribute::flag:
            return ":boolean";
        case Attribute::count:
            return ":long";
        case Attribute::decimal:
            return ":double";
        case Attribute::list:
            return ":string[]";
    }
    return "";
}

void write_cell(Sink& sink, std::string_view value) {
    sink.raw('"');
    sink.text(value, cell);
    sink.raw('"');
}

class Table {
  public:
    explicit Table(Sink& sink) : sink_(sink) {}

    template <std::size_t N>
    void header(std::string_view first, const std::array<Attribute, N>& attributes, std::span<const NodeColumn> more,
                std::string_view last) {
        sink_.raw(first);
        for (const auto& attribute : attributes) {
            sink_.raw(',');
            sink_.raw(attribute.name);
            sink_.raw(suffix(attribute.type));
        }
        for (const auto& column : more) {
            sink_.raw(',');
            sink_.raw(column.name);
            sink_.raw(column.whole ? ":long" : ":double");
        }
        sink_.raw(last);
        sink_.raw('\n');
    }
    void quoted(std::string_view value) { write_cell(sink_, value); }
    void raw(std::string_view bytes) { sink_.raw(bytes); }

    void text(const Attribute&, std::string_view value) {
        sink_.raw(',');
        if (!value.empty()) quoted(value);
    }
    void flag(const Attribute&, bool value) { sink_.raw(value ? ",true" : ",false"); }
    void count(const Attribute&, std::uint32_t value) {
        sink_.raw(',');
        sink_.number(value);
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
        each([&](std::string_view value) {
            sink_.raw(open ? ';' : '"');
            open = true;
            sink_.text(value, item);
        });
        if (open) sink_.raw('"');
    }

  private:
    Sink& sink_;
};

}  // namespace

std::string relationship_type(const EdgeRow& edge) {
    std::string type;
    for (const char c : edge.relation) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        type.push_back(!letter ? '_' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c);
    }
    if (type.empty() || (type[0] >= '0' && type[0] <= '9')) type.insert(0, "R_");
    const bool denied_too = edge.statuses[static_cast<std::size_t>(Status::denied)] > 0;
    if (edge.status == Status::denied) return type + "_DENIED";
    if (edge.status == Status::planned) return type + "_PLANNED";
    if (denied_too) return type + "_DISPUTED";
    return edge.status == Status::alleged ? type + "_ALLEGED" : type;
}

void write_neo4j_nodes(const GraphView& view, std::ostream& out) {
    Sink sink(out);
    Table table(sink);
    table.header("id:ID", node_attributes, view.columns(), ",:LABEL");
    for (const auto& node : view.nodes()) {
        table.quoted(node.id);
        give_attributes(view, node, table);
        for (auto c = node.values.size(); c < view.columns().size(); ++c) table.raw(",");
        table.raw(",");
        table.raw(labels(node.type));
        table.raw("\n");
    }
}

void write_neo4j_relationships(const GraphView& view, std::ostream& out) {
    Sink whole(out);
    Table(whole).header(":START_ID,:END_ID,:TYPE,id", edge_attributes, {}, "");
    const NodeIds ids(view, [](Sink& sink, const NodeRow& node) { write_cell(sink, node.id); });
    ids.write_edges(whole, view, [&](Sink& sink) {
        return [&view, &ids, table = Table(sink)](const EdgeRow& edge) mutable {
            table.raw(ids.of(edge.source));
            table.raw(",");
            table.raw(ids.of(edge.target));
            table.raw("," + relationship_type(edge) + ",");
            table.quoted(edge.id);
            give_attributes(view, edge, table);
            table.raw("\n");
        };
    });
}

}  // namespace chancery
