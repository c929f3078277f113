#pragma once
#include <optional>

#include "extract/relation/clause.hpp"

namespace chancery {

/// Who tells something: a noun of its sentence, and whom that names, when it names somebody known.
struct Teller {
    std::optional<std::uint32_t> word;
    const Mention* mention = nullptr;

    [[nodiscard]] bool somebody() const { return word.has_value() || mention != nullptr; }
};

/// Whose words the clause of the word `trigger` is by the order of words alone, for sentences whose tree does not tell:
/// "..., two officials said", "..., said X", "X, police say, ...", "who police say ...", and a headline's "X: ..." or
/// "...: X".
[[nodiscard]] Teller teller_by_order(const SentenceView& sentence, std::uint32_t trigger);

}  // namespace chancery
