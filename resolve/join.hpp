#pragma once
#include <vector>

#include "record/facts.hpp"

namespace chancery {

/// Makes articles one of a kind: the same text under several names becomes one article with all of them; one name with
/// several texts gets "-" and six digits of its hash. Sorted by id. Of conflicting titles, dates and sources the
/// bytewise least is kept.
[[nodiscard]] std::vector<ArticleFacts> join_articles(std::vector<ArticleFacts> articles);

}  // namespace chancery
