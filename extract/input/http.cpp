#include "extract/input/http.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>

#include "extract/input/unpack.hpp"

namespace chancery {

namespace {

std::string lower(std::string_view text) {
    std::string out(text);
    for (auto& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

std::string_view take_line(std::string_view& bytes) {
    auto line = bytes.substr(0, bytes.find('\n'));
    bytes.remove_prefix(std::min(bytes.size(), line.size() + 1));
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

/// The chunks of a body joined; nothing when it is not in chunks, as when the crawler undid them and kept the field.
std::optional<std::string> unchunked(std::string_view body) {
    std::string out;
    while (true) {
        const auto line = trimmed(take_line(body).substr(0, 40));
        std::size_t size = 0;
        const auto digits = line.substr(0, line.find(';'));
        const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), size, 16);
        if (read.ec != std::errc() || read.ptr == digits.data()) return std::nullopt;
        if (size == 0) return out;
        if (size > body.size()) return std::nullopt;
        out.append(body, 0, size);
        body.remove_prefix(size);
        if (!take_line(body).empty()) return std::nullopt;
    }
}

void undo_content_coding(HttpResponse& response, std::uint64_t limit) {
    const auto field = response.fields.find("content-encoding");
    const auto coding = field == response.fields.end() ? "" : lower(trimmed(field->second));
    const auto packing = packing_of(response.body);
    if (packing == Packing::gzip || (packing == Packing::zstd && coding == "zstd")) {
        InputLimits limits;
        const auto budget = std::make_shared<Budget>(limits);
        budget->count_read(response.body.size());
        Bytes plain(unpacked(Bytes(memory_source(std::move(response.body))), packing, budget));
        response.body.clear();
        if (!plain.read(response.body, limit)) response.trouble = "unpacks to more than one article may have.";
        if (!plain.trouble().empty()) response.trouble = plain.trouble();
    } else if (coding == "br" || coding == "deflate" || coding == "zstd") {
        if (std::count(response.body.begin(), response.body.end(), '\0') > 0 || response.body.find('<') > 512)
            response.trouble = "is packed as " + coding + ", which is not read.";
    }
}

}  // namespace

HeaderFields take_header(std::string_view& bytes) {
    HeaderFields fields;
    while (!bytes.empty()) {
        const auto line = take_line(bytes);
        if (line.empty()) break;
        const auto colon = line.find(':');
        if (colon == std::string_view::npos || fields.size() > 200) continue;
        fields.emplace(lower(trimmed(line.substr(0, colon))), trimmed(line.substr(colon + 1)));
    }
    return fields;
}

std::string charset_in(std::string_view content_type) {
    const auto at = lower(content_type).find("charset=");
    if (at == std::string::npos) return {};
    auto value = trimmed(content_type.substr(at + 8));
    value = trimmed(value.substr(0, value.find(';')));
    if (value.size() > 1 && (value.front() == '"' || value.front() == '\'')) value = value.substr(1, value.size() - 2);
    const bool name = value.size() < 40 && std::all_of(value.begin(), value.end(), [](unsigned char c) {
                          return std::isalnum(c) != 0 || c == '-' || c == '_' || c == '.' || c == ':' || c == '+';
                      });
    return name ? std::string(value) : std::string();
}

std::optional<HttpResponse> parse_response(std::string_view bytes, std::uint64_t limit) {
    if (!bytes.starts_with("HTTP/")) return std::nullopt;
    HttpResponse response;
    const auto line = take_line(bytes);
    const auto code = trimmed(line.substr(std::min(line.size(), line.find(' '))));
    std::from_chars(code.data(), code.data() + code.size(), response.status);
    response.fields = take_header(bytes);
    const auto transfer = response.fields.find("transfer-encoding");
    std::optional<std::string> joined;
    if (transfer != response.fields.end() && lower(transfer->second).find("chunked") != std::string::npos)
        joined = unchunked(bytes);
    response.body = joined ? std::move(*joined) : std::string(bytes);
    undo_content_coding(response, limit);
    return response;
}

}  // namespace chancery
