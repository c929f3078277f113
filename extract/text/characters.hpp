#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "record/article.hpp"

namespace chancery {

/// One character on its way from published bytes to clean text.
struct Character {
    char32_t code = 0;             ///< 0 when the bytes were dropped
    std::uint32_t raw = 0;         ///< first published byte
    std::uint32_t raw_length = 0;  ///< published bytes it stands for
    std::string_view problem;      ///< literal code, or empty
};

/// UTF-8 decoded; every invalid byte becomes U+FFFD with problem "encoding.invalid".
[[nodiscard]] std::vector<Character> decode(std::string_view raw);

/// Undoes UTF-8 that was read as another encoding ("mojibake.cp1252", "mojibake.gbk", ...) and Cyrillic or Greek bytes
/// that were read as Windows-1252 ("mojibake.from-cp1251", ...), run by run, and marks each repaired character so.
/// Bytes that were lost are guessed among quotes and dashes where the same text has proven damage: "mojibake.guessed".
void repair_mojibake(std::vector<Character>& characters);

/// Encodes into article.text with article.map and article.problems; drops control characters, joins line ends to LF.
void encode(const std::vector<Character>& characters, Article& article);

/// Appends `code` as UTF-8.
void append_utf8(std::string& out, char32_t code);

}  // namespace chancery
