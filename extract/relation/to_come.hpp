#pragma once
#include <string_view>

#include "extract/relation/stance.hpp"

namespace chancery {

/// English tells a fixed future in the present: "meets X on Friday", "flies to Oman next week to meet X", "leaves for
/// Oman on Monday, where he meets X". True when the event at word `trigger`, or the verb it hangs on, is told so, and
/// when a noun of an event is followed by a time to come ("her visit to Oman next week"). `published` is the article's
/// ISO date, or empty: then weekdays beside a present count as to come.
[[nodiscard]] bool to_come(const Stance& stance, const SentenceView& sentence, std::uint32_t trigger,
                           std::string_view published);

}  // namespace chancery
