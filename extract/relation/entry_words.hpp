#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/relation/clause.hpp"

namespace chancery {

/// Position behind the fixed words of an entry, matched from word `at` with small words skipped; nothing when they are
/// not there.
[[nodiscard]] std::optional<std::uint32_t> behind_words(const SentenceView& sentence, std::uint32_t at,
                                                        const std::vector<std::string>& wanted);

/// `text` is `lemma` or its plural.
[[nodiscard]] bool same_word(std::string_view text, std::string_view lemma);

}  // namespace chancery
