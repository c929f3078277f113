#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "graph/rows.hpp"
#include "serve/json_answers.hpp"

namespace chancery {

/// The paragraph of the article around a sentence, with the one before and behind it. Empty when `text_of` has no text,
/// or one that does not hold the sentence where the evidence says.
[[nodiscard]] Passage passage_of(const std::function<std::optional<std::string>(std::string_view)>& text_of,
                                 const EvidenceRow& evidence);

}  // namespace chancery
