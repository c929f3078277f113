#include "record/relation_catalog.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

#include "record/error.hpp"
#include "record/table.hpp"

namespace chancery {

namespace {

constexpr std::array<std::string_view, 9> columns = {"id",    "kind",   "subject", "object", "symmetric",
                                                     "cameo", "plover", "label",   "meaning"};

constexpr std::uint8_t bit(EntityType type) {
    return static_cast<std::uint8_t>(1U << static_cast<unsigned>(type));
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const auto cost = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            diagonal = std::exchange(row[j], cost);
        }
    }
    return row.back();
}

}  // namespace

std::optional<std::uint8_t> type_bits(std::string_view cell) {
    std::uint8_t bits = 0;
    for (const auto word : list_of(cell)) {
        if (word == "*") {
            bits |= static_cast<std::uint8_t>(0x3fU & ~bit(EntityType::place));
            continue;
        }
        const auto type = entity_type(word);
        if (!type) return std::nullopt;
        bits |= bit(*type);
        if (*type == EntityType::person) bits |= bit(EntityType::official);
    }
    return bits;
}

std::string nearest(std::string_view word, const std::vector<std::string>& known) {
    const auto best = std::min_element(known.begin(), known.end(), [&](const auto& a, const auto& b) {
        return edit_distance(word, a) < edit_distance(word, b);
    });
    return best == known.end() ? std::string() : *best;
}

RelationCatalog RelationCatalog::read(const std::filesystem::path& path) {
    const auto table = Table::read(path, columns);
    RelationCatalog catalog;
    for (const auto& row : table.rows()) {
        const auto& cell = row.cells;
        const auto subjects = type_bits(cell[2]), objects = type_bits(cell[3]);
        if (!subjects || !objects) table.fail(row, "names an entity type that is not known");
        if (cell[4] != "yes" && cell[4] != "no") table.fail(row, "symmetric must be yes or no");
        catalog.relations_.push_back({std::string(cell[0]), std::string(cell[1]), *subjects, *objects, cell[4] == "yes",
                                      std::string(value_of(cell[5])), std::string(value_of(cell[6])),
                                      std::string(cell[7]), std::string(cell[8])});
    }
    std::sort(catalog.relations_.begin(), catalog.relations_.end(),
              [](const auto& a, const auto& b) { return a.id < b.id; });
    const auto twin = std::adjacent_find(catalog.relations_.begin(), catalog.relations_.end(),
                                         [](const auto& a, const auto& b) { return a.id == b.id; });
    if (twin != catalog.relations_.end())
        throw Error(path.string() + ": the relation " + twin->id + " stands twice. Keep one row.");
    return catalog;
}

std::optional<std::uint16_t> RelationCatalog::find(std::string_view id) const {
    const auto it = std::lower_bound(relations_.begin(), relations_.end(), id,
                                     [](const Relation& relation, std::string_view key) { return relation.id < key; });
    if (it == relations_.end() || it->id != id) return std::nullopt;
    return static_cast<std::uint16_t>(it - relations_.begin());
}

std::uint16_t RelationCatalog::require(std::string_view id, const std::string& where) const {
    if (const auto index = find(id)) return *index;
    std::vector<std::string> ids;
    for (const auto& relation : relations_) ids.push_back(relation.id);
    throw Error(where + ": unknown relation '" + std::string(id) + "'. The nearest known one is '" + nearest(id, ids) +
                "'.");
}

void RelationCatalog::add(Relation relation) {
    const auto at = std::lower_bound(relations_.begin(), relations_.end(), relation.id,
                                     [](const auto& row, const auto& id) { return row.id < id; });
    relations_.insert(at, std::move(relation));
}

}  // namespace chancery
