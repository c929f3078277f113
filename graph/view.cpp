#include "graph/view.hpp"

#include <algorithm>
#include <tuple>

namespace chancery {

const EvidenceRow& best_evidence(const EdgeRow& edge) {
    return *std::min_element(
        edge.evidence.begin(), edge.evidence.end(), [](const EvidenceRow& a, const EvidenceRow& b) {
            return std::tuple(1000 - a.confidence, a.status) < std::tuple(1000 - b.confidence, b.status);
        });
}

}  // namespace chancery
