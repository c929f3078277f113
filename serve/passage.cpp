#include "serve/passage.hpp"

#include <algorithm>

namespace chancery {

namespace {

constexpr std::size_t longest = 4000;  // bytes on either side

/// Begin of the `lines`th line before `at` that holds something, not farther than `longest`.
std::size_t back(std::string_view text, std::size_t at, int lines) {
    const auto least = at > longest ? at - longest : 0;
    std::size_t begin = at;
    while (begin > least) {
        if (text[begin - 1] == '\n' && begin < at && text[begin] != '\n' && --lines == 0) return begin;
        --begin;
    }
    while (begin < at && (static_cast<unsigned char>(text[begin]) & 0xc0U) == 0x80U) ++begin;
    return begin;
}

std::size_t forth(std::string_view text, std::size_t at, int lines) {
    const auto most = std::min(text.size(), at + longest);
    std::size_t end = at;
    while (end < most) {
        if (text[end] == '\n' && end > at && text[end - 1] != '\n' && --lines == 0) return end;
        ++end;
    }
    while (end > at && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U) --end;
    return end;
}

}  // namespace

Passage passage_of(const std::function<std::optional<std::string>(std::string_view)>& text_of,
                   const EvidenceRow& evidence) {
    const auto text = text_of(evidence.article);
    const auto [begin, end] = evidence.sentence;
    if (!text || end > text->size() || begin > end || text->compare(begin, end - begin, evidence.text) != 0) return {};
    const auto from = back(*text, begin, 2), to = forth(*text, end, 2);
    return {{static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)}, text->substr(from, to - from)};
}

}  // namespace chancery
