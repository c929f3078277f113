#include <algorithm>
#include <atomic>
#include <exception>
#include <fstream>
#include <iostream>
#include <optional>
#include <thread>

#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/join.hpp"
#include "cli/json_lines.hpp"
#include "cli/metadata.hpp"
#include "cli/output.hpp"
#include "cli/progress.hpp"
#include "export/format.hpp"
#include "extract/pipeline.hpp"
#include "graph/build.hpp"
#include "graph/network.hpp"
#include "record/error.hpp"
#include "resolve/decisions.hpp"
#include "resolve/resolve.hpp"

namespace chancery {

namespace {

/// What one input gave: facts, or why it was left out.
struct Outcome {
    std::optional<ArticleFacts> facts;
    std::string skipped;
    std::string text;  ///< cleaned, when it is asked for
};

GraphRows graph_of(const Extractor& extractor, std::span<const ArticleFacts> facts, const Rulings& rulings,
                   bool no_private_persons) {
    std::vector<Signature> signatures;
    for (const auto& article : facts)
        for (const auto& entity : article.entities) signatures.push_back(entity.signature);
    auto versions = extractor.versions();
    versions["version"] = CHANCERY_VERSION;
    auto rows = build_graph(facts, resolve(std::move(signatures), rulings), extractor.catalog(), std::move(versions));
    return no_private_persons ? without_private_persons(rows) : rows;
}

class Run {
  public:
    explicit Run(const ExtractOptions& options)
        : options_(options),
          metadata_(options.date),
          inputs_(list_inputs(options.inputs, options.max_article)),
          extractor_(Extractor::load(models_folder(options.models),
                                     {options.gazetteers.begin(), options.gazetteers.end()},
                                     {options.rules.begin(), options.rules.end()})) {
        if (!options.decisions.empty()) decisions_ = read_decisions(options.decisions);
        if (!options.meta.empty()) metadata_.read(options.meta);
    }

    int finish() {
        read_all();
        report();
        std::vector<ArticleFacts> facts;
        for (auto& outcome : outcomes_)
            if (outcome.facts) facts.push_back(std::move(*outcome.facts));
        if (facts.empty())
            throw Error("nothing to do: no input could be read as an article. --show-problems says why.");
        auto articles = join_articles(std::move(facts));
        auto decided = apply_decisions(decisions_, articles);
        for (const auto& line : decided.idle) std::cerr << "chancery: " << line << ": fits nothing in these articles\n";
        rulings_ = std::move(decided.rulings);
        const auto problems =
            std::count_if(articles.begin(), articles.end(), [](const auto& a) { return !a.problems.empty(); });
        if (options_.strict && (skipped_ > 0 || problems > 0))
            throw Error("--strict: " + std::to_string(skipped_) + " inputs skipped, " + std::to_string(problems) +
                        " articles with problems. --show-problems lists them.");
        write(articles);
        return 0;
    }

  private:
    void read_all() {
        outcomes_.resize(inputs_.size());
        Progress progress(inputs_.size());
        std::atomic<std::size_t> next{0};
        const auto work = [&] {
            for (auto i = next++; i < inputs_.size(); i = next++) {
                outcomes_[i] = read_one(inputs_[i]);
                progress.step();
            }
        };
        const auto wanted = options_.jobs == 0 ? std::max(1U, std::thread::hardware_concurrency()) : options_.jobs;
        std::vector<std::jthread> threads;
        for (std::size_t t = 1; t < std::min<std::size_t>(wanted, inputs_.size()); ++t) threads.emplace_back(work);
        work();
    }

    /// The text of a line; what the line says of its article goes before what --meta and --date say.
    std::string read_line(const Input& input, ArticleHints& hints) const {
        auto article = read_json_line(input, options_.max_article);
        auto& said = article.hints;
        if (!said.title.empty()) hints.title = std::move(said.title);
        if (!said.published.empty()) hints.published = std::move(said.published);
        if (!said.source.empty()) hints.source = std::move(said.source);
        if (!said.urls.empty()) hints.urls = std::move(said.urls);
        return std::move(article.text);
    }

    Outcome read_one(const Input& input) const {
        Outcome outcome;
        try {
            Article cleaned;
            auto hints = metadata_.hints(input);
            hints.any_language = options_.any_language;
            auto text = input.line == 0 ? read_input(input, options_.max_article) : read_line(input, hints);
            outcome.facts = extractor_.extract(std::move(text), hints, options_.articles.empty() ? nullptr : &cleaned);
            outcome.text = std::move(cleaned.text);
        } catch (const Error& error) {
            outcome.skipped = error.what();
        }
        return outcome;
    }

    void report() {
        report_languages();
        for (std::size_t i = 0; i < inputs_.size(); ++i) {
            const auto& outcome = outcomes_[i];
            if (!outcome.skipped.empty() && inputs_[i].named) throw Error(outcome.skipped);
            skipped_ += !outcome.skipped.empty();
            if (!options_.show_problems) continue;
            if (!outcome.skipped.empty()) std::cerr << "skipped: " << outcome.skipped << '\n';
            if (!outcome.facts) continue;
            for (const auto& problem : outcome.facts->problems)
                std::cerr << inputs_[i].id << ": " << problem.code << " at bytes " << problem.where.begin << "-"
                          << problem.where.end << '\n';
        }
        if (skipped_ > 0 && !options_.show_problems)
            std::cerr << "chancery: " << skipped_ << " files were skipped; --show-problems says why\n";
    }

    void report_languages() const {
        const auto foreign = std::count_if(outcomes_.begin(), outcomes_.end(), [](const Outcome& outcome) {
            return outcome.facts && outcome.facts->language != "en";
        });
        if (foreign > 0 && !options_.any_language)
            std::cerr << "chancery: " << foreign
                      << " articles are not in English and were not read for facts; --any-language reads them\n";
    }

    void write(const std::vector<ArticleFacts>& articles) const {
        if (!options_.articles.empty()) write_texts();
        if (!options_.each.empty()) write_each(articles);
        if (!options_.each.empty() && options_.outputs.empty() && options_.format.empty()) return;
        auto rows = graph_of(extractor_, articles, rulings_, options_.no_private_persons);
        analyse(rows, options_.analysis);
        write_graph(rows, options_.outputs, options_.format, drawing_of(options_.analysis));
    }

    static void put(Outputs& files, const std::filesystem::path& path,
                    const std::function<void(std::ostream&)>& writer) {
        std::error_code trouble;
        std::filesystem::create_directories(path.parent_path(), trouble);
        if (trouble)
            throw Error(path.parent_path().string() + ": cannot be made (" + trouble.message() +
                        "). Check the folder and its rights.");
        files.write(path, writer);
    }

    void write_texts() const {
        Outputs files;
        for (std::size_t i = 0; i < inputs_.size(); ++i)
            if (outcomes_[i].skipped.empty())
                put(files, std::filesystem::path(options_.articles) / (inputs_[i].id + ".txt"),
                    [&](std::ostream& out) { out << outcomes_[i].text; });
        files.commit();
    }

    void write_each(const std::vector<ArticleFacts>& articles) const {
        Outputs files;
        for (const auto& article : articles)
            put(files, std::filesystem::path(options_.each) / (article.id + ".json"), [&](std::ostream& out) {
                auto rows = graph_of(extractor_, {&article, 1}, rulings_, options_.no_private_persons);
                analyse(rows, options_.analysis);
                find_format("json")->write(GraphView(rows), out);
            });
        files.commit();
    }

    const ExtractOptions& options_;
    Metadata metadata_;
    std::vector<Input> inputs_;
    Extractor extractor_;
    std::vector<Decision> decisions_;
    Rulings rulings_;
    std::vector<Outcome> outcomes_;
    std::size_t skipped_ = 0;
};

}  // namespace

int run_extract(const ExtractOptions& options) {
    check_outputs(options.outputs, options.format);
    return Run(options).finish();
}

}  // namespace chancery
