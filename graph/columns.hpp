#pragma once
#include <span>
#include <string_view>

#include "graph/rows.hpp"

namespace chancery {

/// True for the columns of this program that hold whole numbers ("degree", "community", "x").
[[nodiscard]] bool whole_column(std::string_view name);

/// Gives every node the value of its place in `values` under `name`; a column of that name is replaced. Columns stand
/// sorted by name.
void set_column(GraphRows& rows, std::string_view name, std::span<const double> values);

}  // namespace chancery
