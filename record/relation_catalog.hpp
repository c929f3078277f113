#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "record/entity_type.hpp"

namespace chancery {

/// One of the relations the program knows: models/relations.tsv, one row each, and those that rule files add.
struct Relation {
    std::string id, kind;                    ///< kind: role, affiliation, structure, place, family, event
    std::uint8_t subjects = 0, objects = 0;  ///< bit 1 << EntityType set when an end may be of that type
    bool symmetric = false;
    std::string cameo, plover;  ///< codes of event data, or empty
    std::string label, meaning;

    [[nodiscard]] bool takes_subject(EntityType type) const { return (subjects >> static_cast<unsigned>(type)) & 1U; }
    [[nodiscard]] bool takes_object(EntityType type) const { return (objects >> static_cast<unsigned>(type)) & 1U; }
};

/// All relations, sorted by id, so that an index is stable for one catalogue file.
class RelationCatalog {
  public:
    /// Throws Error "FILE:LINE: ..." on a bad row or a repeated id.
    static RelationCatalog read(const std::filesystem::path& path);

    [[nodiscard]] const std::vector<Relation>& all() const { return relations_; }
    [[nodiscard]] const Relation& at(std::uint16_t index) const { return relations_.at(index); }
    [[nodiscard]] std::optional<std::uint16_t> find(std::string_view id) const;

    /// As find; throws Error naming `where` and the nearest known id.
    [[nodiscard]] std::uint16_t require(std::string_view id, const std::string& where) const;

    /// Adds a relation that a rule file brings along. The indices of the others move, so this comes before any use.
    void add(Relation relation);

  private:
    std::vector<Relation> relations_;
};

/// Bits for a cell such as "institution|country" or "*" (any type but place). Empty when a word is unknown.
/// `person` admits officials.
[[nodiscard]] std::optional<std::uint8_t> type_bits(std::string_view cell);

/// The word of `known` with the least edit distance to `word`, for error messages; empty when `known` is.
[[nodiscard]] std::string nearest(std::string_view word, const std::vector<std::string>& known);

}  // namespace chancery
