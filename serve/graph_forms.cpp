#include "serve/graph_forms.hpp"

#include <algorithm>
#include <sstream>

#include "record/error.hpp"
#include "serve/http.hpp"

namespace chancery {

std::span<const GraphForm> graph_forms() {
    static const auto forms = [] {
        std::vector<GraphForm> all;
        for (const auto& format : formats()) {
            all.push_back({format.name, format.suffix, format.mime, format.write, format.picture});
            for (const auto& part : format.parts)
                all.push_back({format.name, part.suffix, format.mime, part.write, false});
        }
        return all;
    }();
    return forms;
}

const std::vector<std::string>& graph_types() {
    static const auto types = [] {
        std::vector<std::string> all = {"application/json"};
        for (const auto& form : graph_forms())
            if (std::find(all.begin(), all.end(), form.mime) == all.end()) all.emplace_back(form.mime);
        return all;
    }();
    return types;
}

const GraphForm& form_of_type(std::string_view type) {
    const auto forms = graph_forms();
    if (type == "application/json")  // several formats are JSON; node-link loses nothing
        return *std::find_if(forms.begin(), forms.end(), [](const auto& form) { return form.suffix == ".json"; });
    return *std::find_if(forms.begin(), forms.end(), [&](const auto& form) { return form.mime == type; });
}

std::string written(const GraphRows& rows, const GraphForm& form) {
    std::ostringstream out;
    try {
        form.write(GraphView(rows), out);
    } catch (const Error& error) {
        throw HttpProblem(400, "Cannot be drawn", error.what());
    }
    return std::move(out).str();
}

}  // namespace chancery
