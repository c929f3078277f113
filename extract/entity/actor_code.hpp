#pragma once
#include <string>

#include "extract/entity/clusters.hpp"
#include "extract/lexicon/lexicon.hpp"

namespace chancery {

/// The CAMEO actor code of what a cluster stands for (CAMEO codebook, Schrodt 2012): "RUS", "RUSCOP", "IGO"; empty when
/// neither country nor role is known.
[[nodiscard]] std::string actor_code(const Lexicon& lexicon, const Cluster& cluster);

}  // namespace chancery
