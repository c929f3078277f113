#include "serve/json_answers.hpp"

#include <algorithm>
#include <numeric>

#include "export/json_rows.hpp"
#include "serve/json_text.hpp"

namespace chancery {

namespace {

/// One text a line.
template <typename Items, typename Write>
std::string lines_of(const Items& items, Write write) {
    std::ostringstream out;
    Sink sink(out, 16384);
    JsonSink w(sink);
    for (const auto& item : items) {
        write(w, item);
        sink.raw('\n');
    }
    sink.flush();
    return std::move(out).str();
}

template <typename Items, typename Write>
void write_list(JsonSink& w, std::string_view name, const Items& items, Write write) {
    w.key(name);
    w.open('[');
    for (const auto& item : items) {
        w.item();
        write(w, item);
    }
    w.close(']');
}

void write_entity_members(JsonSink& w, const Snapshot& graph, std::uint32_t n, bool articles) {
    const auto& node = graph.rows().nodes[n];
    write_json_node_members(w, graph.view(), node, articles);
    w.number("article_count", node.articles.size());
    w.number("degree", graph.links(n).size());
    w.number("weight", graph.weight(n));
}

void write_hit(JsonSink& w, const Snapshot& graph, const EntityHit& hit, bool match) {
    const auto& node = graph.rows().nodes[hit.node];
    w.open('{');
    write_entity_members(w, graph, hit.node, false);
    if (match) {
        w.pair("match", name_match_names[static_cast<std::size_t>(hit.match)]);
        w.pair("matched_name", hit.name == 0 ? node.label : node.aliases[hit.name - 1]);
    }
    w.close('}');
}

std::string_view direction_of(const EdgeRow& edge, std::uint32_t from) {
    return edge.symmetric ? "both" : edge.source == from ? "out" : "in";
}

/// The best pieces, in the order of best_evidence().
std::vector<const EvidenceRow*> best(const EdgeRow& edge, std::size_t most) {
    std::vector<const EvidenceRow*> pieces;
    for (const auto& piece : edge.evidence) pieces.push_back(&piece);
    std::stable_sort(pieces.begin(), pieces.end(), [](const auto* a, const auto* b) {
        return std::tuple(b->confidence, a->status) < std::tuple(a->confidence, b->status);
    });
    if (pieces.size() > most) pieces.resize(most);
    return pieces;
}

void write_ends(JsonSink& w, const Snapshot& graph, const EdgeRow& edge) {
    w.pair("source_label", graph.view().source(edge).label);
    w.pair("target_label", graph.view().target(edge).label);
    w.number("evidence_count", edge.evidence.size());
}

void write_relation(JsonSink& w, const Snapshot& graph, const EdgeRow& edge, const RelationLook& look) {
    w.open('{');
    write_json_edge_members(w, graph.view(), edge);
    write_ends(w, graph, edge);
    if (look.seen_from) {
        w.pair("direction", direction_of(edge, *look.seen_from));
        w.key("other");
        write_card(w, graph.rows().nodes[edge.source == *look.seen_from ? edge.target : edge.source]);
    }
    write_list(w, "evidence", best(edge, look.evidence), [](JsonSink& out, const EvidenceRow* piece) {
        out.open('{');
        write_evidence_members(out, *piece);
        out.close('}');
    });
    w.close('}');
}

/// How many edges a node has of one relation in one direction.
struct Group {
    std::string_view relation, kind, direction;
    std::uint64_t count = 0, asserted = 0;
};

std::vector<Group> groups_of(const Snapshot& graph, std::uint32_t n) {
    std::vector<Group> groups;
    for (const auto& link : graph.links(n)) {
        const auto& edge = graph.rows().edges[link.edge];
        const auto direction = direction_of(edge, n);
        auto at = std::find_if(groups.begin(), groups.end(), [&](const Group& group) {
            return group.relation == edge.relation && group.direction == direction;
        });
        if (at == groups.end()) at = groups.insert(at, {edge.relation, edge.kind, direction});
        ++at->count;
        if (edge.status == Status::asserted) ++at->asserted;
    }
    std::sort(groups.begin(), groups.end(), [](const Group& a, const Group& b) {
        return std::tie(b.count, a.relation, a.direction) < std::tie(a.count, b.relation, b.direction);
    });
    return groups;
}

}  // namespace

void write_card(JsonSink& w, const NodeRow& node) {
    w.open('{');
    w.pair("id", node.id);
    w.pair("type", name_of(node.type));
    w.pair("label", node.label);
    w.flag("named", node.named);
    w.nullable("country", node.country);
    w.close('}');
}

void write_frame(JsonSink& w, const Snapshot& graph, std::uint64_t total, std::string_view next) {
    w.pair("generation", graph.tag());
    w.number("total", total);
    w.nullable("next", next);
}

void write_facets(JsonSink& w, std::span<const Facet> facets) {
    w.key("facets");
    w.open('{');
    for (const auto& facet : facets) {
        w.key(facet.name);
        w.open('{');
        write_list(w, "values", facet.values, [](JsonSink& out, const auto& value) {
            out.open('{');
            out.pair("value", value.first);
            out.number("count", value.second);
            out.close('}');
        });
        w.flag("more", facet.more);
        w.close('}');
    }
    w.close('}');
}

std::string entities_json(const Snapshot& graph, const EntityPage& page, std::string_view next, bool matches) {
    return written_json([&](JsonSink& w) {
               w.open('{');
               write_frame(w, graph, page.total, next);
               write_facets(w, page.facets);
               write_list(w, "entities", page.hits,
                          [&](JsonSink& out, const EntityHit& hit) { write_hit(out, graph, hit, matches); });
               w.close('}');
           }) +
           "\n";
}

std::string entities_lines(const Snapshot& graph, const EntityPage& page, bool matches) {
    return lines_of(page.hits, [&](JsonSink& w, const EntityHit& hit) { write_hit(w, graph, hit, matches); });
}

std::string entity_json(const Snapshot& graph, std::uint32_t node) {
    return written_json([&](JsonSink& w) {
               w.open('{');
               write_entity_members(w, graph, node, true);
               write_list(w, "relations", groups_of(graph, node), [](JsonSink& out, const Group& group) {
                   out.open('{');
                   out.pair("relation", group.relation);
                   out.pair("kind", group.kind);
                   out.pair("direction", group.direction);
                   out.number("count", group.count);
                   out.number("asserted", group.asserted);
                   out.close('}');
               });
               w.close('}');
           }) +
           "\n";
}

std::string relations_json(const Snapshot& graph, const RelationPage& page, std::string_view next,
                           const RelationLook& look) {
    return written_json([&](JsonSink& w) {
               w.open('{');
               write_frame(w, graph, page.total, next);
               write_facets(w, page.facets);
               write_list(w, "relations", page.edges,
                          [&](JsonSink& out, const EdgeRow& edge) { write_relation(out, graph, edge, look); });
               w.close('}');
           }) +
           "\n";
}

std::string relations_lines(const Snapshot& graph, const RelationPage& page, const RelationLook& look) {
    return lines_of(page.edges, [&](JsonSink& w, const EdgeRow& edge) { write_relation(w, graph, edge, look); });
}

std::string relation_json(const Snapshot& graph, const EdgeRow& edge, std::size_t first, std::size_t most,
                          std::string_view next, std::span<const Passage> passages) {
    std::vector<std::size_t> places(std::min(most, edge.evidence.size() - std::min(first, edge.evidence.size())));
    std::iota(places.begin(), places.end(), first);
    return written_json([&](JsonSink& w) {
               w.open('{');
               write_json_edge_members(w, graph.view(), edge);
               write_ends(w, graph, edge);
               w.nullable("next", next);
               write_list(w, "evidence", places, [&](JsonSink& out, std::size_t place) {
                   out.open('{');
                   write_evidence_members(out, edge.evidence[place]);
                   const auto number = place - first;
                   if (number < passages.size() && !passages[number].text.empty()) {
                       out.key("passage");
                       out.open('{');
                       out.span("where", passages[number].where);
                       out.pair("text", passages[number].text);
                       out.close('}');
                   }
                   out.close('}');
               });
               w.close('}');
           }) +
           "\n";
}

}  // namespace chancery
