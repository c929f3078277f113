#pragma once
#include <string>
#include <string_view>

#include "record/signature.hpp"

namespace chancery {

/// What is equal for the spellings of one name: "Gusein Safarov" and "Huseyn Safarov", "Yevgeny" and "Evgeniy", "Meng
/// Wanzhou" and "Wanzhou Meng", "Defence Ministry" and "Defense Ministry". Empty when the name is a single word of a
/// person, which is no ground to join on, and for countries, whose code decides.
[[nodiscard]] std::string variant_key(const Signature& signature);

/// The same for one word of a name_key(), whatever the name stands for: a ground to find, not to join.
[[nodiscard]] std::string variant_word(std::string_view word);

}  // namespace chancery
