#pragma once
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "extract/lexicon/lexicon.hpp"
#include "extract/lexicon/words.hpp"
#include "record/mention.hpp"

namespace chancery {

/// What a description of people says: "the two Norwegian guards" is guards, norwegian, two, known.
struct GroupName {
    std::string head;                ///< the plural noun, folded
    std::set<std::string> narrowed;  ///< what narrows it, folded, without counts
    std::string count;               ///< "two", "30"; empty for "several" and for none
    std::set<std::string> named;     ///< those of them that are names: "Roe supporters"
    bool definite = false;           ///< "the guards", "these guards": known from before
    bool vague = false;              ///< a noun that describes nobody by itself: "people", "officials"
};

[[nodiscard]] GroupName group_name(const Lexicon& lexicon, const Mention& mention, const Words& words);

/// Says too little to be anybody in particular: "people", "other countries".
[[nodiscard]] bool nobody(const GroupName& name);

/// `later` may speak of the people that `earlier` has named.
[[nodiscard]] bool may_be(const GroupName& later, const GroupName& earlier);

}  // namespace chancery
