#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace chancery {

/// A list as one text: an item a line, with "\\" and "\n" for a backslash and a line end in it. Any bytes come back as
/// they were.
[[nodiscard]] std::string lines_of(const std::vector<std::string>& items);
[[nodiscard]] std::vector<std::string> split_list(std::string_view text);

/// A map as lines "KEY=VALUE", with "\e" for "=" in a key.
[[nodiscard]] std::string lines_of(const std::map<std::string, std::string>& items);
[[nodiscard]] std::map<std::string, std::string> split_map(std::string_view text);

/// Numbers as four bytes each, the lowest first.
[[nodiscard]] std::string packed(const std::vector<std::uint32_t>& numbers);
[[nodiscard]] std::vector<std::uint32_t> unpacked(std::string_view bytes);

}  // namespace chancery
