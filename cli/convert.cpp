#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "export/read_graph.hpp"
#include "record/table.hpp"

namespace chancery {

int run_convert(const ConvertOptions& options) {
    check_outputs(options.outputs, options.format);
    auto rows = filtered(read_graph(read_file(options.input), options.input), options.filter);
    analyse(rows, options.analysis);
    write_graph(rows, options.outputs, options.format, drawing_of(options.analysis));
    return 0;
}

}  // namespace chancery
