#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace chancery {

/// What a node of the graph is. `official` is a person whom the text gives a public office.
enum class EntityType : std::uint8_t { person, official, institution, country, place, group };

inline constexpr std::array<std::string_view, 6> entity_type_names = {"person",  "official", "institution",
                                                                      "country", "place",    "group"};

[[nodiscard]] constexpr std::string_view name_of(EntityType type) {
    return entity_type_names[static_cast<std::size_t>(type)];
}

[[nodiscard]] constexpr std::optional<EntityType> entity_type(std::string_view name) {
    for (std::size_t i = 0; i < entity_type_names.size(); ++i)
        if (entity_type_names[i] == name) return static_cast<EntityType>(i);
    return std::nullopt;
}

[[nodiscard]] constexpr bool is_human(EntityType type) {
    return type == EntityType::person || type == EntityType::official;
}

/// The FAMILY of node ids: persons and officials share one, so that a promotion does not change the id.
[[nodiscard]] constexpr std::string_view family_of(EntityType type) {
    return type == EntityType::official ? name_of(EntityType::person) : name_of(type);
}

}  // namespace chancery
