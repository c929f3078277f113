#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/lexicon/words.hpp"

namespace chancery {

/// A phrase that says when: "on Wednesday", "last December", "three weeks ago", "from 1 to 4 April".
struct DatePhrase {
    std::uint32_t first = 0, last = 0;  ///< its words, half-open
    std::string from, to;               ///< ISO days, equal for a single day
    enum class Precision : std::uint8_t { day, month, year, range } precision = Precision::day;

    /// As EDTF (ISO 8601-2): "2025-07-02", "2024-12", "2020", "2025-05-03/2025-05-05".
    [[nodiscard]] std::string edtf() const;
};

/// The date phrases of a sentence, left to right, apart. `published` is the article's ISO date; without it only phrases
/// that hold a whole date or a year are found. A weekday or month without year is the latest that is not after the
/// publication, or the next when `future`.
[[nodiscard]] std::vector<DatePhrase> find_dates(const Words& words, std::string_view published, bool future);

}  // namespace chancery
