#include "cli/document_reader.hpp"

#include "cli/filter_names.hpp"
#include "graph/build.hpp"
#include "graph/filter.hpp"

namespace chancery {

DocumentReader::DocumentReader(const ExtractOptions& options)
    : options_(options),
      metadata_(options.date),
      extractor_(Extractor::load(models_folder(options.models), {options.gazetteers.begin(), options.gazetteers.end()},
                                 {options.rules.begin(), options.rules.end()})) {
    check_relations(options.filter, extractor_.catalog());
    if (!options.meta.empty()) metadata_.read(options.meta);
}

Outcome DocumentReader::read(Document document) const {
    metadata_.complete(document.hints);
    Article cleaned;
    Outcome outcome;
    document.hints.any_language = options_.any_language;
    outcome.id = document.hints.id;
    outcome.facts =
        extractor_.extract(std::move(document.bytes), document.hints, options_.articles.empty() ? nullptr : &cleaned);
    outcome.where = std::move(document.where);
    outcome.text = std::move(cleaned.text);
    return outcome;
}

GraphRows DocumentReader::graph(std::span<const ArticleFacts> facts, const Rulings& rulings) const {
    std::vector<Signature> signatures;
    for (const auto& article : facts)
        for (const auto& entity : article.entities) signatures.push_back(entity.signature);
    auto versions = extractor_.versions();
    versions["version"] = CHANCERY_VERSION;
    auto rows = build_graph(facts, resolve(std::move(signatures), rulings), extractor_.catalog(), std::move(versions));
    return filtered(std::move(rows), options_.filter);
}

}  // namespace chancery
