#pragma once
#include <span>

#include "graph/rows.hpp"
#include "record/facts.hpp"
#include "record/relation_catalog.hpp"
#include "resolve/resolve.hpp"

namespace chancery {

/// Merges the facts of articles into one graph: one node per resolved id, one edge per (source, relation, target).
/// The same rows come out for every order of `facts`. Articles of the same sha256 must have been joined before.
[[nodiscard]] GraphRows build_graph(std::span<const ArticleFacts> facts, const Resolution& resolution,
                                    const RelationCatalog& catalog, std::map<std::string, std::string> versions);

}  // namespace chancery
