#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace chancery {

/// What is needed of an article to tell whether it is another's copy.
struct CopyCandidate {
    std::string sha256;                      ///< of its cleaned text: its identity
    std::vector<std::uint32_t> fingerprint;  ///< ArticleFacts::fingerprint
};

/// For each article the smallest sha256 of the articles that are copies of one another with it (syndicated: another
/// headline, cut at the end, a changed paragraph), its own where it stands alone. A pure function of the set: the order
/// of `articles` has no effect. REQUIRES: sha256 values differ.
[[nodiscard]] std::vector<std::string> find_copies(std::span<const CopyCandidate> articles);

}  // namespace chancery
