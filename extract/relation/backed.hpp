#pragma once
#include "extract/relation/relations.hpp"

namespace chancery {

/// "Brotherhood-backed President X", "the al-Qaeda-linked group": who stands left of the hyphen supports, or is allied
/// with, whom the words right of it describe.
void find_backed(const SentenceView& sentence, std::uint32_t hyphen, Assertions& out);

}  // namespace chancery
