#pragma once
#include "extract/mention/scan.hpp"

namespace chancery {

/// Capitalised words that may be a name.
struct Stretch {
    std::uint32_t first = 0, last = 0;
};

// What the words around a stretch of capitals tell about it.

/// "said", ", 43,", ", a lawyer": what stands behind people.
[[nodiscard]] bool human_context_after(const Scan& scan, std::uint32_t last);
/// "the jihadi group X", "the newspaper X", "leftist party X".
[[nodiscard]] bool body_named_before(const Scan& scan, std::uint32_t first);
/// "X party", "X newspaper", "X's editor", "X journalists".
[[nodiscard]] bool body_named_behind(const Scan& scan, std::uint32_t last);
/// "X founder NAME": only a body has one, while "X spokesman" may be a politician's.
[[nodiscard]] bool led_behind(const Scan& scan, std::uint32_t last);
/// Right behind a place of a list: "Maung Nu and X".
[[nodiscard]] bool listed_with_place(const Scan& scan, std::uint32_t first);
/// "NISA prison", "Tahart training camp": how many small words behind the name belong to the name of a place.
[[nodiscard]] std::uint32_t facility_behind(const Scan& scan, std::uint32_t last);
/// Begins or ends as names of places do: "Lake X", "X Valley".
[[nodiscard]] bool place_like(const Scan& scan, Stretch stretch);
/// "Trump Tower", "Wall Street": a place whatever stands before the last word.
[[nodiscard]] bool built_place(const Scan& scan, Stretch stretch);
/// "NAME, a town in the north": what stands behind tells a place.
[[nodiscard]] bool place_told_behind(const Scan& scan, std::uint32_t last);
/// "in Santa Rosa (Peru)", "near Cano Hondo, Arauca Department": a region or country behind it tells a place.
[[nodiscard]] bool inside_region(const Scan& scan, Stretch stretch);
/// ", the publisher of", ", chief of": what the stretch that ends at `last` is, said of people alone.
[[nodiscard]] bool office_behind(const Scan& scan, std::uint32_t last);

}  // namespace chancery
