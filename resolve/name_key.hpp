#pragma once
#include <string>
#include <string_view>

namespace chancery {

/// The KEY of a node id: the name in ASCII (ICU transliteration), lower case, everything but letters and digits as
/// single hyphens, without a leading article and without possessive 's. Twelve base32 digits of its hash when nothing
/// is left.
[[nodiscard]] std::string name_key(std::string_view name);

}  // namespace chancery
