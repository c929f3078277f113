#include "graph/view.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace chancery {

std::size_t source_count(const EdgeRow& edge) {
    std::set<std::string_view> articles;
    for (const auto& evidence : edge.evidence) articles.insert(evidence.article);
    return articles.size();
}

const EvidenceRow& best_evidence(const EdgeRow& edge) {
    return *std::min_element(
        edge.evidence.begin(), edge.evidence.end(), [](const EvidenceRow& a, const EvidenceRow& b) {
            return std::tuple(1000 - a.confidence, a.status) < std::tuple(1000 - b.confidence, b.status);
        });
}

}  // namespace chancery
