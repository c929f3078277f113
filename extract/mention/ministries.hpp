#pragma once
#include <string>
#include <vector>

#include "extract/mention/scan.hpp"

namespace chancery {

/// "Family and Social Policies Minister", "Minister of Emigration and Egyptian Expatriates Affairs": the ministry that
/// a title no lexicon knows speaks of. Takes the words in.
[[nodiscard]] std::string ministry_in(const Scan& scan, const Title& title, TitleHit& hit);

/// "defence minister" speaks of a Defence Ministry, "defense minister" of a Defense Ministry.
[[nodiscard]] std::string spelled_as(const Scan& scan, const TitleHit& hit, std::string ministry);

/// "the interior and finance ministers": the titles that share the last word with `hit`, in text order and without it.
/// Widens `hit` to the first of them.
[[nodiscard]] std::vector<std::uint32_t> titles_joined(const Scan& scan, TitleHit& hit);

/// "the US commerce and treasury departments", "the foreign and defence ministries": both, each by its field.
void find_joint_ministries(Scan& scan);

}  // namespace chancery
