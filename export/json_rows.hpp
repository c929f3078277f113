#pragma once
#include "export/json_sink.hpp"
#include "graph/view.hpp"

namespace chancery {

/// Rows of node-link JSON that other formats carry, too.
void write_json_article(JsonSink& w, const ArticleRow& article);

/// The members of a piece of evidence, without the braces around them.
void write_evidence_members(JsonSink& w, const EvidenceRow& evidence);

/// The list of an edge's evidence.
void write_evidence(JsonSink& w, const EdgeRow& edge);

}  // namespace chancery
