#pragma once
#include <memory>
#include <string_view>

#include "extract/input/reader.hpp"

namespace chancery {

/// The bytes begin with a record of a web archive.
[[nodiscard]] bool looks_like_warc(std::string_view head);

/// The pages in a web archive (WARC 1.0 and 1.1, Common Crawl's WARC and WET): responses with status 200 and resources
/// that are HTML, conversions that are text. Everything else in it is passed over without a word.
[[nodiscard]] std::unique_ptr<Reader> read_warc(Member member);

}  // namespace chancery
