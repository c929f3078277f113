#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "extract/relation/clause.hpp"
#include "extract/relation/dates.hpp"
#include "record/status.hpp"

namespace chancery {

/// When, where and on whose word something is said to have happened.
struct Circumstances {
    std::string date;                                ///< EDTF, or empty
    std::string place;                               ///< as named, or empty
    const Mention* speaker = nullptr;                ///< who says so, when it is a mention
    std::string speaker_text;                        ///< how the text names who says so, or empty
    std::optional<std::uint32_t> speaker_word = {};  ///< the noun that names who says so
};

/// Reads the circumstances of the event at word `trigger`: date and place phrases that hang on it, the subject of the
/// verb of saying that governs it, "according to". `published` is the article's ISO date, or empty.
[[nodiscard]] Circumstances circumstances_of(const SentenceView& sentence, std::uint32_t trigger, Status status,
                                             std::string_view published);

/// Whose words the word at `word` is, by its own sentence or the quote it stands in; nothing when nobody known says it.
[[nodiscard]] const Mention* teller_of(const SentenceView& sentence, std::uint32_t word);

/// The EDTF date begins after the ISO day; false when either is empty or they cannot be told apart ("2025-07" and
/// "2025-07-02").
[[nodiscard]] bool later(std::string_view edtf, std::string_view day);

}  // namespace chancery
