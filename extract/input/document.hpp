#pragma once
#include <cstdint>
#include <string>

#include "extract/text/reader.hpp"

namespace chancery {

/// One article as it came, not yet cleaned.
struct Document {
    std::string bytes;
    ArticleHints hints = {};  ///< id always; what else the container says: title, published, charset, ...
    std::string where = {};   ///< for messages: "FILE", "FILE:LINE", "ARCHIVE: MEMBER"; no control characters
    bool named = false;       ///< it is a file of the command line itself, not a part of one
};

/// Something that was left out, or read with a loss.
struct Note {
    std::string where, why;
    bool named = false;   ///< concerns a file or folder of the command line as a whole
    bool skipped = true;  ///< false: the article was read all the same
};

/// What reading may cost. A hostile file costs no more than an honest one of these sizes.
struct InputLimits {
    std::uint64_t article = 16U << 20U;  ///< bytes of one article, page, record, feed entry or mail
    std::uint64_t expansion = 100;       ///< a file may unpack to so many times its size, and expansion_floor more
    std::uint32_t nesting = 8;           ///< archives and compressions inside each other
    std::uint32_t pdf_seconds = 60;      ///< for the text of one PDF

    static constexpr std::uint64_t expansion_floor = 64U << 20U;
};

}  // namespace chancery
