#include "query/articles.hpp"

#include <algorithm>

#include "graph/days.hpp"
#include "query/fold.hpp"
#include "query/page.hpp"

namespace chancery {

ArticlePage find_articles(const Snapshot& graph, const ArticleQuery& query) {
    constexpr std::string_view order = "published";
    const Cursor cursor(query.cursor, order);
    const auto words = lower_words(query.words);
    const auto since = days_of(query.since), until = days_of(query.until);
    const auto& rows = graph.rows().articles;
    std::vector<std::uint32_t> found;
    for (std::uint32_t a = 0; a < rows.size(); ++a) {
        if (a % 4096 == 4095) query.deadline.check();
        const auto& row = rows[a];
        if (!query.sources.empty() &&
            std::find(query.sources.begin(), query.sources.end(), row.source) == query.sources.end())
            continue;
        const auto days = days_of(row.published);
        if ((since && (!days || days->last < since->first)) || (until && (!days || until->last < days->first)))
            continue;
        if (!words.empty() && !holds_all(row.title, words)) continue;
        found.push_back(a);
    }
    ArticlePage page;
    page.total = found.size();
    page.articles = page_of(
        std::move(found),
        [&](std::uint32_t a) {
            return SortKey{{descending(day_number(rows[a].published)), 0, 0}, {}, rows[a].id};
        },
        cursor, order, query.limit, page.next);
    return page;
}

std::vector<std::uint32_t> entities_of(const Snapshot& graph, std::uint32_t article) {
    const auto& nodes = graph.rows().nodes;
    const auto& id = graph.rows().articles[article].id;
    std::vector<std::uint32_t> found;
    for (std::uint32_t n = 0; n < nodes.size(); ++n)
        if (std::binary_search(nodes[n].articles.begin(), nodes[n].articles.end(), id)) found.push_back(n);
    std::stable_sort(found.begin(), found.end(), [&](auto a, auto b) { return graph.weight(a) > graph.weight(b); });
    return found;
}

}  // namespace chancery
