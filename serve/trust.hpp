#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "serve/head.hpp"

namespace chancery {

/// Who may ask, and through which names.
struct TrustOptions {
    bool local = true;                      ///< only this machine can reach us: 127.0.0.1, [::1] or a Unix socket
    bool unix_socket = false;               ///< no web page can reach us, so the Host header says nothing
    bool public_read = false;               ///< reads need no token from other machines, either
    std::string token = {};                 ///< empty: there is none, and what needs one is refused
    std::vector<std::string> hosts = {};    ///< names beside 127.0.0.1, localhost and [::1], without port
    std::vector<std::string> origins = {};  ///< web origins that may read our answers, "https://example.org"
};

/// Decides from a request's head alone, so that nothing is read of a body that is not wanted.
class Trust {
  public:
    explicit Trust(TrustOptions options);

    /// Host is one of ours: keeps web pages from reading a local graph through a name that they make point to it.
    /// Refuses with 421.
    [[nodiscard]] std::optional<HttpRefusal> check_host(const RequestHead& head) const;
    /// What changes or costs comes from no foreign web page. Refuses with 403.
    [[nodiscard]] std::optional<HttpRefusal> check_origin(const RequestHead& head) const;
    /// The right token came with it; compared in the same time wherever the first difference is.
    [[nodiscard]] bool authorised(const RequestHead& head) const;
    /// Nothing when a request may go on; 401 when a token would help, 403 when there is none. `marked`: the route asks
    /// for a token wherever the request comes from.
    [[nodiscard]] std::optional<HttpRefusal> check_token(bool authorised, bool reads, bool marked) const;
    /// The Origin, when it is on the list.
    [[nodiscard]] std::optional<std::string_view> allowed_origin(const RequestHead& head) const;
    /// Answers are for the one who asked, not for caches on the way.
    [[nodiscard]] bool is_private() const { return !options_.token.empty(); }

  private:
    TrustOptions options_;
};

}  // namespace chancery
