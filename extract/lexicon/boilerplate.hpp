#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace chancery {

/// Lines that web pages put among an article's own: models/lexicon/boilerplate.tsv.
class BoilerplatePhrases {
  public:
    enum class Effect : std::uint8_t { none, line, tail };  ///< this line; this line and all that follows

    struct Hit {
        Effect effect = Effect::none;
        std::string_view reason;  ///< valid while the phrases live
    };

    /// Throws Error "FILE:LINE: ..." on a bad row.
    static BoilerplatePhrases read(const std::filesystem::path& path);

    /// `line` folded (ASCII lower case, straight apostrophes) and trimmed.
    [[nodiscard]] Hit match(std::string_view line) const;

  private:
    struct Phrase {
        std::string text;
        Effect effect;
        std::string reason;
    };
    std::map<std::string, Phrase, std::less<>> lines_;
    std::vector<Phrase> starts_, contains_;
};

}  // namespace chancery
