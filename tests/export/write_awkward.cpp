// write_awkward DIR: the graphs that have broken readers, in every format, for readers.py.
#include <fstream>
#include <string>
#include <vector>

#include "export/format.hpp"
#include "tests/export/awkward.hpp"

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    const std::pair<const char*, chancery::GraphRows> graphs[] = {
        {"empty", {}}, {"one", chancery::one_node()}, {"awkward", chancery::awkward_graph()}};
    for (const auto& [name, rows] : graphs)
        for (const auto& format : chancery::formats()) {
            std::vector<chancery::Part> parts(format.parts.begin(), format.parts.end());
            if (parts.empty()) parts.push_back({format.suffix, format.write});
            for (const auto& part : parts) {
                std::ofstream out(std::string(argv[1]) + "/" + name + std::string(part.suffix), std::ios::binary);
                part.write(chancery::GraphView(rows), out);
                if (!out.flush()) return 1;
            }
        }
    return 0;
}
