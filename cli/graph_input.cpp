#include "cli/graph_input.hpp"

#include "export/read_graph.hpp"
#include "record/error.hpp"
#include "record/table.hpp"
#include "store/store.hpp"
#include "store/writer.hpp"

namespace chancery {

GraphRows load_graph(const std::string& path) {
    if (!is_store(path)) return read_graph(read_file(path), path);
    const Store store(path);
    if (!store.current()) {
        try {
            StoreWriter(path, std::chrono::seconds(0)).refresh();
        } catch (const Error&) {
            // somebody writes to it, or nobody may: this run makes the graph for itself
        }
    }
    return store.load_graph();
}

}  // namespace chancery
