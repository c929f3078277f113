#include "graph/summary.hpp"

#include <algorithm>

namespace chancery {

void widen(std::string& first, std::string& last, std::string_view from, std::string_view to) {
    if (!from.empty() && (first.empty() || from < first)) first = from;
    if (!to.empty() && (last.empty() || to > last)) last = to;
}

void summarise(EdgeRow& edge, std::string_view relation, const Published& published) {
    edge.statuses = {};
    edge.confidence = 0;
    edge.first_date.clear();
    edge.last_date.clear();
    for (const auto& evidence : edge.evidence) {
        ++edge.statuses[static_cast<std::size_t>(evidence.status)];
        edge.confidence = std::max(edge.confidence, evidence.confidence);
        const auto day = published.find(evidence.article);
        const std::string_view date = !evidence.date.empty()   ? std::string_view(evidence.date)
                                      : day != published.end() ? std::string_view(day->second)
                                                               : std::string_view();
        const auto slash = date.find('/');
        widen(edge.first_date, edge.last_date, date.substr(0, slash),
              slash == std::string_view::npos ? date : date.substr(slash + 1));
    }
    edge.status = static_cast<Status>(
        std::find_if(edge.statuses.begin(), edge.statuses.end(), [](auto n) { return n > 0; }) - edge.statuses.begin());
    const bool disputed = edge.statuses[2] > 0 && edge.statuses[0] + edge.statuses[1] > 0;
    std::string label(relation);
    if (disputed)
        label += " (disputed)";
    else if (edge.status != Status::asserted)
        label.append(" (").append(name_of(edge.status)).append(")");
    edge.label = std::move(label);
}

std::string_view bare_label(const EdgeRow& edge) {
    std::string_view label = edge.label;
    for (const std::string_view suffix : {" (disputed)", " (alleged)", " (denied)", " (planned)"})
        if (label.ends_with(suffix)) return label.substr(0, label.size() - suffix.size());
    return label;
}

}  // namespace chancery
