#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace chancery {

/// Fields of a header by their names in lower case; of a repeated one the first.
using HeaderFields = std::map<std::string, std::string, std::less<>>;

/// Takes lines up to and including a blank one from the front of `bytes`.
[[nodiscard]] HeaderFields take_header(std::string_view& bytes);

/// "charset" of a Content-Type; empty for none.
[[nodiscard]] std::string charset_in(std::string_view content_type);

/// A response as a web archive keeps it, chunked and gzip coding undone.
struct HttpResponse {
    int status = 0;
    HeaderFields fields;
    std::string body;
    std::string trouble;  ///< why the body cannot be used; empty when it can
};

/// Nothing when the bytes do not begin with a status line. The body is at most `limit` bytes.
[[nodiscard]] std::optional<HttpResponse> parse_response(std::string_view bytes, std::uint64_t limit);

}  // namespace chancery
