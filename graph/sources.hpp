#pragma once
#include <map>
#include <span>
#include <string>

#include "graph/rows.hpp"
#include "record/facts.hpp"

namespace chancery {

/// Article id to the group of its syndicated copies: the least id of them.
using SourceGroups = std::map<std::string, std::string>;

/// The groups of copies among the articles; those that stand alone have no entry. REQUIRES: ids and sha256 differ.
[[nodiscard]] SourceGroups find_source_groups(std::span<const ArticleFacts* const> articles);

/// Sets weight and sources. Copies of one article say one thing: of a group the article with most evidence counts, and
/// the group is one source.
void count_sources(EdgeRow& edge, const SourceGroups& groups);

}  // namespace chancery
