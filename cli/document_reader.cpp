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

ArticleHints DocumentReader::completed(ArticleHints hints) const {
    metadata_.complete(hints);
    return hints;
}

Outcome DocumentReader::read(Document document, Article* cleaned) const {
    metadata_.complete(document.hints);
    Article own;
    if (cleaned == nullptr && !options_.articles.empty()) cleaned = &own;
    Outcome outcome;
    document.hints.any_language = options_.any_language;
    outcome.id = document.hints.id;
    outcome.facts = extractor_.extract(std::move(document.bytes), document.hints, cleaned);
    outcome.where = std::move(document.where);
    outcome.text = std::move(own.text);
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
