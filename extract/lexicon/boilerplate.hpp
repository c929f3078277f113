#pragma once
#include <array>
#include <bitset>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chancery {

/// What web pages and agencies put among an article's own words:
/// models/lexicon/boilerplate.tsv.
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

    /// What stands in brackets is a note of the page or agency: "related: ...",
    /// "photo: ...", "passage omitted". Folded.
    [[nodiscard]] bool bracketed(std::string_view inner) const;

    /// Bytes before the words under a picture: "Image copyright AGENCY Image caption The minister ...". 0 when the
    /// line, folded, does not open so.
    [[nodiscard]] std::size_t caption_begin(std::string_view line) const;

    /// Bytes of the picture agency's name at the end of `text` (folded), 0 when
    /// there is none; and at its begin.
    [[nodiscard]] std::size_t agency_at_end(std::string_view text) const;
    [[nodiscard]] std::size_t agency_at_begin(std::string_view text) const;

  private:
    struct Phrase {
        std::string text;
        Effect effect;
        std::string reason;
        std::string rest = {};  ///< "both": what follows somewhere behind `text`
    };
    [[nodiscard]] const Phrase* find(std::string_view line) const;
    [[nodiscard]] const Phrase* find_inside(std::string_view line) const;
    void add(std::string_view match, Phrase phrase);

    std::map<std::string, Phrase, std::less<>> lines_, counts_;
    std::array<std::vector<Phrase>, 256> starts_, shorts_, both_;  ///< by first byte
    std::vector<Phrase> ends_, contains_;
    std::bitset<65536> contained_;  ///< the first two bytes of each of contains_
    std::vector<std::string> brackets_, agencies_, captions_;
};

}  // namespace chancery
