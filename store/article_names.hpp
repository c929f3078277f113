#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "store/sqlite.hpp"

namespace chancery {

/// The id of an article: the least of its names, with six digits of its hash where another article's least name is the
/// same. As join_articles() gives it.
[[nodiscard]] std::string article_id(Database& database, std::int64_t article);

/// The articles that a user may mean: the one of that id, else those that have the name, else those whose SHA-256
/// begins so (eight digits or more).
[[nodiscard]] std::vector<std::int64_t> articles_called(Database& database, std::string_view what);

}  // namespace chancery
