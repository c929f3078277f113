#pragma once
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "record/signature.hpp"

namespace chancery {

/// Which signatures are one thing, and the node id of each. Answers by content, so it serves any run over the same set.
class Resolution {
  public:
    /// The node id of a signature that was in the resolved set. Throws std::out_of_range otherwise.
    [[nodiscard]] const std::string& node_of(const Signature& signature) const;

  private:
    friend Resolution resolve(std::vector<Signature> signatures);
    std::vector<std::pair<Signature, std::string>> nodes_;  // sorted by signature
};

/// Joins signatures into nodes. A pure function of the set: order and repetitions do not matter.
/// Node ids as spec'd in docs/formats/json.md: FAMILY_KEY from the fullest name.
[[nodiscard]] Resolution resolve(std::vector<Signature> signatures);

}  // namespace chancery
