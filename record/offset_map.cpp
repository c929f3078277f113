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

/// Appends to `out` pieces that lead through both maps. What lies in the second map between two pieces is dropped text.
class OffsetMap::Joiner {
  public:
    Joiner(const OffsetMap& next, OffsetMap& out) : next_(next), out_(out) {}

    void verbatim(std::uint32_t begin, std::uint32_t end) {
        while (begin < end) {
            while (at_ < next_.pieces_.size() && last_of(next_.pieces_[at_]) <= begin) ++at_;
            if (at_ == next_.pieces_.size()) return put(end - begin, {reached_, reached_}, false);
            const auto& piece = next_.pieces_[at_];
            const auto stop = std::min(end, last_of(piece));
            if (piece.verbatim) {
                const auto from = piece.published + (begin - piece.cleaned);
                put(stop - begin, {from, from + stop - begin}, true);
            } else {
                put(stop - begin, {piece.published, piece.published + piece.published_length}, false);
            }
            begin = stop;
        }
    }

    void replaced(const Piece& piece) {
        const auto last = piece.published + piece.published_length;
        put(piece.cleaned_length,
            piece.published_length == 0 ? Span{reached_, reached_} : next_.published({piece.published, last}), false);
    }

    void finish() { put(0, {reached_, next_.published_size_}, false); }

  private:
    static std::uint32_t last_of(const Piece& piece) { return piece.cleaned + piece.cleaned_length; }

    /// A stretch that was used up by its first part gives nothing to the others.
    void put(std::uint32_t cleaned, Span target, bool verbatim) {
        if (target.begin > reached_) out_.append(0, target.begin - reached_, false);
        const auto begin = std::max(target.begin, reached_);
        const auto length = target.end > begin ? target.end - begin : 0;
        out_.append(cleaned, length, verbatim && length == cleaned);
        reached_ = std::max(reached_, target.end);
    }

    const OffsetMap& next_;
    OffsetMap& out_;
    std::size_t at_ = 0;
    std::uint32_t reached_ = 0;  ///< published bytes accounted for
};

OffsetMap OffsetMap::then(const OffsetMap& next) const {
    OffsetMap out;
    Joiner joiner(next, out);
    for (const auto& piece : pieces_)
        if (piece.verbatim)
            joiner.verbatim(piece.published, piece.published + piece.published_length);
        else
            joiner.replaced(piece);
    joiner.finish();
    return out;
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
