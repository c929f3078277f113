#pragma once
#include "extract/mention/scan.hpp"

namespace chancery {

/// "Antioquia Department", "the Honduran Department of El Paraiso": adds the place when a region of that name is known.
/// `head`, `last`: the words of "department", half-open. False when it is a body's name.
bool add_region(Scan& scan, std::uint32_t head, std::uint32_t last);

}  // namespace chancery
