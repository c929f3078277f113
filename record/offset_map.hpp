#pragma once
#include <vector>

#include "record/span.hpp"

namespace chancery {

/// Maps bytes of the cleaned text back to the bytes as published, through pieces in which both run in step
/// (equal lengths: byte for byte) or were replaced as a whole (unequal lengths).
class OffsetMap {
  public:
    /// Appends a piece: `cleaned` bytes of clean text stand for `published` bytes. Zero of either is allowed
    /// (inserted or dropped text). Neighbouring byte-for-byte pieces are joined.
    void append(std::uint32_t cleaned, std::uint32_t published, bool verbatim);

    /// Adds `cleaned` bytes to the last piece: one published run that gave several characters. REQUIRES: something was
    /// appended, not verbatim.
    void extend(std::uint32_t cleaned);

    /// The smallest stretch of published bytes that covers `cleaned`, snapped outward to whole replaced pieces.
    [[nodiscard]] Span published(Span cleaned) const;

    /// The way through two steps: this map's published bytes are what `next` calls cleaned.
    [[nodiscard]] OffsetMap then(const OffsetMap& next) const;

    [[nodiscard]] std::uint32_t cleaned_size() const { return cleaned_size_; }
    [[nodiscard]] std::uint32_t published_size() const { return published_size_; }

  private:
    struct Piece {
        std::uint32_t cleaned, published, cleaned_length, published_length;
        bool verbatim;
    };
    class Joiner;
    std::vector<Piece> pieces_;
    std::uint32_t cleaned_size_ = 0;
    std::uint32_t published_size_ = 0;
};

}  // namespace chancery
