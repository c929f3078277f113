#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace chancery {

/// Whether a client with this Accept header takes one of `types`; a range that says more decides over one that says
/// less, and q=0 refuses. An Accept that cannot be read refuses nothing.
[[nodiscard]] bool accepts_any(std::string_view accept, std::span<const std::string> types);

/// Whether a client with this Accept-Encoding prefers gzip to bare bytes: it is named (or "*" is), q is above 0 and not
/// below that of identity.
[[nodiscard]] bool accepts_gzip(std::string_view accept_encoding);

/// Whether an If-None-Match list holds `etag` or "*", by weak comparison. The mark of a packed variant counts as equal.
[[nodiscard]] bool etag_matches(std::string_view if_none_match, std::string_view etag);

/// The ETag of the packed variant of what has `etag`: "x" becomes "x-gzip".
[[nodiscard]] std::string packed_etag(std::string_view etag);

/// "text/html; charset=utf-8" is "text/html".
[[nodiscard]] std::string media_type(std::string_view content_type);

}  // namespace chancery
