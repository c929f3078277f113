#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace chancery {

/// The KEY of a node id: the name in ASCII (ICU transliteration), lower case, everything but letters and digits as
/// single hyphens, without a leading article and without possessive 's. Twelve base32 digits of its hash when nothing
/// is left.
[[nodiscard]] std::string name_key(std::string_view name);

/// The words of such a key.
[[nodiscard]] std::vector<std::string> key_words(std::string_view key);

}  // namespace chancery
