#pragma once
#include <optional>

#include "extract/relation/clause.hpp"

namespace chancery {

/// Who is asked or enabled to do what the infinitive at `verb` says, by the order of words: "called on Oman to
/// release", "calls for Oman to release", "gave police time to charge". The last word of his name.
[[nodiscard]] std::optional<std::uint32_t> addressee_of(const SentenceView& sentence, std::uint32_t verb);

}  // namespace chancery
