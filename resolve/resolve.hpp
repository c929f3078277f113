#pragma once
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "record/signature.hpp"

namespace chancery {

/// What a user has decided about identity, bound to signatures (resolve/decisions.hpp).
struct Rulings {
    std::vector<std::pair<Signature, Signature>> same;      ///< are one thing
    std::vector<std::pair<Signature, Signature>> apart;     ///< are two, whatever else speaks for one
    std::vector<std::pair<Signature, std::string>> labels;  ///< how its node is called
};

/// Which signatures are one thing, and the node id of each. Answers by content, so it serves any run over the same set.
class Resolution {
  public:
    /// The node id of a signature that was in the resolved set. Throws std::out_of_range otherwise.
    [[nodiscard]] const std::string& node_of(const Signature& signature) const;
    /// The label a user gave to a node; empty when none did.
    [[nodiscard]] std::string label_of(const std::string& node) const;

  private:
    friend Resolution resolve(std::vector<Signature> signatures, const Rulings& rulings);
    std::vector<std::pair<Signature, std::string>> nodes_;  // sorted by signature
    std::map<std::string, std::string> labels_;
};

/// Joins signatures into nodes. A pure function of the set and the rulings: order and repetitions do not matter.
/// Node ids as spec'd in docs/formats/json.md: FAMILY_KEY from the fullest name.
[[nodiscard]] Resolution resolve(std::vector<Signature> signatures, const Rulings& rulings = {});

}  // namespace chancery
