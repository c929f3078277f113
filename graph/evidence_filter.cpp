#include "graph/evidence_filter.hpp"

#include <algorithm>

namespace chancery {

ArticleFacets::ArticleFacets(std::span<const ArticleRow> articles) {
    for (const auto& article : articles) {
        published[article.id] = article.published;
        news_source[article.id] = article.source;
        if (!article.syndicated.empty()) groups[article.id] = article.syndicated;
    }
}

EvidenceFilter::EvidenceFilter(const ArticleFacets& articles, EvidenceWish wish)
    : articles_(articles),
      wish_(std::move(wish)),
      active_(!wish_.since.empty() || !wish_.until.empty() || !wish_.sources.empty() || wish_.also),
      since_(days_of(wish_.since)),
      until_(days_of(wish_.until)) {}

bool EvidenceFilter::in_time(const EvidenceRow& evidence) const {
    if (wish_.since.empty() && wish_.until.empty()) return true;
    auto days = days_of(evidence.date);
    if (!days)
        if (const auto day = articles_.published.find(evidence.article); day != articles_.published.end())
            days = days_of(day->second);
    if (!days) return false;
    return (!since_ || days->last >= since_->first) && (!until_ || days->first <= until_->last);
}

bool EvidenceFilter::from_source(const EvidenceRow& evidence) const {
    if (wish_.sources.empty()) return true;
    const auto source = articles_.news_source.find(evidence.article);
    const std::string_view name = source == articles_.news_source.end() ? "" : std::string_view(source->second);
    return std::find(wish_.sources.begin(), wish_.sources.end(), name) != wish_.sources.end();
}

bool EvidenceFilter::passes(const EvidenceRow& evidence) const {
    return in_time(evidence) && from_source(evidence) && (!wish_.also || wish_.also(evidence));
}

bool EvidenceFilter::sift(EdgeRow& edge) const {
    if (!active_) return !edge.evidence.empty();
    const auto before = edge.evidence.size();
    std::erase_if(edge.evidence, [&](const EvidenceRow& e) { return !passes(e); });
    if (edge.evidence.empty()) return false;
    if (edge.evidence.size() == before) return true;
    summarise(edge, std::string(bare_label(edge)), articles_.published);
    count_sources(edge, articles_.groups);
    return true;
}

}  // namespace chancery
