#pragma once
#include "cli/commands.hpp"

namespace chancery {

/// Nothing but JSON Lines is asked for, in one place: articles need not be kept.
[[nodiscard]] bool streams(const ExtractOptions& options);

/// Articles in, assertions out, one article after the other; memory does not grow with their number. The exit status.
int extract_stream(const ExtractOptions& options);

}  // namespace chancery
