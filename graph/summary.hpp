#pragma once
#include <map>
#include <string>
#include <string_view>

#include "graph/rows.hpp"

namespace chancery {

/// Article id to ISO day of publication, or to nothing.
using Published = std::map<std::string, std::string, std::less<>>;

/// Makes [first, last] hold [from, to]; empty days say nothing.
void widen(std::string& first, std::string& last, std::string_view from, std::string_view to);

/// Sets what an edge says of its evidence: statuses, the strongest status, confidence, dates, and the label, which is
/// `relation` in words with the status behind it.
void summarise(EdgeRow& edge, std::string_view relation, const Published& published);

/// The label of an edge without the status behind it.
[[nodiscard]] std::string_view bare_label(const EdgeRow& edge);

}  // namespace chancery
