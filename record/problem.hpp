#pragma once
#include <string>
#include <string_view>

#include "record/span.hpp"

namespace chancery {

/// Something wrong with an article that did not stop the work: broken bytes, a guessed character, text left out.
struct Problem {
    Span where;             ///< bytes of the cleaned text
    std::string_view code;  ///< a literal such as "encoding.invalid" or "mojibake.gbk"
    std::string detail;     ///< for people; may be empty
};

}  // namespace chancery
