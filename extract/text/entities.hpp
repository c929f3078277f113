#pragma once
#include <vector>

#include "extract/text/characters.hpp"

namespace chancery {

/// Puts in what HTML's character references stand for that a plain text kept ("&rsquo;", "&#8217;", "&amp;nbsp;"), and
/// marks each "entity". A reference must end in ";" and be known; "AT&T" and "?a=1&copy=2" stay.
void decode_entities(std::vector<Character>& characters);

}  // namespace chancery
