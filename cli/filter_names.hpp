#pragma once
#include <set>
#include <span>
#include <string>

#include "graph/filter.hpp"
#include "record/relation_catalog.hpp"

namespace chancery {

/// The relations and kinds that a filter names must be known: to the catalogue, or to the edges of a graph that other
/// rules made. Throws UsageError "--relation: ..." with the nearest known name.
void check_relations(const GraphFilter& filter, const RelationCatalog& catalog, std::span<const EdgeRow> edges = {});

/// So must the news sources, to the articles that were read. Throws UsageError "--source: ...".
void check_sources(const GraphFilter& filter, const std::set<std::string>& sources);

}  // namespace chancery
