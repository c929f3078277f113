#pragma once
#include <cstdint>
#include <vector>

#include "record/article.hpp"
#include "record/reading.hpp"

namespace chancery {

/// The hashes of one in four of the article's sequences of four words, sorted, each once. Headline, bylines and
/// boilerplate are left out, as are case, punctuation and the form of quotes, so that copies of one text under other
/// roofs share most of them. The same on every machine.
[[nodiscard]] std::vector<std::uint32_t> fingerprint_of(const Article& article, const Reading& reading);

}  // namespace chancery
