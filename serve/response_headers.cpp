#include "serve/response_headers.hpp"

#include <algorithm>

#include "serve/ascii.hpp"
#include "serve/negotiate.hpp"

namespace chancery {

namespace {

/// Pages run no script but our own files, load nothing from elsewhere and stand in no frame.
constexpr std::string_view page_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action "
    "'self'; base-uri 'none'; frame-ancestors 'none'";
constexpr std::string_view data_policy = "default-src 'none'; frame-ancestors 'none'; sandbox";

bool is_framing(std::string_view lower_name) {
    static constexpr std::string_view names[] = {"connection", "content-length", "content-type",
                                                 "date",       "keep-alive",     "transfer-encoding"};
    return std::find(std::begin(names), std::end(names), lower_name) != std::end(names);
}

bool is_sound(const std::pair<std::string, std::string>& header) {
    static constexpr std::string_view broken("\r\n\0", 3);
    return !header.first.empty() && header.first.find_first_of(" \t\r\n:") == std::string::npos &&
           header.first.find('\0') == std::string::npos && header.second.find_first_of(broken) == std::string::npos &&
           !is_framing(ascii_lower(header.first));
}

void add_missing(HttpAnswer& answer, std::string_view name, std::string_view value) {
    if (!has_header(answer, ascii_lower(name))) answer.headers.emplace_back(name, value);
}

}  // namespace

bool has_header(const HttpAnswer& answer, std::string_view lower_name) {
    return std::any_of(answer.headers.begin(), answer.headers.end(),
                       [&](const auto& header) { return ascii_lower(header.first) == lower_name; });
}

void drop_broken_headers(HttpAnswer& answer) {
    static constexpr std::string_view broken("\r\n\0", 3);
    std::erase_if(answer.headers, [](const auto& header) { return !is_sound(header); });
    if (answer.type.find_first_of(broken) != std::string::npos) answer.type = "application/octet-stream";
    if (answer.etag.find_first_of(broken) != std::string::npos) answer.etag.clear();
}

void add_policy_headers(HttpAnswer& answer, bool secret) {
    const bool kept = !answer.etag.empty() && answer.status < 400;
    add_missing(answer, "Cache-Control", !kept ? "no-store" : secret ? "private, no-cache" : "no-cache");
    add_missing(answer, "Content-Security-Policy", media_type(answer.type) == "text/html" ? page_policy : data_policy);
    add_missing(answer, "X-Content-Type-Options", "nosniff");
    add_missing(answer, "Referrer-Policy", "no-referrer");
    if (answer.status == 503) add_missing(answer, "Retry-After", "1");
}

}  // namespace chancery
