#pragma once
#include <string>
#include <vector>

namespace chancery {

/// One block of a tests/cases/*.case file: a text, and what must and must not be read from it. README in that folder.
struct Case {
    struct Edge {
        std::string subject, relation, object, status;  ///< "official/Maren Holt"; `*` for any; status may be empty
        bool wanted = true;
    };
    struct Node {
        std::string name;
        bool wanted = true;
    };
    std::string where;  ///< FILE:LINE of the text
    std::string text;
    std::vector<Edge> edges;
    std::vector<Node> nodes;
};

/// Throws std::runtime_error "FILE:LINE: ..." on a line that is none of text, want, deny, node, nonode.
[[nodiscard]] std::vector<Case> read_cases(const std::string& path);

}  // namespace chancery
