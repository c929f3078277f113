#include "resolve/join.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace chancery {

namespace {

void keep_least(std::string& kept, const std::string& other) {
    if (kept.empty() || (!other.empty() && other < kept)) kept = other;
}

void rename(ArticleFacts& facts, const std::string& id) {
    for (auto& entity : facts.entities)
        if (entity.signature.article == facts.id) entity.signature.article = id;
    facts.id = id;
}

}  // namespace

std::vector<ArticleFacts> join_articles(std::vector<ArticleFacts> articles) {
    std::sort(articles.begin(), articles.end(), [](const auto& a, const auto& b) {
        return std::tie(a.sha256, a.id, a.title, a.published, a.source) <
               std::tie(b.sha256, b.id, b.title, b.published, b.source);
    });
    std::vector<ArticleFacts> joined;
    for (auto& facts : articles) {
        if (joined.empty() || joined.back().sha256 != facts.sha256) {
            joined.push_back(std::move(facts));
            continue;
        }
        auto& first = joined.back();
        first.names.insert(first.names.end(), facts.names.begin(), facts.names.end());
        first.urls.insert(first.urls.end(), facts.urls.begin(), facts.urls.end());
        keep_least(first.title, facts.title);
        keep_least(first.published, facts.published);
        keep_least(first.source, facts.source);
    }
    std::map<std::string, int> uses;
    for (auto& facts : joined) {
        for (auto* list : {&facts.names, &facts.urls}) {
            std::sort(list->begin(), list->end());
            list->erase(std::unique(list->begin(), list->end()), list->end());
        }
        if (facts.names.front() != facts.id) rename(facts, facts.names.front());
        ++uses[facts.id];
    }
    for (auto& facts : joined)
        if (uses[facts.id] > 1) rename(facts, facts.id + "-" + facts.sha256.substr(0, 6));
    std::sort(joined.begin(), joined.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    return joined;
}

}  // namespace chancery
