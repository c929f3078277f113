#include "serve/http.hpp"

#include <nlohmann/json.hpp>

namespace chancery {

namespace {

std::optional<std::string_view> first(const HttpRequest::Pairs& pairs, std::string_view name) {
    for (const auto& [key, value] : pairs)
        if (key == name) return value;
    return std::nullopt;
}

}  // namespace

std::optional<std::string_view> HttpRequest::value(std::string_view query_name) const {
    return first(query, query_name);
}

std::optional<std::string_view> HttpRequest::header(std::string_view lower_name) const {
    return first(headers, lower_name);
}

HttpAnswer problem(int status, std::string_view title, std::string_view detail) {
    const nlohmann::ordered_json body = {
        {"type", "about:blank"}, {"title", title}, {"status", status}, {"detail", detail}};
    return {.status = status,
            .type = "application/problem+json",
            .body = body.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n"};
}

HttpProblem::HttpProblem(int status, std::string title, std::string detail)
    : status_(status), title_(std::move(title)), detail_(std::move(detail)) {}

}  // namespace chancery
