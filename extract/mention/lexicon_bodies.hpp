#pragma once
#include "extract/mention/scan.hpp"

namespace chancery {

/// Adds the body that a name of the lexicon stands for, unless it is taken or part of a longer name.
void add_lexicon_body(Scan& scan, const NameHit& hit);

}  // namespace chancery
