#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "graph/rows.hpp"

namespace chancery {

struct ExtractOptions {
    std::vector<std::string> inputs, outputs;
    std::string format, each, articles, date, meta, models;
    unsigned jobs = 0;  ///< 0: as many as the machine has
    std::uint64_t max_article = 16U << 20U;
    bool strict = false, show_problems = false, no_private_persons = false;
};

struct ConvertOptions {
    std::string input, format;
    std::vector<std::string> outputs;
    bool no_private_persons = false;
};

/// Articles in, a graph out. The exit status; throws Error and UsageError.
int run_extract(const ExtractOptions& options);

/// A saved graph into other formats.
int run_convert(const ConvertOptions& options);

/// Writes a graph to every output, by suffix or by `format` for standard output; the table for people when there is
/// none.
void write_graph(const GraphRows& rows, const std::vector<std::string>& outputs, const std::string& format);

/// Throws UsageError when an output's suffix or the format name is not known; called before work starts.
void check_outputs(const std::vector<std::string>& outputs, const std::string& format);

/// The models folder: the argument, $CHANCERY_MODELS, beside the program, else the source tree's.
[[nodiscard]] std::filesystem::path models_folder(const std::string& argument);

}  // namespace chancery
