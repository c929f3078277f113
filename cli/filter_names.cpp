#include "cli/filter_names.hpp"

#include "record/error.hpp"

namespace chancery {

namespace {

void check(const char* option, const char* what, const std::vector<std::string>& wanted,
           const std::set<std::string>& known) {
    for (const auto& name : wanted)
        if (!known.contains(name))
            throw UsageError(std::string(option) + ": '" + name + "' is no " + what + ". The nearest known one is '" +
                             nearest(name, {known.begin(), known.end()}) + "'.");
}

}  // namespace

void check_relations(const GraphFilter& filter, const RelationCatalog& catalog, std::span<const EdgeRow> edges) {
    std::set<std::string> relations, kinds;
    for (const auto& relation : catalog.all()) {
        relations.insert(relation.id);
        kinds.insert(relation.kind);
    }
    for (const auto& edge : edges) {
        relations.insert(edge.relation);
        kinds.insert(edge.kind);
    }
    check("--relation", "relation", filter.relations, relations);
    check("--kind", "kind of relation", filter.kinds, kinds);
}

void check_sources(const GraphFilter& filter, const std::set<std::string>& sources) {
    if (filter.sources.empty()) return;
    if (sources.empty() || sources.rbegin()->empty())
        throw UsageError("--source: no article says where it was published. Give that with --meta to extract.");
    check("--source", "source of these articles", filter.sources, sources);
}

}  // namespace chancery
