#include "graph/sources.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "resolve/copies.hpp"

namespace chancery {

SourceGroups find_source_groups(std::span<const ArticleFacts* const> articles) {
    std::vector<CopyCandidate> candidates;
    for (const auto* facts : articles) candidates.push_back({facts->sha256, facts->fingerprint});
    const auto found = find_copies(candidates);
    std::map<std::string, std::vector<std::string>> members;
    for (std::size_t i = 0; i < articles.size(); ++i) members[found[i]].push_back(articles[i]->id);
    SourceGroups groups;
    for (const auto& [sha256, ids] : members)
        if (ids.size() > 1)
            for (const auto& id : ids) groups[id] = *std::min_element(ids.begin(), ids.end());
    return groups;
}

void count_sources(EdgeRow& edge, const SourceGroups& groups) {
    std::map<std::string_view, std::map<std::string_view, std::uint32_t>> counts;  // group, article
    for (const auto& evidence : edge.evidence) {
        const auto group = groups.find(evidence.article);
        ++counts[group == groups.end() ? evidence.article : group->second][evidence.article];
    }
    edge.sources = static_cast<std::uint32_t>(counts.size());
    edge.weight = 0;
    for (const auto& [group, articles] : counts) {
        std::uint32_t most = 0;
        for (const auto& [article, count] : articles) most = std::max(most, count);
        edge.weight += most;
    }
}

}  // namespace chancery
