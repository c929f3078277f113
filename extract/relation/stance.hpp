#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "extract/relation/clause.hpp"
#include "record/status.hpp"

namespace chancery {

/// Words that turn a statement into a claim, a denial or a plan: models/lexicon/status_words.tsv.
class Stance {
  public:
    enum class Kind : std::uint8_t { alleged, denied, negation, planned, reporting, claiming, factual, crediting };

    static Stance read(const std::filesystem::path& path);

    /// The status of what the word at `trigger` says, from the words of its clause before it and the two behind it.
    [[nodiscard]] Status of(const SentenceView& sentence, std::uint32_t trigger, std::uint32_t trigger_end) const;

  private:
    [[nodiscard]] Status of_charge(const SentenceView& sentence, const Charge& charge) const;
    [[nodiscard]] bool infinitive(const SentenceView& sentence, std::uint32_t trigger) const;
    [[nodiscard]] const Kind* at(const SentenceView& sentence, std::uint32_t i, std::uint32_t& length) const;
    std::map<std::string, Kind, std::less<>> words_;  ///< single words and phrases joined by blanks
};

}  // namespace chancery
