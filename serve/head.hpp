#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "serve/http.hpp"

namespace chancery {

/// What of a request may be how large and may take how long. Every one of them is enforced before a handler runs.
struct HttpLimits {
    std::size_t head = 32UL * 1024;   ///< bytes of request line and headers
    std::size_t lines = 100;          ///< of them
    std::size_t target = 8UL * 1024;  ///< bytes of path and query
    std::size_t path = 1024;
    std::size_t body = 8 << 20;
    std::size_t bodies = 64 << 20;  ///< bytes of all bodies that are on their way at one time
};

/// A request before it is understood: refused with this. Read by the client, so it says what to do.
struct HttpRefusal {
    int status = 400;
    std::string_view title, detail;
};

/// The head of a request, checked: what is in it can be read in one way only.
struct RequestHead {
    std::string method, target;     ///< the target in origin form: "/path?query", as it was sent
    HttpRequest::Pairs headers;     ///< names in lower case, values without blanks around them, not decoded
    std::size_t length = 0;         ///< of the body, by Content-Length
    bool has_length = false;        ///< there was a Content-Length
    bool chunked = false;           ///< the body comes in chunks
    bool old = false;               ///< HTTP/1.0
    bool keep_alive = true;         ///< the connection goes on after the answer; never for HTTP/1.0
    bool expects_continue = false;  ///< the client waits for 100 before it sends the body

    [[nodiscard]] bool has_body() const { return chunked || length > 0; }
    [[nodiscard]] std::optional<std::string_view> header(std::string_view lower_name) const;
};

/// Looks for the end of a head in bytes that grow, and reads none twice.
class HeadScanner {
  public:
    /// One past the empty line, or nothing yet; a refusal when a limit is passed. `bytes` begin with the head.
    [[nodiscard]] std::variant<std::optional<std::size_t>, HttpRefusal> scan(std::string_view bytes,
                                                                             const HttpLimits& limits);

  private:
    std::size_t seen_ = 0, lines_ = 0, line_begin_ = 0;
};

/// A whole head with its empty line. Strict where two readers could understand two things: lines end in CR LF, one
/// Host, at most one Content-Length of digits, never together with Transfer-Encoding, which is "chunked" or refused; no
/// continued lines, no control characters. Packed bodies are refused (415), so nothing is ever unpacked.
[[nodiscard]] std::variant<RequestHead, HttpRefusal> read_head(std::string_view head, const HttpLimits& limits);

/// Finds the end of a chunked body in bytes that grow. Trailers are refused.
class ChunkScanner {
  public:
    enum class State { more, done, bad, too_large };

    /// `body` begins with the first chunk's size; `limit` bounds the content.
    State scan(std::string_view body, std::size_t limit);
    /// Bytes of the coded body, when done.
    [[nodiscard]] std::size_t size() const { return seen_; }

  private:
    std::size_t seen_ = 0, content_ = 0;
};

}  // namespace chancery
