#include "export/spells.hpp"

#include <algorithm>

namespace chancery {

namespace {

std::int32_t number(std::chrono::sys_days day) {
    return static_cast<std::int32_t>(day.time_since_epoch().count());
}

std::chrono::sys_days day(std::int32_t number) {
    return std::chrono::sys_days(std::chrono::days(number));
}

std::optional<DayRange> between(std::string_view first, std::string_view last) {
    const auto from = days_of(first);
    if (!from || first == last) return from;
    const auto to = days_of(last);
    if (!to || to->last < from->first) return std::nullopt;
    return DayRange{from->first, to->last};
}

}  // namespace

Spells::Spells(const GraphView& view) : view_(view), nodes_(view.nodes().size(), {INT32_MAX, INT32_MIN}) {
    const auto widen = [&](std::size_t node, const DayRange& days) {
        any_ = true;
        nodes_[node] = {std::min(nodes_[node].first, number(days.first)),
                        std::max(nodes_[node].last, number(days.last))};
    };
    for (std::size_t n = 0; n < nodes_.size(); ++n)
        if (const auto days = between(view.nodes()[n].first_seen, view.nodes()[n].last_seen)) widen(n, *days);
    std::vector<DayRange> of_one;
    for (const auto& edge : view.edges()) {
        of_edge(edge, of_one);
        for (const auto& days : of_one) {
            widen(edge.source, days);
            widen(edge.target, days);
        }
    }
}

std::optional<DayRange> Spells::of_node(std::size_t index) const {
    if (nodes_[index].last < nodes_[index].first) return std::nullopt;
    return DayRange{day(nodes_[index].first), day(nodes_[index].last)};
}

void Spells::of_edge(const EdgeRow& edge, std::vector<DayRange>& days) const {
    days.clear();
    if (edge.first_date != edge.last_date) {
        for (const auto& evidence : edge.evidence)
            if (const auto range = days_of(evidence.date.empty() ? published(evidence.article) : evidence.date))
                days.push_back(*range);
        merge(days);
    }
    if (days.empty())
        if (const auto range = between(edge.first_date, edge.last_date)) days.push_back(*range);
}

std::string_view Spells::published(std::string_view article) const {
    const auto all = view_.articles();
    const auto found = std::lower_bound(all.begin(), all.end(), article,
                                        [](const ArticleRow& row, std::string_view id) { return row.id < id; });
    return found == all.end() || found->id != article ? std::string_view() : std::string_view(found->published);
}

}  // namespace chancery
