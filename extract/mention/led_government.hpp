#pragma once
#include <cstdint>

#include "extract/mention/scan.hpp"

namespace chancery {

/// Adds the state for which a government called by its leader stands ("the Assad regime", "Assad's government"): the
/// words [head, last) are the government's. False, and nothing added, when no leader is named before it.
bool add_government_of_leader(Scan& scan, std::uint32_t head, std::uint32_t last);

}  // namespace chancery
