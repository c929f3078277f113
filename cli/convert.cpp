#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "export/read_graph.hpp"
#include "graph/network.hpp"
#include "record/table.hpp"

namespace chancery {

int run_convert(const ConvertOptions& options) {
    check_outputs(options.outputs, options.format);
    auto rows = read_graph(read_file(options.input), options.input);
    if (options.no_private_persons) rows = without_private_persons(rows);
    analyse(rows, options.analysis);
    write_graph(rows, options.outputs, options.format, drawing_of(options.analysis));
    return 0;
}

}  // namespace chancery
