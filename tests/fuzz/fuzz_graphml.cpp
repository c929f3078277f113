// Any bytes as GraphML: a clear error, or a graph that is written and read back the same.
#include <cstdint>
#include <cstdlib>
#include <sstream>

#include "export/format.hpp"
#include "export/read_graphml.hpp"
#include "record/error.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace chancery;
    try {
        const auto rows = read_graphml({reinterpret_cast<const char*>(data), size}, "fuzz");
        std::ostringstream once, again;
        find_format("graphml")->write(GraphView(rows), once);
        find_format("graphml")->write(GraphView(read_graphml(once.str(), "fuzz")), again);
        if (once.str() != again.str()) std::abort();
    } catch (const Error&) {
        return 0;
    }
    return 0;
}
