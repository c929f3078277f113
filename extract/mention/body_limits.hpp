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

}  // namespace chancery
