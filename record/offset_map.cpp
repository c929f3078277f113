#include "record/offset_map.hpp"

#include <algorithm>

namespace chancery {

void OffsetMap::append(std::uint32_t cleaned, std::uint32_t published, bool verbatim) {
    if (cleaned == 0 && published == 0) return;
    if (verbatim && !pieces_.empty() && pieces_.back().verbatim) {
        pieces_.back().cleaned_length += cleaned;
        pieces_.back().published_length += published;
    } else {
        pieces_.push_back({cleaned_size_, published_size_, cleaned, published, verbatim});
    }
    cleaned_size_ += cleaned;
    published_size_ += published;
}

void OffsetMap::extend(std::uint32_t cleaned) {
    pieces_.back().cleaned_length += cleaned;
    cleaned_size_ += cleaned;
}

Span OffsetMap::published(Span cleaned) const {
    const auto after = [](std::uint32_t offset, const Piece& piece) { return offset < piece.cleaned; };
    const auto holding = [&](std::uint32_t offset) {  // the last piece that begins at or before offset
        auto it = std::upper_bound(pieces_.begin(), pieces_.end(), offset, after);
        while (it != pieces_.begin() && std::prev(it)->cleaned_length == 0) --it;
        return it == pieces_.begin() ? pieces_.end() : std::prev(it);
    };
    const auto first = holding(cleaned.begin);
    if (first == pieces_.end()) return {0, 0};
    const auto inside = [](const Piece& piece, std::uint32_t offset) {
        return piece.published + std::min(offset - piece.cleaned, piece.published_length);
    };
    Span result;
    result.begin = first->verbatim ? inside(*first, cleaned.begin) : first->published;
    if (cleaned.empty()) {
        result.end = result.begin;
        return result;
    }
    const auto last = holding(cleaned.end - 1);
    result.end = last->verbatim ? inside(*last, cleaned.end) : last->published + last->published_length;
    return result;
}

}  // namespace chancery
