#include "extract/lexicon/abbreviations.hpp"

#include <algorithm>
#include <array>

#include "record/table.hpp"

namespace chancery {

std::optional<Abbreviations::Kind> Abbreviations::find(std::string_view word) const {
    const auto it = kinds_.find(word);
    return it == kinds_.end() ? std::nullopt : std::optional(it->second);
}

Abbreviations Abbreviations::read(const std::filesystem::path& path) {
    static constexpr std::array<std::string_view, 2> columns = {"word", "kind"};
    static constexpr std::array<std::string_view, 7> kinds = {"title",   "month", "state",  "unit",
                                                              "company", "latin", "country"};
    const auto table = Table::read(path, columns);
    Abbreviations abbreviations;
    for (const auto& row : table.rows()) {
        const auto kind = std::find(kinds.begin(), kinds.end(), row.cells[1]);
        if (kind == kinds.end()) table.fail(row, "the kind '" + std::string(row.cells[1]) + "' is not known");
        if (!abbreviations.kinds_.emplace(row.cells[0], static_cast<Kind>(kind - kinds.begin())).second)
            table.fail(row, "the word '" + std::string(row.cells[0]) + "' stands twice");
    }
    return abbreviations;
}

}  // namespace chancery
