#pragma once
#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <string_view>

#include "graph/view.hpp"

namespace chancery {

/// The attributes that nodes and edges carry in every format: declared once here, in the order of give_attributes().
struct Attribute {
    enum Type : std::uint8_t { text, flag, count, decimal, list };
    std::string_view name;
    Type type;
};

inline constexpr std::array<Attribute, 11> node_attributes = {{{"label", Attribute::text},
                                                               {"type", Attribute::text},
                                                               {"country", Attribute::text},
                                                               {"cameo_actor", Attribute::text},
                                                               {"aliases", Attribute::list},
                                                               {"named", Attribute::flag},
                                                               {"mentions", Attribute::count},
                                                               {"articles", Attribute::count},
                                                               {"article_ids", Attribute::list},
                                                               {"first_seen", Attribute::text},
                                                               {"last_seen", Attribute::text}}};

inline constexpr std::array<Attribute, 18> edge_attributes = {{{"label", Attribute::text},
                                                               {"relation", Attribute::text},
                                                               {"interaction", Attribute::text},
                                                               {"kind", Attribute::text},
                                                               {"status", Attribute::text},
                                                               {"statuses", Attribute::list},
                                                               {"former", Attribute::flag},
                                                               {"symmetric", Attribute::flag},
                                                               {"weight", Attribute::count},
                                                               {"confidence", Attribute::decimal},
                                                               {"first_date", Attribute::text},
                                                               {"last_date", Attribute::text},
                                                               {"sources", Attribute::count},
                                                               {"article_ids", Attribute::list},
                                                               {"quote", Attribute::text},
                                                               {"quote_article", Attribute::text},
                                                               {"cameo", Attribute::text},
                                                               {"plover", Attribute::text}}};

/// Hands every attribute of a node to `out`, empty ones too: out.text(attribute, string_view), flag(, bool),
/// count(, uint32), decimal(, per mille), list(, each) where each(f) calls f(string_view) for every item. Then the
/// columns that were measured: out.measure(column, double).
template <typename Out>
void give_attributes(const GraphView& view, const NodeRow& node, Out& out) {
    const auto items = [](const std::vector<std::string>& values) {
        return [&values](auto&& item) {
            for (const auto& value : values) item(std::string_view(value));
        };
    };
    const auto* a = node_attributes.data();
    out.text(*a++, node.label);
    out.text(*a++, name_of(node.type));
    out.text(*a++, node.country);
    out.text(*a++, node.cameo_actor);
    out.list(*a++, items(node.aliases));
    out.flag(*a++, node.named);
    out.count(*a++, node.mentions);
    out.count(*a++, static_cast<std::uint32_t>(node.articles.size()));
    out.list(*a++, items(node.articles));
    out.text(*a++, node.first_seen);
    out.text(*a, node.last_seen);
    for (std::size_t c = 0; c < node.values.size() && c < view.columns().size(); ++c)
        out.measure(view.columns()[c], node.values[c]);
}

/// Where a layout put the nodes, when there was one: the columns x and y.
class Places {
  public:
    explicit Places(const GraphView& view) : x_(place(view, "x")), y_(place(view, "y")) {}
    [[nodiscard]] bool known(const NodeRow& node) const { return std::max(x_, y_) < node.values.size(); }
    /// REQUIRES: known(node).
    [[nodiscard]] double x(const NodeRow& node) const { return node.values[x_]; }
    [[nodiscard]] double y(const NodeRow& node) const { return node.values[y_]; }

  private:
    static std::size_t place(const GraphView& view, std::string_view name) {
        for (std::size_t c = 0; c < view.columns().size(); ++c)
            if (view.columns()[c].name == name) return c;
        return static_cast<std::size_t>(-1);
    }
    std::size_t x_, y_;
};

/// The same for an edge. `statuses` are items like "asserted 2", `interaction` is the relation again, for Cytoscape.
template <typename Out>
void give_attributes(const GraphView&, const EdgeRow& edge, Out& out) {
    const auto& best = best_evidence(edge);
    const auto* a = edge_attributes.data();
    out.text(*a++, edge.label);
    out.text(*a++, edge.relation);
    out.text(*a++, edge.relation);
    out.text(*a++, edge.kind);
    out.text(*a++, name_of(edge.status));
    out.list(*a++, [&](auto&& item) {
        for (std::size_t s = 0; s < edge.statuses.size(); ++s) {
            if (edge.statuses[s] == 0) continue;
            char words[24];
            const auto name = status_names[s];
            std::memcpy(words, name.data(), name.size());
            words[name.size()] = ' ';
            const auto done = std::to_chars(words + name.size() + 1, words + sizeof words, edge.statuses[s]);
            item(std::string_view(words, static_cast<std::size_t>(done.ptr - words)));
        }
    });
    out.flag(*a++, edge.former);
    out.flag(*a++, edge.symmetric);
    out.count(*a++, edge.weight);
    out.decimal(*a++, edge.confidence);
    out.text(*a++, edge.first_date);
    out.text(*a++, edge.last_date);
    out.count(*a++, edge.sources);
    out.list(*a++, [&](auto&& item) {
        for (std::size_t i = 0; i < edge.evidence.size(); ++i)
            if (i == 0 || edge.evidence[i].article != edge.evidence[i - 1].article)
                item(std::string_view(edge.evidence[i].article));
    });
    out.text(*a++, best.text);
    out.text(*a++, best.article);
    out.text(*a++, edge.cameo);
    out.text(*a, edge.plover);
}

}  // namespace chancery
