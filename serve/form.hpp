#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace chancery {

/// The first value of a name in a body of application/x-www-form-urlencoded. Bytes that are no percent encoding stand
/// for themselves.
[[nodiscard]] std::optional<std::string> form_value(std::string_view body, std::string_view name);

}  // namespace chancery
