#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "export/format.hpp"

namespace chancery {

/// A format, or one of the files of a format that has several.
struct GraphForm {
    std::string_view name, suffix, mime;
    void (*write)(const GraphView& view, std::ostream& out);
    bool picture = false;
};

/// All of them, by export/format.hpp.
[[nodiscard]] std::span<const GraphForm> graph_forms();

/// Their media types, each once, JSON first.
[[nodiscard]] const std::vector<std::string>& graph_types();

/// The form that a media type means: of several the one that keeps most. REQUIRES: one of graph_types().
[[nodiscard]] const GraphForm& form_of_type(std::string_view type);

/// A graph in a form. Throws HttpProblem when a picture cannot be drawn.
[[nodiscard]] std::string written(const GraphRows& rows, const GraphForm& form);

}  // namespace chancery
