#pragma once
#include <array>
#include <cstdint>
#include <string_view>

namespace chancery {

/// What the network sees of a token: hashes of its forms, affixes and shape. The kinds, in order.
enum class FeatureKind : std::uint8_t {
    lower_form,  ///< lower case, digits as 0, typographic quotes and dashes as ASCII
    form,        ///< the same in its own case
    suffix1,
    suffix2,
    suffix3,
    suffix4,
    prefix1,
    prefix2,
    prefix3,
    shape,     ///< "Xx", "0,0", runs shortened
    marks,     ///< hyphen, digit, all capitals, capital
    position,  ///< capital and first in its sentence
    count
};
inline constexpr std::size_t feature_kinds = static_cast<std::size_t>(FeatureKind::count);

/// One 64-bit hash a kind; 0 where the token has no such feature (a suffix longer than the word).
using FeatureHashes = std::array<std::uint64_t, feature_kinds>;

/// The features of one token. `first` says that it opens its sentence. Allocates nothing for tokens below 64 bytes.
[[nodiscard]] FeatureHashes features_of(std::string_view form, bool first);

}  // namespace chancery
