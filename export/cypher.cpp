// A script for Neo4j and whatever speaks its Cypher. Constraints come first, then batches of rows, each one statement
// with MERGE by id, so that running the script again, or that of a later graph, updates what is there.
//
// In text a backslash is doubled, and a `u` behind one is written as its code: Neo4j replaces \uXXXX before it looks
// for strings, and what an article says must not end one.
#include "export/cypher.hpp"

#include <map>

#include "export/attributes.hpp"
#include "export/neo4j.hpp"
#include "export/sink.hpp"
#include "export/text.hpp"

namespace chancery {

namespace {

constexpr std::size_t batch = 200;
constexpr Escapes quoted{{'\'', "\\'"}, {'\n', "\\n"}, {'\t', "\\t"}};

/// Rows of literals: {id: 'x', weight: 2, ...}.
class Rows {
  public:
    explicit Rows(std::ostream& out) : sink_(out) {}

    void raw(std::string_view bytes) { sink_.raw(bytes); }
    void string(std::string_view text) {
        auto value = clean(text, buffer_);  // first, so that nothing dropped later brings a backslash and a u together
        sink_.raw('\'');
        for (auto slash = value.find('\\'); slash != std::string_view::npos; slash = value.find('\\')) {
            sink_.text(value.substr(0, slash), quoted);
            sink_.raw("\\\\");
            value.remove_prefix(slash + 1);
            if (!value.starts_with('u')) continue;
            sink_.raw("\\u0075");
            value.remove_prefix(1);
        }
        sink_.text(value, quoted);
        sink_.raw('\'');
    }
    void key(std::string_view name) {
        sink_.raw(", ");
        sink_.raw(name);
        sink_.raw(": ");
    }

    void text(const Attribute& a, std::string_view value) {
        if (value.empty()) return;
        key(a.name);
        string(value);
    }
    void flag(const Attribute& a, bool value) {
        key(a.name);
        sink_.raw(value ? "true" : "false");
    }
    void count(const Attribute& a, std::uint32_t value) {
        key(a.name);
        sink_.number(value);
    }
    void decimal(const Attribute& a, std::uint16_t value) {
        key(a.name);
        sink_.per_mille(value);
        if (value % 1000 == 0) sink_.raw(".0");
    }
    void measure(const NodeColumn& column, double value) {
        key(column.name);
        if (column.whole)
            sink_.value(value, true);
        else {
            sink_.raw("toFloat(");
            sink_.value(value, false);
            sink_.raw(')');
        }
    }
    template <typename Each>
    void list(const Attribute& a, Each each) {
        bool open = false;
        each([&](std::string_view value) {
            if (!open) key(a.name);
            sink_.raw(open ? ", " : "[");
            open = true;
            string(value);
        });
        if (open) sink_.raw(']');
    }

  private:
    Sink sink_;
    std::string buffer_;
};

/// One statement for each `batch` of `rows`: UNWIND [row, ...] AS row, then `rest`.
template <typename Item, typename Write>
void statements(Rows& out, const std::vector<const Item*>& rows, std::string_view rest, Write write) {
    for (std::size_t begin = 0; begin < rows.size(); begin += batch) {
        out.raw("UNWIND [");
        for (auto i = begin; i < rows.size() && i < begin + batch; ++i) {
            out.raw(i == begin ? "\n  {" : ",\n  {");
            write(*rows[i]);
            out.raw("}");
        }
        out.raw("\n] AS row\n");
        out.raw(rest);
        out.raw(";\n");
    }
}

void write_articles(Rows& out, const GraphView& view) {
    std::vector<const ArticleRow*> rows;
    for (const auto& article : view.articles()) rows.push_back(&article);
    statements(out, rows, "MERGE (a:Article {id: row.id})\nSET a = row", [&](const ArticleRow& article) {
        const auto text = [&](std::string_view name, std::string_view value) {
            if (!value.empty()) out.text({name, Attribute::text}, value);
        };
        out.raw("id: ");
        out.string(article.id);
        text("sha256", article.sha256);
        text("title", article.title);
        text("published", article.published);
        text("source", article.source);
        text("language", article.language);
        text("syndicated", article.syndicated);
        out.count({"words", Attribute::count}, article.words);
        out.list({"urls", Attribute::list}, [&](auto&& item) {
            for (const auto& url : article.urls) item(std::string_view(url));
        });
    });
}

void write_nodes(Rows& out, const GraphView& view) {
    constexpr std::array<std::string_view, 6> labels = {"SET n:Person REMOVE n:Official",
                                                        "SET n:Person:Official",
                                                        "SET n:Institution",
                                                        "SET n:Country",
                                                        "SET n:Place",
                                                        "SET n:Group"};
    std::array<std::vector<const NodeRow*>, 6> by_type;
    for (const auto& node : view.nodes()) by_type[static_cast<std::size_t>(node.type)].push_back(&node);
    for (std::size_t t = 0; t < by_type.size(); ++t)
        statements(out, by_type[t], "MERGE (n:Entity {id: row.id})\nSET n = row\n" + std::string(labels[t]),
                   [&](const NodeRow& node) {
                       out.raw("id: ");
                       out.string(node.id);
                       give_attributes(view, node, out);
                   });
    std::vector<const NodeRow*> mentioned;
    for (const auto& node : view.nodes())
        if (!node.articles.empty()) mentioned.push_back(&node);
    statements(out, mentioned,
               "MATCH (n:Entity {id: row.id})\nUNWIND row.articles AS article\nMATCH (a:Article {id: article})\nMERGE "
               "(a)-[:MENTIONS]->(n)",
               [&](const NodeRow& node) {
                   out.raw("id: ");
                   out.string(node.id);
                   out.list({"articles", Attribute::list}, [&](auto&& item) {
                       for (const auto& article : node.articles) item(std::string_view(article));
                   });
               });
}

void write_edges(Rows& out, const GraphView& view) {
    std::map<std::string, std::vector<const EdgeRow*>> by_type;
    for (const auto& edge : view.edges()) by_type[relationship_type(edge)].push_back(&edge);
    for (const auto& [type, rows] : by_type) {
        std::string rest =
            "MATCH (s:Entity {id: row.s}) MATCH (t:Entity {id: row.t})\n"
            "OPTIONAL MATCH (s)-[old {id: row.edge.id}]->(t) WHERE type(old) <> '";
        rest.append(type).append("'\nDELETE old\nMERGE (s)-[r:").append(type);
        rest.append(" {id: row.edge.id}]->(t)\nSET r = row.edge");
        statements(out, rows, rest, [&](const EdgeRow& edge) {
            out.raw("s: ");
            out.string(view.source(edge).id);
            out.raw(", t: ");
            out.string(view.target(edge).id);
            out.raw(", edge: {id: ");
            out.string(edge.id);
            give_attributes(view, edge, out);
            out.raw("}");
        });
    }
}

}  // namespace

void write_cypher(const GraphView& view, std::ostream& out) {
    Rows rows(out);
    rows.raw(
        "CREATE CONSTRAINT chancery_entity IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;\n"
        "CREATE CONSTRAINT chancery_article IF NOT EXISTS FOR (a:Article) REQUIRE a.id IS UNIQUE;\n");
    write_articles(rows, view);
    write_nodes(rows, view);
    write_edges(rows, view);
}

}  // namespace chancery
