#include "export/read_graph.hpp"

#include "export/read_graphml.hpp"
#include "export/read_json.hpp"

namespace chancery {

GraphRows read_graph(std::string_view bytes, const std::string& where) {
    const auto start = bytes.find_first_not_of(" \t\r\n\xef\xbb\xbf");
    const bool xml = start != std::string_view::npos && bytes[start] == '<';
    return xml ? read_graphml(bytes, where) : read_json(bytes, where);
}

}  // namespace chancery
