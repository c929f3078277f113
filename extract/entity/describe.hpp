#pragma once
#include <string_view>

#include "extract/entity/clusters.hpp"
#include "extract/lexicon/lexicon.hpp"
#include "record/facts.hpp"

namespace chancery {

/// The entity a cluster stands for. A signature that only its own article can tell apart has "?" for an article.
/// Codes of the user's dictionaries are those that hold on `day`, an ISO date or empty.
[[nodiscard]] Entity to_entity(const Lexicon& lexicon, const Cluster& cluster, std::string_view day);

}  // namespace chancery
