#include "serve/head.hpp"

#include <algorithm>
#include <charconv>

#include "serve/ascii.hpp"

namespace chancery {

namespace {

constexpr HttpRefusal bad(std::string_view detail) {
    return {400, "Bad request", detail};
}

bool is_token(char c) {  // RFC 9110, 5.6.2
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

bool all_tokens(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_token);
}

/// Whether `name` is in a list with commas, in any case.
bool lists(std::string_view list, std::string_view name) {
    while (!list.empty()) {
        const auto comma = std::min(list.find(','), list.size());
        if (ascii_lower(ascii_trimmed(list.substr(0, comma))) == name) return true;
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return false;
}

/// "http://host/path" becomes "/path", and the host counts as the Host header. Any other form is left as it is.
std::string_view authority_of(const std::string& target) {
    static constexpr std::string_view scheme = "http://";
    if (ascii_lower(std::string_view(target).substr(0, scheme.size())) != scheme) return {};
    const auto end = std::min(target.find_first_of("/?", scheme.size()), target.size());
    return std::string_view(target).substr(scheme.size(), end - scheme.size());
}

std::optional<HttpRefusal> read_request_line(std::string_view line, RequestHead& head, std::string& authority,
                                             const HttpLimits& limits) {
    const auto first = line.find(' '), last = line.rfind(' ');
    if (first == line.npos || first == last) return bad("The first line is not METHOD TARGET HTTP/1.1.");
    const auto version = line.substr(last + 1);
    head.method = line.substr(0, first);
    head.target = line.substr(first + 1, last - first - 1);
    if (!all_tokens(head.method) || head.method.size() > 20) return bad("The method is no token.");
    if (version != "HTTP/1.1" && version != "HTTP/1.0") {
        if (version.starts_with("HTTP/")) return HttpRefusal{505, "HTTP version not supported", "Speak HTTP/1.1."};
        return bad("The first line is not METHOD TARGET HTTP/1.1.");
    }
    head.old = version == "HTTP/1.0";
    for (const char c : head.target)
        if (c <= ' ' || c > '~' || c == '#') return bad("Write other than printable ASCII in the target as %XX.");
    if (head.target.size() > limits.target) return HttpRefusal{414, "URI too long", "The target is too long."};
    authority = authority_of(head.target);
    if (!authority.empty()) head.target.erase(0, std::string_view("http://").size() + authority.size());
    if (!authority.empty() && !head.target.starts_with('/')) head.target.insert(0, 1, '/');
    if (!head.target.starts_with('/') && !(head.target == "*" && head.method == "OPTIONS"))
        return bad("The target must begin with a slash.");
    if (std::min(head.target.find('?'), head.target.size()) > limits.path)
        return HttpRefusal{414, "URI too long", "The path is longer than 1024 bytes."};
    return std::nullopt;
}

std::optional<HttpRefusal> read_line(std::string_view line, RequestHead& head) {
    const auto colon = line.find(':');
    if (colon == line.npos || !all_tokens(line.substr(0, colon)))
        return bad("A header line is not NAME: VALUE; no blank before the colon, no continued lines.");
    const auto value = ascii_trimmed(line.substr(colon + 1));
    for (const unsigned char c : value)
        if ((c < ' ' && c != '\t') || c == 0x7f) return bad("A header's value holds a control character.");
    head.headers.emplace_back(ascii_lower(line.substr(0, colon)), value);
    return std::nullopt;
}

std::size_t times(const RequestHead& head, std::string_view name) {
    return static_cast<std::size_t>(
        std::count_if(head.headers.begin(), head.headers.end(), [&](const auto& h) { return h.first == name; }));
}

std::optional<HttpRefusal> read_framing(RequestHead& head) {
    const auto length = head.header("content-length"), coding = head.header("transfer-encoding");
    if (length && coding) return bad("Content-Length and Transfer-Encoding exclude each other.");
    if (times(head, "content-length") > 1) return bad("More than one Content-Length.");
    if (length) {
        const auto* end = length->data() + length->size();
        const bool digits = !length->empty() && length->size() <= 18 &&
                            length->find_first_not_of("0123456789") == std::string_view::npos;
        if (!digits || std::from_chars(length->data(), end, head.length).ptr != end)
            return bad("Content-Length is no number.");
        head.has_length = true;
    }
    if (coding) {
        if (head.old) return bad("HTTP/1.0 knows no Transfer-Encoding.");
        if (times(head, "transfer-encoding") > 1 || ascii_lower(*coding) != "chunked")
            return HttpRefusal{501, "Not implemented", "The only Transfer-Encoding is chunked."};
        head.chunked = true;
    }
    return std::nullopt;
}

std::optional<HttpRefusal> read_meaning(RequestHead& head, std::string authority) {
    const auto connection = head.header("connection").value_or("");
    head.keep_alive = !head.old && !lists(connection, "close");
    if (times(head, "host") > 1 || (!head.old && times(head, "host") == 0))
        return bad("One Host header is needed, and no more than one.");
    if (!authority.empty()) {
        std::erase_if(head.headers, [](const auto& h) { return h.first == "host"; });
        head.headers.emplace_back("host", std::move(authority));
    }
    if (const auto refusal = read_framing(head)) return refusal;
    if (const auto expect = head.header("expect")) {
        if (ascii_lower(*expect) != "100-continue") return HttpRefusal{417, "Expectation failed", "Leave out Expect."};
        head.expects_continue = head.has_body() && !head.old;
    }
    const auto packed = head.header("content-encoding");
    if (packed && !packed->empty() && ascii_lower(*packed) != "identity")
        return HttpRefusal{415, "Unsupported media type", "Packed bodies are not taken: leave out Content-Encoding."};
    return std::nullopt;
}

}  // namespace

std::optional<std::string_view> RequestHead::header(std::string_view lower_name) const {
    for (const auto& [name, value] : headers)
        if (name == lower_name) return value;
    return std::nullopt;
}

std::variant<std::optional<std::size_t>, HttpRefusal> HeadScanner::scan(std::string_view bytes,
                                                                        const HttpLimits& limits) {
    for (auto end = bytes.find('\n', seen_); end != bytes.npos; end = bytes.find('\n', seen_)) {
        seen_ = end + 1;
        const auto line = bytes.substr(line_begin_, end - line_begin_);
        line_begin_ = seen_;
        if (seen_ > limits.head) break;
        if (lines_ > 0 && (line.empty() || line == "\r")) return std::optional(seen_);
        if (++lines_ > limits.lines)
            return HttpRefusal{431, "Request header fields too large", "There are more than 100 header lines."};
    }
    seen_ = std::max(seen_, bytes.size());
    if (lines_ == 0 && bytes.size() > limits.target + 64)
        return HttpRefusal{414, "URI too long", "The first line is too long."};
    if (seen_ > limits.head)
        return HttpRefusal{431, "Request header fields too large", "The headers are larger than 32 KB."};
    return std::optional<std::size_t>();
}

std::variant<RequestHead, HttpRefusal> read_head(std::string_view head, const HttpLimits& limits) {
    RequestHead out;
    std::string authority;
    bool first = true;
    while (true) {
        const auto end = head.find("\r\n");
        if (end == head.npos) return bad("Lines end in CR LF.");
        const auto line = head.substr(0, end);
        head.remove_prefix(end + 2);
        if (line.find_first_of("\r\n") != line.npos) return bad("Lines end in CR LF.");
        if (line.empty() && !first) break;
        if (const auto refusal = first ? read_request_line(line, out, authority, limits) : read_line(line, out))
            return *refusal;
        first = false;
    }
    if (!head.empty()) return bad("Lines end in CR LF.");
    if (const auto refusal = read_meaning(out, std::move(authority))) return *refusal;
    return out;
}

ChunkScanner::State ChunkScanner::scan(std::string_view body, std::size_t limit) {
    static constexpr std::size_t longest_line = 80;  // a size with a short extension
    while (true) {
        const auto rest = body.substr(seen_);
        const auto end = rest.find("\r\n");
        if (end == rest.npos ? rest.size() > longest_line + 1 : end > longest_line) return State::bad;
        if (end == rest.npos) return State::more;
        if (rest.find('\n') < end) return State::bad;
        std::size_t chunk = 0;
        const auto [digits, error] = std::from_chars(rest.data(), rest.data() + end, chunk, 16);
        if (error == std::errc::result_out_of_range) return State::too_large;
        if (error != std::errc() || (digits != rest.data() + end && *digits != ';')) return State::bad;
        if (chunk > limit - content_ || seen_ > limit + limit / 4 + 1024) return State::too_large;
        const std::size_t whole = end + 2 + chunk + 2;
        if (rest.size() < whole) return State::more;
        if (rest.substr(whole - 2, 2) != "\r\n") return State::bad;
        seen_ += whole;
        content_ += chunk;
        if (chunk == 0) return State::done;
    }
}

}  // namespace chancery
