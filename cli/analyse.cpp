#include <iostream>

#include "cli/commands.hpp"
#include "graph/force_layout.hpp"
#include "graph/measures.hpp"

namespace chancery {

void analyse(GraphRows& rows, const AnalysisOptions& options) {
    if (options.measures || options.measures_all) {
        const MeasureOptions wish{options.measures_all};
        add_measures(rows, wish);
        if (rows.nodes.size() > wish.exact_nodes)
            std::cerr << "chancery: betweenness and closeness are estimates from " << wish.pivots << " of "
                      << rows.nodes.size() << " nodes\n";
    }
    if (options.layout) add_layout(rows);
}

Drawing drawing_of(const AnalysisOptions& options) {
    return {options.cluster == "country"};
}

}  // namespace chancery
