#pragma once
#include <string>
#include <string_view>

#include "record/offset_map.hpp"

namespace chancery {

/// Bytes as published, and as UTF-8.
struct DecodedText {
    std::string text;
    std::string raw;  ///< as published; empty when nothing was converted: then `text` is that
    std::string
        charset;    ///< the name of the encoding that was read, in ICU's spelling; "UTF-8" when nothing was converted
    OffsetMap map;  ///< text -> published bytes; empty when nothing was converted: both are the same
    bool converted = false;
    bool guessed = false;  ///< nobody said the encoding: it was told by statistics
};

/// Reads UTF-8, UTF-16, UTF-32, Windows-125x, ISO-8859-x, KOI8, GB18030, Big5, Shift-JIS, EUC and whatever else ICU
/// knows. In this order: a byte-order mark; valid UTF-8 is UTF-8 whatever it calls itself; `declared` (a transport's
/// word); what a page or XML file says in its first bytes; statistics; Windows-1252. Bytes that mean nothing become
/// U+FFFD. Never throws. Invalid bytes in what is mostly UTF-8 are left for decode() to note.
[[nodiscard]] DecodedText to_utf8(std::string raw, std::string_view declared = {});

/// The bytes are UTF-16 or UTF-32: by their mark, or by the zeros that English has in them.
[[nodiscard]] bool looks_like_wide_text(std::string_view raw);

/// "charset=..." or "encoding=..." in the head of a page or an XML file; empty when there is none.
[[nodiscard]] std::string_view declared_charset(std::string_view raw);

}  // namespace chancery
