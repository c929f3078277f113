#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "export/attributes.hpp"
#include "export/sink.hpp"

namespace chancery {

/// What a format writes before the value of each attribute: `before`, its name, `behind`; put together once.
class Openings {
  public:
    /// REQUIRES: each is at most Piece::room long.
    Openings(std::span<const Attribute> attributes, std::string_view before, std::string_view behind)
        : attributes_(attributes) {
        for (const auto& a : attributes) pieces_.emplace_back(std::string(before).append(a.name).append(behind));
    }
    /// REQUIRES: an element of the attributes it was made for.
    [[nodiscard]] const Piece& of(const Attribute& a) const {
        return pieces_[static_cast<std::size_t>(&a - attributes_.data())];
    }

  private:
    std::span<const Attribute> attributes_;
    std::vector<Piece> pieces_;
};

}  // namespace chancery
