#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace chancery {

/// What tells languages apart: models/lexicon/languages.tsv. Words of closed classes, scripts, letters of their own.
class Languages {
  public:
    struct Language {
        std::string code;     ///< ISO 639: "de"
        std::string script;   ///< ISO 15924's English name; "Kana" for Japanese
        std::string problem;  ///< "language.de", as a Problem's code; valid while the Languages live
    };

    /// Which languages a word or letter speaks for, by index. The fewer, the more it says.
    using Hint = std::vector<std::uint16_t>;

    /// Throws Error "FILE:LINE: ..." on a bad row, or when English is missing.
    static Languages read(const std::filesystem::path& path);

    [[nodiscard]] const std::vector<Language>& all() const { return all_; }
    [[nodiscard]] std::uint16_t english() const { return english_; }

    /// `word` in small letters. Null when it speaks for none.
    [[nodiscard]] const Hint* word(std::string_view word) const;
    [[nodiscard]] const Hint* letter(char32_t letter) const;

    /// The only or first language of a script, or null.
    [[nodiscard]] const Language* of_script(std::string_view script) const;

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    std::vector<Language> all_;
    std::uint16_t english_ = 0;
    std::unordered_map<std::string, Hint, Hash, std::equal_to<>> words_;
    std::unordered_map<char32_t, Hint> letters_;
};

}  // namespace chancery
