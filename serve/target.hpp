#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "serve/http.hpp"

namespace chancery {

/// %XX undone, in a query also "+" for a blank. Nothing when it is not whole, not UTF-8 or holds a control character
/// (in a query, tabs and line ends are let through).
[[nodiscard]] std::optional<std::string> percent_decoded(std::string_view text, bool query);

/// The segments of a path, decoded one by one, so that %2F inside of one does not part it. "/" has one, empty.
[[nodiscard]] std::optional<std::vector<std::string>> path_segments(std::string_view path);

/// Names and values of a query without its "?", in order. Nothing when a part cannot be decoded or there are more than
/// 100.
[[nodiscard]] std::optional<HttpRequest::Pairs> query_pairs(std::string_view query);

}  // namespace chancery
