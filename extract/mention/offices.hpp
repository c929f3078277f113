#pragma once
#include <vector>

#include "extract/mention/scan.hpp"

namespace chancery {

/// Reads who holds which office from the titles of a scanned sentence. Holder and body are indices into scan.mentions.
/// A title with a body but no named holder adds a mention of kind `holder` for it ("Russia's ambassador").
[[nodiscard]] std::vector<Office> find_offices(Scan& scan);

}  // namespace chancery
