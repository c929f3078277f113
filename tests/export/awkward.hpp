#pragma once
#include "graph/rows.hpp"

namespace chancery {

/// Everything that has broken a reader: ids that are keywords, control characters, quotes, backslashes, 16 KB strings,
/// emoji, Arabic, a thousand parallel relations.
inline GraphRows awkward_graph() {
    GraphRows rows;
    rows.versions = {{"version", "test"}};
    rows.articles.push_back({"a", "00", "Title <&> \"x\"", "2031-03-04", "", "en", {"a"}, {}, 3});
    std::string controls;
    for (char c = 1; c < 32; ++c) controls.push_back(c);
    const std::string labels[] = {"plain",
                                  controls + "\x7f end",
                                  "quote \" back\\slash \\",
                                  "]]> <b>&amp; &eacute; 'x'",
                                  "\xf0\x9f\x98\x80 \xd8\xa7\xd9\x84\xd8\xb9\xd8\xb1\xd8\xa8\xd9\x8a\xd8\xa9 \xd7\xa9",
                                  std::string(20000, 'x'),
                                  "bad \xff\xc3 utf8 \xef\xbf\xbe"};
    const char* ids[] = {"country_AA", "edge", "graph", "group_a_x", "node", "person_subgraph", "strict"};
    for (int i = 0; i < 7; ++i) {
        NodeRow node;
        node.id = ids[i];
        node.type = static_cast<EntityType>(i % 6);
        node.label = labels[i];
        node.aliases = {"one", "two | three"};
        node.articles = {"a"};
        node.mentions = 1;
        rows.nodes.push_back(node);
    }
    const auto edge = [&](std::uint32_t s, std::uint32_t t, const std::string& relation, Status status) {
        EdgeRow row;
        row.id = "e_" + relation + std::to_string(s) + std::to_string(t);
        row.source = s;
        row.target = t;
        row.relation = row.label = relation;
        row.kind = "event";
        row.status = status;
        row.statuses[static_cast<std::size_t>(status)] = 1;
        row.weight = row.sources = 1;
        row.confidence = 505;
        row.first_date = row.last_date = "2031-03-04";
        row.evidence.push_back(
            {"a", {0, 5}, labels[t % 7], {0, 1}, {1, 2}, {2, 3}, status, "", "", "", "", relation, "active", 505});
        rows.edges.push_back(row);
    };
    for (int r = 0; r < 1000; ++r) edge(0, 1, "r" + std::to_string(1000 + r), static_cast<Status>(r % 4));
    for (std::uint32_t n = 1; n < 6; ++n) edge(n, n + 1, "linked", Status::asserted);
    auto& dated = rows.edges.back();
    for (const auto* date : {"", "2030-11", "2030-12-01/2030-12-05", "2029", "2030-11-30"}) {
        dated.evidence.push_back(dated.evidence.front());
        dated.evidence.back().date = date;
        dated.evidence.back().sentence.begin = static_cast<std::uint32_t>(dated.evidence.size());
    }
    dated.statuses[0] = dated.weight = 6;
    dated.first_date = "2029";
    return rows;
}

inline GraphRows one_node() {
    GraphRows rows;
    NodeRow node;
    node.id = node.label = "only";
    rows.nodes.push_back(node);
    return rows;
}

}  // namespace chancery
