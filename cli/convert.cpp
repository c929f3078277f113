#include "cli/commands.hpp"
#include "cli/filter_names.hpp"
#include "cli/graph_input.hpp"

namespace chancery {

namespace {

/// The catalogue is asked only for what the graph does not have: a graph can be converted without models.
void check_names(const GraphFilter& filter, const GraphRows& rows) {
    std::set<std::string> sources;
    for (const auto& article : rows.articles) sources.insert(article.source);
    check_sources(filter, sources);
    if (filter.relations.empty() && filter.kinds.empty()) return;
    const auto catalog = models_folder("") / "relations.tsv";
    std::error_code trouble;
    check_relations(filter,
                    std::filesystem::exists(catalog, trouble) ? RelationCatalog::read(catalog) : RelationCatalog(),
                    rows.edges);
}

}  // namespace

int run_convert(const ConvertOptions& options) {
    check_outputs(options.outputs, options.format);
    auto rows = load_graph(options.input);
    check_names(options.filter, rows);
    rows = filtered(std::move(rows), options.filter);
    analyse(rows, options.analysis);
    write_graph(rows, options.outputs, options.format, drawing_of(options.analysis));
    return 0;
}

}  // namespace chancery
