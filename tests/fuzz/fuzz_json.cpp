// Any bytes as a saved graph: a clear error or a graph that is written and read back the same.
#include <cstdint>
#include <cstdlib>
#include <sstream>

#include "export/format.hpp"
#include "export/read_json.hpp"
#include "record/error.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace chancery;
    try {
        const auto rows = read_json({reinterpret_cast<const char*>(data), size}, "fuzz");
        std::ostringstream once, again;
        find_format("json")->write(GraphView(rows), once);
        find_format("json")->write(GraphView(read_json(once.str(), "fuzz")), again);
        if (once.str() != again.str()) std::abort();
        for (const auto& format : formats())
            if (!format.picture) format.write(GraphView(rows), again);  // Graphviz is not ours to test
    } catch (const Error&) {
        return 0;
    }
    return 0;
}
