#pragma once
#include <span>
#include <utility>
#include <vector>

#include "extract/lexicon/words.hpp"
#include "record/mention.hpp"

namespace chancery {

/// A body that a sentence describes and names in one breath: "the DGSE, the French intelligence agency", "Norway's
/// police watchdog, the SPN". First the description, then the name, which gets the country of the description.
using DescribedBody = std::pair<Mention*, Mention*>;
[[nodiscard]] std::vector<DescribedBody> described_bodies(std::vector<Mention>& mentions,
                                                          std::span<const Words> sentences);

}  // namespace chancery
