#pragma once
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace chancery {

/// Words whose full stop does not end a sentence by itself ("Mr.", "Jan.", "U.S."): models/lexicon/abbreviations.tsv.
class Abbreviations {
  public:
    enum class Kind : std::uint8_t { title, month, state, unit, company, latin, country };

    /// Throws Error "FILE:LINE: ..." on a bad row.
    static Abbreviations read(const std::filesystem::path& path);

    /// `word` with its final stop, case as written.
    [[nodiscard]] std::optional<Kind> find(std::string_view word) const;

  private:
    std::map<std::string, Kind, std::less<>> kinds_;
};

}  // namespace chancery
