#pragma once
#include <string_view>

#include "serve/http.hpp"

namespace chancery {

[[nodiscard]] bool has_header(const HttpAnswer& answer, std::string_view lower_name);

/// Takes out headers whose name is no token or whose value holds CR, LF or NUL, and those that frame the message, which
/// are the transport's.
void drop_broken_headers(HttpAnswer& answer);

/// What every answer carries unless its handler chose otherwise: how long it may be kept, and what a browser may do
/// with it. `secret`: only the one who asked may keep it.
void add_policy_headers(HttpAnswer& answer, bool secret);

}  // namespace chancery
