#pragma once
#include "extract/mention/scan.hpp"

namespace chancery {

// Where the name of a body begins and ends, beside the capitals.

/// The word at `i`, before "and" or "of", ends something else: an office ("president and the Harbour Party"), a firm
/// ("Roe Inc. and Harbour Bank").
[[nodiscard]] bool ends_itself(const Scan& scan, std::uint32_t i);

/// The office at `i` is the end of a body's name: "of Emergency Physicians", "of Criminal Justice".
/// REQUIRES: scan.title_at(i).
[[nodiscard]] bool field_of_body(const Scan& scan, std::uint32_t i);

/// The country that stands right before `first`: "Russian", "Azerbaijan's", "Baku's". Gives where it begins.
struct Owner {
    std::uint32_t first = 0;
    std::string country;
};

[[nodiscard]] Owner state_before(const Scan& scan, std::uint32_t first);

/// One past "of justice", "of foreign affairs and trade" behind a ministry or department at the word before `last`;
/// `last` when no field follows.
[[nodiscard]] std::uint32_t behind_field(const Scan& scan, std::uint32_t last);

}  // namespace chancery
