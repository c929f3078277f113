#pragma once
#include "export/json_sink.hpp"
#include "graph/view.hpp"

namespace chancery {

/// Rows of node-link JSON that other formats carry, too.
void write_json_article(JsonSink& w, const ArticleRow& article);

/// The members of a node, without the braces around them; without the list of its articles unless asked for.
void write_json_node_members(JsonSink& w, const GraphView& view, const NodeRow& node, bool articles = true);

/// The members of an edge but its evidence, without the braces around them. REQUIRES: its ends are nodes of the view.
void write_json_edge_members(JsonSink& w, const GraphView& view, const EdgeRow& edge);

/// The members of a piece of evidence, without the braces around them.
void write_evidence_members(JsonSink& w, const EvidenceRow& evidence);

/// The list of an edge's evidence.
void write_evidence(JsonSink& w, const EdgeRow& edge);

}  // namespace chancery
