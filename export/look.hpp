#pragma once
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <string_view>

#include "record/entity_type.hpp"
#include "record/status.hpp"

namespace chancery {

/// A colour in red, green and blue, and as "#rrggbb".
struct Colour {
    std::uint8_t r, g, b;
    std::string_view hex;
};

/// Okabe and Ito's colours, told apart by colour-blind readers, by EntityType.
inline constexpr std::array<Colour, 6> type_colours = {{{86, 180, 233, "#56B4E9"},
                                                        {0, 114, 178, "#0072B2"},
                                                        {230, 159, 0, "#E69F00"},
                                                        {0, 158, 115, "#009E73"},
                                                        {240, 228, 66, "#F0E442"},
                                                        {221, 221, 221, "#DDDDDD"}}};

[[nodiscard]] constexpr const Colour& colour_of(EntityType type) {
    return type_colours[static_cast<std::size_t>(type)];
}

/// The line of an edge: alleged dashed, denied and planned dotted.
[[nodiscard]] constexpr std::string_view line_style(Status status) {
    return status == Status::asserted ? "solid" : status == Status::alleged ? "dashed" : "dotted";
}

/// A length that grows with the root of a count, in tenths: node sizes, line widths.
[[nodiscard]] inline std::uint32_t grown(std::uint32_t count, std::uint32_t least, std::uint32_t step,
                                         std::uint32_t most) {
    return std::min(most, least + static_cast<std::uint32_t>(step * std::sqrt(static_cast<double>(count))));
}

}  // namespace chancery
