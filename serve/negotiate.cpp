#include "serve/negotiate.hpp"

#include <algorithm>

#include "serve/ascii.hpp"

namespace chancery {

namespace {

/// What stands before the next `mark`, which is taken off `rest` with it.
std::string_view part(std::string_view& rest, char mark) {
    const auto end = std::min(rest.find(mark), rest.size());
    const auto out = ascii_trimmed(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return out;
}

/// "0.25" in thousandths; nothing when it is no weight of RFC 9110 (12.4.2).
std::optional<int> weight(std::string_view text) {
    if (text.empty() || text.size() > 5 || (text[0] != '0' && text[0] != '1')) return std::nullopt;
    if (text.size() > 1 && text[1] != '.') return std::nullopt;
    int out = text[0] == '1' ? 1000 : 0, place = 100;
    for (const char c : text.substr(std::min<std::size_t>(2, text.size()))) {
        if (c < '0' || c > '9') return std::nullopt;
        out += (c - '0') * place;
        place /= 10;
    }
    return out > 1000 ? std::nullopt : std::optional(out);
}

struct Choice {
    std::string name;
    int q = 1000;  ///< thousandths
};

Choice read_choice(std::string_view item) {
    Choice out{ascii_lower(part(item, ';'))};
    while (!item.empty()) {
        auto value = part(item, ';');
        const auto name = ascii_lower(part(value, '='));
        if (name == "q") out.q = weight(ascii_trimmed(value)).value_or(0);
    }
    return out;
}

/// How exactly `range` names `type`: 0 not at all, 1 any, 2 its family, 3 itself.
int fit(std::string_view range, std::string_view type) {
    if (range == type) return 3;
    if (range == "*/*" || range == "*") return 1;
    return range.ends_with("/*") && type.starts_with(range.substr(0, range.size() - 1)) ? 2 : 0;
}

/// The weight that the most exact item gives to `type`; nothing when no item speaks of it.
std::optional<int> weight_of(std::string_view list, std::string_view type) {
    int best = 0;
    std::optional<int> out;
    while (!list.empty()) {
        const auto choice = read_choice(part(list, ','));
        const int fits = fit(choice.name, type);
        if (fits > best || (fits == best && fits > 0 && choice.q > *out)) {
            best = fits;
            out = choice.q;
        }
    }
    return out;
}

/// The opaque part of an entity tag, without W/, quotes and the mark of a packed variant.
std::string_view opaque(std::string_view etag) {
    etag = ascii_trimmed(etag);
    if (etag.starts_with("W/")) etag.remove_prefix(2);
    if (etag.size() < 2 || etag.front() != '"' || etag.back() != '"') return {};
    etag = etag.substr(1, etag.size() - 2);
    if (etag.ends_with("-gzip")) etag.remove_suffix(5);
    return etag;
}

}  // namespace

bool accepts_any(std::string_view accept, std::span<const std::string> types) {
    if (ascii_trimmed(accept).empty() || accept.find('/') == accept.npos) return true;
    return std::any_of(types.begin(), types.end(),
                       [&](const std::string& type) { return weight_of(accept, media_type(type)).value_or(0) > 0; });
}

bool accepts_gzip(std::string_view accept_encoding) {
    auto gzip = weight_of(accept_encoding, "gzip");
    if (const auto old = weight_of(accept_encoding, "x-gzip"); !gzip) gzip = old;
    const int identity = weight_of(accept_encoding, "identity").value_or(0);
    return gzip.value_or(0) > 0 && *gzip >= identity;
}

bool etag_matches(std::string_view if_none_match, std::string_view etag) {
    const auto wanted = opaque(etag);
    if (etag.empty()) return false;
    if (ascii_trimmed(if_none_match) == "*") return true;
    while (!if_none_match.empty()) {
        const auto item = part(if_none_match, ',');
        if (item.ends_with('"') && opaque(item) == wanted && item.size() > 1) return true;
    }
    return false;
}

std::string packed_etag(std::string_view etag) {
    if (etag.empty() || etag.back() != '"') return std::string(etag);
    return std::string(etag.substr(0, etag.size() - 1)) + "-gzip\"";
}

std::string media_type(std::string_view content_type) {
    return ascii_lower(part(content_type, ';'));
}

}  // namespace chancery
