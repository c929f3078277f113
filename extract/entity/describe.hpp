#pragma once
#include "extract/entity/clusters.hpp"
#include "extract/lexicon/lexicon.hpp"
#include "record/facts.hpp"

namespace chancery {

/// The entity a cluster stands for. A signature that only its own article can tell apart has "?" for an article.
[[nodiscard]] Entity to_entity(const Lexicon& lexicon, const Cluster& cluster);

}  // namespace chancery
