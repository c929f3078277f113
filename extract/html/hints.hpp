#pragma once
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace chancery {

/// What the class names, ids and roles of page elements say of their content: models/lexicon/page_hints.tsv.
class PageHints {
  public:
    enum class Effect : std::uint8_t { none, body, drop };  ///< nothing; the article's text; page furniture

    /// Throws Error "FILE:LINE: ..." on a bad row.
    static PageHints read(const std::filesystem::path& path);

    /// Of the words in a class or id ("articleBody story-text", "most_read"), which are parted at signs and at
    /// capitals. One word that says body outweighs none that says drop.
    [[nodiscard]] Effect of(std::string_view names) const;

    /// One of the classes, taken whole, is a common name for what is not shown ("hidden", "sr-only").
    [[nodiscard]] bool hides(std::string_view classes) const;

  private:
    [[nodiscard]] Effect word(std::string_view word) const;
    std::map<std::string, Effect, std::less<>> words_;
    std::set<std::string, std::less<>> hidden_;
};

}  // namespace chancery
