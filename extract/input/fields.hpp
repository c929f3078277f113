#pragma once
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/input/document.hpp"

namespace chancery {

/// What a record may say of an article.
enum class Field : std::uint8_t { id, text, html, title, published, source, url };
inline constexpr std::size_t field_count = 7;

/// Which keys of a JSON object, or columns of a table, hold what.
class Fields {
  public:
    /// The keys that are known by themselves: the names of the fields, "date" and "urls".
    Fields();

    /// `given` is "NAME=KEY": KEY instead of the keys known by themselves, or after those given before. Throws
    /// UsageError when NAME is no field.
    explicit Fields(std::span<const std::string> given);

    /// The field that a key holds and how many keys go before it; nothing for other keys.
    struct Place {
        Field field;
        std::size_t rank;
    };
    [[nodiscard]] std::optional<Place> place(std::string_view key) const;

    /// "text", or the key given for it.
    [[nodiscard]] const std::string& text_key() const { return keys_[1].front(); }

  private:
    std::array<std::vector<std::string>, field_count> keys_;
};

/// A record while it is read. Of several keys for one field the first in the order of Fields that says anything counts.
class Record {
  public:
    explicit Record(const Fields& fields) : fields_(fields) { ranks_.fill(SIZE_MAX); }
    void set(std::string_view key, std::string value);
    void set(Fields::Place place, std::string value);

    /// The record as a document; nothing when it has no text.
    [[nodiscard]] std::optional<Document> take();

    /// What it says besides the text.
    [[nodiscard]] const ArticleHints& hints() const { return document_.hints; }

  private:
    const Fields& fields_;
    Document document_;
    std::array<std::size_t, field_count> ranks_{};
};

/// The calendar date that a time stamp begins with or holds, as ISO; empty for none.
[[nodiscard]] std::string date_in(std::string_view stamp);

/// Blanks and line ends only.
[[nodiscard]] bool blank(std::string_view text);

}  // namespace chancery
