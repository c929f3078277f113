#pragma once
#include <compare>
#include <string>
#include <vector>

#include "record/entity_type.hpp"

namespace chancery {

/// What identity across articles is decided on: the content of a mention cluster, never its place in a run.
/// Extraction yields signatures, `resolve` is a pure function of their set.
struct Signature {
    std::string family;                ///< family_of(type): person, institution, country, place, group
    std::string name;                  ///< fullest name as written
    std::string country;               ///< ISO 3166 alpha-2 of the thing, or empty
    std::vector<std::string> offices;  ///< "spokesperson_of Kremlin", sorted
    std::string article;               ///< id of its article when it is known only inside it, else empty

    auto operator<=>(const Signature&) const = default;
};

}  // namespace chancery
