#pragma once
#include <array>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "record/table.hpp"

namespace chancery {

// What the readers of the lexicon's tables share.

/// The table `file` of `folder`. Throws Error when it is missing or has other columns.
template <std::size_t n>
Table open(const std::filesystem::path& folder, const char* file, const std::array<std::string_view, n>& columns) {
    return Table::read(folder / file, std::span<const std::string_view>(columns));
}

/// Position of `word` in `allowed`, or an error naming the line.
template <std::size_t n>
std::size_t choice(const Table& table, const Table::Row& row, std::string_view word,
                   const std::array<std::string_view, n>& allowed) {
    for (std::size_t i = 0; i < n; ++i)
        if (allowed[i] == word) return i;
    std::string list;
    for (const auto option : allowed) list.append(list.empty() ? "" : ", ").append(option);
    table.fail(row, "'" + std::string(word) + "' is not one of " + list);
}

}  // namespace chancery
