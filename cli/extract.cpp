#include <algorithm>
#include <iostream>
#include <map>
#include <mutex>
#include <set>
#include <thread>

#include "cli/commands.hpp"
#include "cli/document_reader.hpp"
#include "cli/filter_names.hpp"
#include "cli/inputs.hpp"
#include "cli/output.hpp"
#include "cli/progress.hpp"
#include "cli/stream.hpp"
#include "export/format.hpp"
#include "record/error.hpp"
#include "resolve/decisions.hpp"
#include "resolve/join.hpp"
#include "resolve/resolve.hpp"

namespace chancery {

namespace {

class Run {
  public:
    explicit Run(const ExtractOptions& options)
        : options_(options), inputs_(options.input, options.show_problems), reader_(options) {
        if (!options.decisions.empty()) decisions_ = read_decisions(options.decisions);
    }

    int finish() {
        read_all();
        inputs_.check();
        report();
        if (outcomes_.empty())
            throw Error("nothing to do: no input could be read as an article. --show-problems says why.");
        std::vector<ArticleFacts> facts;
        for (auto& outcome : outcomes_) {
            if (!options_.articles.empty()) texts_[outcome.facts.sha256] = std::move(outcome.text);
            facts.push_back(std::move(outcome.facts));
        }
        auto articles = join_articles(std::move(facts));
        std::set<std::string> sources;
        for (const auto& article : articles) sources.insert(article.source);
        check_sources(options_.filter, sources);
        auto decided = apply_decisions(decisions_, articles);
        for (const auto& line : decided.idle) std::cerr << "chancery: " << line << ": fits nothing in these articles\n";
        rulings_ = std::move(decided.rulings);
        const auto problems =
            std::count_if(articles.begin(), articles.end(), [](const auto& a) { return !a.problems.empty(); });
        if (options_.strict && (inputs_.skipped() > 0 || inputs_.losses() > 0 || problems > 0))
            throw Error("--strict: " + std::to_string(inputs_.skipped()) + " inputs skipped, " +
                        std::to_string(inputs_.losses() + static_cast<std::size_t>(problems)) +
                        " articles with problems. --show-problems lists them.");
        write(articles);
        return 0;
    }

  private:
    void read_all() {
        Progress progress;
        const auto work = [&] {
            while (auto item = inputs_.next()) {
                auto outcome = reader_.read(std::move(item->document));
                const std::scoped_lock lock(guard_);
                if (outcomes_.size() <= item->number) outcomes_.resize(item->number + 1);
                outcomes_[item->number] = std::move(outcome);
                progress.step();
            }
        };
        const auto wanted = options_.jobs == 0 ? std::max(1U, std::thread::hardware_concurrency()) : options_.jobs;
        std::vector<std::jthread> threads;
        for (unsigned t = 1; t < wanted; ++t) threads.emplace_back(work);
        work();
    }

    void report() const {
        report_languages();
        if (inputs_.skipped() > 0 && !options_.show_problems)
            std::cerr << "chancery: " << inputs_.skipped() << " inputs were skipped; --show-problems says why\n";
        if (!options_.show_problems) return;
        for (const auto& outcome : outcomes_)
            for (const auto& problem : outcome.facts.problems)
                std::cerr << outcome.where << ": " << problem.code << " at bytes " << problem.where.begin << "-"
                          << problem.where.end << '\n';
    }

    void report_languages() const {
        const auto foreign = std::count_if(outcomes_.begin(), outcomes_.end(),
                                           [](const Outcome& outcome) { return outcome.facts.language != "en"; });
        if (foreign > 0 && !options_.any_language)
            std::cerr << "chancery: " << foreign
                      << " articles are not in English and were not read for facts; --any-language reads them\n";
    }

    void write(const std::vector<ArticleFacts>& articles) const {
        if (!options_.articles.empty()) write_texts(articles);
        if (!options_.each.empty()) write_each(articles);
        if (!options_.each.empty() && options_.outputs.empty() && options_.format.empty()) return;
        auto rows = reader_.graph(articles, rulings_);
        analyse(rows, options_.analysis);
        write_graph(rows, options_.outputs, options_.format, drawing_of(options_.analysis));
    }

    void write_texts(const std::vector<ArticleFacts>& articles) const {
        Outputs files;
        for (const auto& article : articles) {
            const auto path = std::filesystem::path(options_.articles) / (article.id + ".txt");
            make_folder_of(path);
            files.write(path, [&](std::ostream& out) { out << texts_.at(article.sha256); });
        }
        files.commit();
    }

    void write_each(const std::vector<ArticleFacts>& articles) const {
        Outputs files;
        for (const auto& article : articles) {
            const auto path = std::filesystem::path(options_.each) / (article.id + ".json");
            make_folder_of(path);
            files.write(path, [&](std::ostream& out) {
                auto rows = reader_.graph({&article, 1}, rulings_);
                analyse(rows, options_.analysis);
                find_format("json")->write(GraphView(rows), out);
            });
        }
        files.commit();
    }

    const ExtractOptions& options_;
    Inputs inputs_;
    DocumentReader reader_;
    std::vector<Decision> decisions_;
    Rulings rulings_;
    std::vector<Outcome> outcomes_;
    std::map<std::string, std::string> texts_;  ///< by hash, when --articles asks for them
    std::mutex guard_;
};

}  // namespace

int run_extract(const ExtractOptions& options) {
    if (!options.each.empty() && !options.filter.around.empty())
        throw UsageError("--around: looks for a node of one graph. Leave --each out, or convert its files.");
    check_outputs(options.outputs, options.format);
    return streams(options) ? extract_stream(options) : Run(options).finish();
}

}  // namespace chancery
