#pragma once
#include <string>
#include <string_view>

namespace chancery {

/// The name of a body without its country in one fixed form, small: "defense ministry" for "Ministry of Defence". What
/// different papers call one ministry is equal in this form.
[[nodiscard]] std::string fixed_core(std::string_view name);

}  // namespace chancery
