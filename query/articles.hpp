#pragma once
#include <string>
#include <vector>

#include "query/deadline.hpp"
#include "query/snapshot.hpp"

namespace chancery {

/// Which articles are asked for. An empty list or text asks for nothing.
struct ArticleQuery {
    std::string words;  ///< all in the title, in any order, without regard to case
    std::vector<std::string> sources;
    std::string since, until;  ///< a year, month or day of publication
    std::string cursor;
    std::uint32_t limit = 50;
    Deadline deadline;
};

struct ArticlePage {
    std::uint64_t total = 0;
    std::vector<std::uint32_t> articles;  ///< latest first, then by id; undated last
    std::string next;
};

/// Throws UsageError on a cursor that is none, OutOfTime.
[[nodiscard]] ArticlePage find_articles(const Snapshot& graph, const ArticleQuery& query);

/// The nodes that an article mentions, those of most weight first.
[[nodiscard]] std::vector<std::uint32_t> entities_of(const Snapshot& graph, std::uint32_t article);

}  // namespace chancery
