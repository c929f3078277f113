#pragma once
#include <span>
#include <string>

#include "graph/filter.hpp"

namespace CLI {
class App;
}

namespace chancery {

/// One row per filter; help of every command that filters is made from it.
struct FilterOption {
    const char *name, *value, *help;                             ///< `value` names what follows; null for a flag
    bool many;                                                   ///< repeatable, and a list with commas
    void (*set)(GraphFilter& filter, const std::string& value);  ///< throws UsageError "--NAME: ..."
};

[[nodiscard]] std::span<const FilterOption> filter_options();

/// Gives a command all of them.
void add_filters(CLI::App& command, GraphFilter& filter);

}  // namespace chancery
