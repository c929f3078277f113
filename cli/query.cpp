#include <iostream>

#include "cli/commands.hpp"
#include "export/read_graph.hpp"
#include "graph/duplicates.hpp"
#include "record/error.hpp"
#include "record/table.hpp"

namespace chancery {

namespace {

/// Doubtful pairs as lines of a decisions file, each under its reason. Nothing is decided: a user strikes out what is
/// wrong and gives the rest to --decisions.
void print_duplicates(const GraphRows& rows) {
    const auto doubts = find_duplicates(rows);
    std::cout << "action\twho\ttarget\n";
    for (const auto& doubt : doubts) {
        const auto& one = rows.nodes[doubt.first];
        const auto& other = rows.nodes[doubt.second];
        std::cout << "# " << doubt.reason << ": " << one.label << " (" << one.mentions << " mentions in "
                  << one.articles.size() << " articles), " << other.label << " (" << other.mentions << " in "
                  << other.articles.size() << ")\n"
                  << "merge\t" << address_of(one) << '\t' << address_of(other) << '\n';
    }
    std::cerr << "chancery: " << doubts.size() << " doubtful pairs\n";
}

}  // namespace

int run_query(const QueryCommand& command) {
    const auto rows = read_graph(read_file(command.graph), command.graph);
    print_duplicates(rows);
    return 0;
}

}  // namespace chancery
