#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace chancery {

/// How a text holds a statement, strongest first: of several mentions the strongest is shown.
enum class Status : std::uint8_t { asserted, alleged, denied, planned };

inline constexpr std::array<std::string_view, 4> status_names = {"asserted", "alleged", "denied", "planned"};

[[nodiscard]] constexpr std::string_view name_of(Status status) {
    return status_names[static_cast<std::size_t>(status)];
}

[[nodiscard]] constexpr std::optional<Status> status(std::string_view name) {
    for (std::size_t i = 0; i < status_names.size(); ++i)
        if (status_names[i] == name) return static_cast<Status>(i);
    return std::nullopt;
}

}  // namespace chancery
