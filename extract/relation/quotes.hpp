#pragma once
#include <vector>

#include "extract/relation/relations.hpp"

namespace chancery {

/// Marks the words of an article's sentences that stand inside quotation marks, and whose words they are: the subject
/// of the verb of saying beside them, or whoever spoke before in an uninterrupted quote.
void mark_quotes(const RelationInput& input, std::vector<SentenceView>& sentences);

}  // namespace chancery
