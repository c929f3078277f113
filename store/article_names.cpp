#include "store/article_names.hpp"

#include <algorithm>

#include "store/facts_sql.hpp"

namespace chancery {

namespace {

bool is_hex(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

std::vector<std::int64_t> keys(Query query) {
    std::vector<std::int64_t> found;
    while (query.next()) found.push_back(query.number(0));
    return found;
}

}  // namespace

std::string article_id(Database& db, std::int64_t article) {
    auto row = db.ask(sql::article_id, article);
    return row.next() ? std::string(row.view(0)) : std::string();
}

std::vector<std::int64_t> articles_called(Database& db, std::string_view what) {
    constexpr std::size_t digits = 6;
    auto named = keys(db.ask(sql::articles_named, what));
    auto candidates = named;
    if (what.size() > digits + 1 && what[what.size() - digits - 1] == '-' && is_hex(what.substr(what.size() - digits)))
        for (const auto article : keys(db.ask(sql::articles_named, what.substr(0, what.size() - digits - 1))))
            candidates.push_back(article);
    for (const auto article : candidates)
        if (article_id(db, article) == what) return {article};
    if (!named.empty() || what.size() < 8 || !is_hex(what)) return named;
    return keys(db.ask(sql::articles_hashed, what));
}

}  // namespace chancery
