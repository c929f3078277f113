#pragma once
#include "graph/rows.hpp"

namespace chancery {

/// Adds the columns x and y: whole numbers, the same for every run and order of rows. Linked nodes stand close, all
/// others push each other away; all edges count, whatever their status.
void add_layout(GraphRows& rows);

}  // namespace chancery
