#include "serve/trust.hpp"

#include <algorithm>

#include "serve/ascii.hpp"

namespace chancery {

namespace {

/// "localhost:8087" is "localhost", "[::1]:80" is "[::1]"; empty when what follows is no port.
std::string host_name(std::string_view host) {
    const auto colon = host.starts_with('[') ? host.find(':', std::min(host.find(']'), host.size())) : host.find(':');
    const auto name = host.substr(0, std::min(colon, host.size()));
    if (colon != host.npos && host.find_first_not_of("0123456789", colon + 1) != host.npos) return {};
    return ascii_lower(name);
}

bool holds(const std::vector<std::string>& list, std::string_view wanted) {
    return std::find(list.begin(), list.end(), wanted) != list.end();
}

/// Looks at every byte of `given`, whatever the first difference.
bool same_secret(std::string_view given, std::string_view secret) {
    unsigned char difference = given.size() == secret.size() ? 0 : 1;
    for (std::size_t i = 0; i < given.size(); ++i)
        difference |= static_cast<unsigned char>(given[i] ^ secret[i % secret.size()]);
    const volatile unsigned char result = difference;
    return result == 0;
}

}  // namespace

Trust::Trust(TrustOptions options) : options_(std::move(options)) {
    for (auto& host : options_.hosts) host = ascii_lower(host);
    for (auto& origin : options_.origins) origin = ascii_lower(origin);
}

std::optional<HttpRefusal> Trust::check_host(const RequestHead& head) const {
    if (options_.unix_socket) return std::nullopt;
    const auto name = host_name(head.header("host").value_or(""));
    if (name == "127.0.0.1" || name == "localhost" || name == "[::1]" || holds(options_.hosts, name))
        return std::nullopt;
    return HttpRefusal{421, "Misdirected request",
                       "This server does not answer for that Host. Ask for 127.0.0.1 or localhost, or start it with "
                       "--allow-host NAME."};
}

std::optional<HttpRefusal> Trust::check_origin(const RequestHead& head) const {
    static constexpr HttpRefusal refusal{403, "Forbidden",
                                         "Another web page may not send this. Start the server with --allow-origin "
                                         "ORIGIN when it should."};
    const auto origin = head.header("origin");
    if (!origin) {
        const auto site = ascii_lower(head.header("sec-fetch-site").value_or("none"));
        if (site == "cross-site" || site == "same-site") return refusal;
        return std::nullopt;
    }
    const auto host = ascii_lower(head.header("host").value_or("")), from = ascii_lower(*origin);
    if (from == "http://" + host || from == "https://" + host || holds(options_.origins, from)) return std::nullopt;
    return refusal;
}

bool Trust::authorised(const RequestHead& head) const {
    static constexpr std::string_view scheme = "bearer ";
    const auto value = head.header("authorization").value_or("");
    if (options_.token.empty() || ascii_lower(value.substr(0, scheme.size())) != scheme) return false;
    return same_secret(value.substr(scheme.size()), options_.token);
}

std::optional<HttpRefusal> Trust::check_token(bool authorised, bool reads, bool marked) const {
    const bool open = !marked && (options_.local || (reads && options_.public_read));
    if (open || authorised) return std::nullopt;
    if (options_.token.empty())
        return HttpRefusal{403, "Forbidden", "This needs a token, and the server was started without --token-file."};
    return HttpRefusal{401, "Unauthorized", "Send the token of --token-file as Authorization: Bearer TOKEN."};
}

std::optional<std::string_view> Trust::allowed_origin(const RequestHead& head) const {
    const auto origin = head.header("origin");
    return origin && holds(options_.origins, ascii_lower(*origin)) ? origin : std::nullopt;
}

}  // namespace chancery
