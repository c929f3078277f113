#include <algorithm>
#include <iomanip>
#include <iostream>

#include "cli/commands.hpp"
#include "cli/graph_input.hpp"
#include "export/text.hpp"
#include "extract/pipeline.hpp"
#include "record/error.hpp"
#include "record/table.hpp"

namespace chancery {

namespace {

/// The sentence with its ends in brackets and the words that say it in braces. Marks are bytes of the article; `begin`
/// is the sentence's first.
std::string marked(const EvidenceRow& evidence) {
    struct Sign {
        std::uint32_t at;
        char sign;
    };
    std::vector<Sign> signs;
    const auto add = [&](Span mark, char open, char close) {
        const bool inside =
            evidence.sentence.begin <= mark.begin && mark.end <= evidence.sentence.end && mark.begin < mark.end;
        if (!inside) return;
        signs.push_back({mark.begin - evidence.sentence.begin, open});
        signs.push_back({mark.end - evidence.sentence.begin, close});
    };
    add(evidence.subject, '[', ']');
    add(evidence.trigger, '{', '}');
    add(evidence.object, '[', ']');
    std::stable_sort(signs.begin(), signs.end(), [](const Sign& a, const Sign& b) { return a.at < b.at; });
    std::string out;
    std::size_t at = 0;
    for (const auto& sign : signs) {
        out.append(evidence.text, at, sign.at - at);
        out.push_back(sign.sign);
        at = sign.at;
    }
    return out.append(evidence.text, at, std::string::npos);
}

void print_tree(const Extractor& extractor, const Extractor::Explanation& told, const Sentence& sentence) {
    const auto& view = extractor.syntax().model().view();
    for (auto t = sentence.first; t < sentence.last; ++t) {
        const auto& syntax = told.reading.syntax[t];
        std::cout << "  " << std::setw(3) << t - sentence.first + 1 << ' ' << std::left << std::setw(18)
                  << words(told.article.text, told.reading.tokens[t].where) << std::setw(7)
                  << universal_tag(view.tags[syntax.tag]) << std::setw(12) << view.relations[syntax.label] << std::right
                  << (syntax.head == no_head ? 0 : syntax.head + 1) << '\n';
    }
}

/// The sentence's tree, read anew from its words.
void print_trees(const Extractor& extractor, const EvidenceRow& evidence) {
    const auto told = extractor.explain(evidence.text + "\n");
    std::cout << '\n';
    for (const auto& sentence : told.reading.sentences) print_tree(extractor, told, sentence);
}

/// With the sentences' trees when an extractor is given.
void print_edge(const GraphRows& rows, const EdgeRow& edge, const Extractor* extractor) {
    std::cout << rows.nodes[edge.source].label << "  " << edge.label << "  " << rows.nodes[edge.target].label << "    ("
              << edge.id << ", " << edge.evidence.size()
              << (edge.evidence.size() == 1 ? " sentence)\n" : " sentences)\n");
    for (const auto& evidence : edge.evidence) {
        std::cout << "\n  " << marked(evidence) << "\n  article " << evidence.article << ", bytes "
                  << evidence.sentence.begin << "-" << evidence.sentence.end << "; " << name_of(evidence.status)
                  << "; rule " << evidence.rule << ", " << evidence.construction << "; confidence "
                  << decimal(evidence.confidence);
        if (!evidence.date.empty()) std::cout << "; when " << evidence.date;
        if (!evidence.place.empty()) std::cout << "; where " << evidence.place;
        if (!evidence.speaker_text.empty()) std::cout << "; says " << evidence.speaker_text;
        std::cout << '\n';
        if (extractor != nullptr) print_trees(*extractor, evidence);
    }
}

void print_node(const GraphRows& rows, std::uint32_t index) {
    const auto& node = rows.nodes[index];
    std::cout << node.label << "  (" << name_of(node.type) << ", " << node.id << "), " << node.mentions
              << " mentions in " << node.articles.size() << " articles\n";
    if (!node.aliases.empty()) {
        std::cout << "  also:";
        for (const auto& alias : node.aliases) std::cout << ' ' << alias << ';';
        std::cout << '\n';
    }
    for (const auto& edge : rows.edges)
        if (edge.source == index || edge.target == index) {
            std::cout << '\n';
            print_edge(rows, edge, nullptr);
        }
}

int in_graph(const WhyCommand& command) {
    const auto rows = load_graph(command.graph);
    for (const auto& edge : rows.edges)
        if (edge.id == command.id) {
            const auto extractor =
                Extractor::load(models_folder(command.models), {}, {command.rules.begin(), command.rules.end()});
            print_edge(rows, edge, &extractor);
            return 0;
        }
    for (std::uint32_t n = 0; n < rows.nodes.size(); ++n)
        if (rows.nodes[n].id == command.id || rows.nodes[n].label == command.id) {
            print_node(rows, n);
            return 0;
        }
    throw Error(command.graph + ": has no edge and no node '" + command.id +
                "'. Give an id from the JSON form, or the label of a node.");
}

/// An entry of several words of which the sentence has but the first: nobody asks why it did not fire.
bool far_off(const Attempt& attempt) {
    return std::count(attempt.entry.begin(), attempt.entry.end(), ' ') > 1 &&
           (attempt.outcome.find("fixed words are missing") != std::string::npos ||
            attempt.outcome.find("the phrase behind it is missing") != std::string::npos ||
            attempt.outcome == "the word is a noun here");
}

int in_sentence(const WhyCommand& command) {
    const auto extractor =
        Extractor::load(models_folder(command.models), {}, {command.rules.begin(), command.rules.end()});
    const auto told = extractor.explain(command.sentence + "\n");
    for (std::uint32_t s = 0; s < told.reading.sentences.size(); ++s) {
        const auto& sentence = told.reading.sentences[s];
        std::cout << words(told.article.text, sentence.where) << "\n\n";
        print_tree(extractor, told, sentence);
        std::cout << "\n  tried:\n";
        bool any = false;
        std::size_t passed_over = 0;
        for (const auto& attempt : told.attempts) {
            if (attempt.sentence != s) continue;
            any = true;
            if (far_off(attempt)) {
                ++passed_over;
                continue;
            }
            std::cout << "    " << attempt.text << ": " << attempt.rule << " \"" << attempt.entry
                      << "\": " << attempt.outcome << '\n';
        }
        if (!any) std::cout << "    no word of it is in a rule for events\n";
        if (passed_over > 0)
            std::cout << "    and " << passed_over << " longer entries, whose other words are not there\n";
        std::cout << '\n';
    }
    std::cout << "found:\n";
    for (const auto& entity : told.facts.entities)
        std::cout << "    " << name_of(entity.type) << ' ' << entity.label << '\n';
    for (const auto& a : told.facts.assertions)
        std::cout << "    " << told.facts.entities[a.subject].label << "  " << extractor.catalog().at(a.relation).id
                  << "  " << told.facts.entities[a.object].label << "  (" << name_of(a.status) << ", " << a.construction
                  << ")\n";
    return 0;
}

}  // namespace

int run_why(const WhyCommand& command) {
    if (!command.sentence.empty()) return in_sentence(command);
    if (command.graph.empty() || command.id.empty())
        throw UsageError("why: give GRAPH.json and the id of an edge or node, or --sentence TEXT.");
    return in_graph(command);
}

}  // namespace chancery
