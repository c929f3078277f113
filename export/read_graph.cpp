#include "export/read_graph.hpp"

#include "export/compress.hpp"
#include "export/read_graphml.hpp"
#include "export/read_json.hpp"

namespace chancery {

GraphRows read_graph(std::string_view saved, const std::string& where) {
    const auto bytes = decompressed(saved, where);
    const auto start = bytes.find_first_not_of(" \t\r\n\xef\xbb\xbf");
    const bool xml = start != std::string::npos && bytes[start] == '<';
    return xml ? read_graphml(bytes, where) : read_json(bytes, where);
}

}  // namespace chancery
