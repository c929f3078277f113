// Articles in, lines out, nothing kept.
//
// Threads take inputs in turn and write into memory; what is ready leaves in the order of the inputs, so that the bytes
// are the same for any number of threads. Nobody takes an input too far ahead of the one that is still being read.
#include "cli/stream.hpp"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <iostream>
#include <map>
#include <mutex>
#include <set>
#include <sstream>
#include <thread>

#include "cli/document_reader.hpp"
#include "cli/filter_names.hpp"
#include "cli/inputs.hpp"
#include "cli/output.hpp"
#include "cli/progress.hpp"
#include "export/format.hpp"
#include "record/error.hpp"
#include "resolve/decisions.hpp"

namespace chancery {

namespace {

/// The one place the lines go to.
std::string target_of(const ExtractOptions& options) {
    return options.outputs.empty() ? "-" : options.outputs.front();
}

class Stream {
  public:
    explicit Stream(const ExtractOptions& options)
        : options_(options), inputs_(options.input, options.show_problems), reader_(options) {
        if (!options.decisions.empty()) decisions_ = read_decisions(options.decisions);
    }

    void run(std::ostream& out) {
        const auto jobs = options_.jobs == 0 ? std::max(1U, std::thread::hardware_concurrency()) : options_.jobs;
        {
            std::vector<std::jthread> threads;
            for (unsigned t = 1; t < jobs; ++t) threads.emplace_back([&] { work(out); });
            work(out);
        }
        if (failure_) std::rethrow_exception(failure_);
    }

    /// After run(): complains about inputs that gave nothing.
    void check() const {
        inputs_.check();
        if (written_ > 0) check_sources(options_.filter, sources_);
        for (const auto& line : idle_) std::cerr << "chancery: " << line << ": fits nothing in these articles\n";
        if (foreign_ > 0 && !options_.any_language)
            std::cerr << "chancery: " << foreign_
                      << " articles are not in English and were not read for facts; --any-language reads them\n";
        if (inputs_.skipped() > 0 && !options_.show_problems)
            std::cerr << "chancery: " << inputs_.skipped() << " inputs were skipped; --show-problems says why\n";
        if (written_ == 0)
            throw Error("nothing to do: no input could be read as an article. --show-problems says why.");
        const auto losses = inputs_.losses() + with_problems_;
        if (options_.strict && (inputs_.skipped() > 0 || losses > 0))
            throw Error("--strict: " + std::to_string(inputs_.skipped()) + " inputs skipped, " +
                        std::to_string(losses) + " articles with problems. --show-problems lists them.");
    }

  private:
    /// What one article gave, ready to leave.
    struct Done {
        std::string lines, messages, source;
        std::vector<std::string> idle;  ///< decisions that fit nothing in this article
        bool problems = false, foreign = false;
    };
    static constexpr std::size_t ahead = 64;

    void work(std::ostream& out) {
        try {
            while (auto item = take()) put(item->number, read(std::move(item->document)), out);
        } catch (...) {
            const std::scoped_lock lock(guard_);
            if (!failure_) failure_ = std::current_exception();
            ready_.notify_all();
        }
    }

    std::optional<Inputs::Item> take() {
        std::unique_lock lock(guard_);
        ready_.wait(lock, [&] { return failure_ || taken_ < written_ + ahead; });
        if (failure_) return std::nullopt;
        auto item = inputs_.next();
        if (item) ++taken_;
        return item;
    }

    [[nodiscard]] Done read(Document document) const {
        Done done;
        auto outcome = reader_.read(std::move(document));
        for (const auto& problem : outcome.facts.problems)
            done.messages += outcome.where + ": " + std::string(problem.code) + " at bytes " +
                             std::to_string(problem.where.begin) + "-" + std::to_string(problem.where.end) + "\n";
        done.problems = !outcome.facts.problems.empty();
        done.foreign = outcome.facts.language != "en";
        done.source = outcome.facts.source;
        std::vector<ArticleFacts> article;
        article.push_back(std::move(outcome.facts));
        auto decided = apply_decisions(decisions_, article);
        done.idle = std::move(decided.idle);
        const auto rows = reader_.graph(article, decided.rulings);
        std::ostringstream lines;
        find_format("jsonl")->write(GraphView(rows), lines);
        done.lines = std::move(lines).str();
        return done;
    }

    void put(std::size_t number, Done done, std::ostream& out) {
        const std::scoped_lock lock(guard_);
        waiting_.emplace(number, std::move(done));
        while (!waiting_.empty() && waiting_.begin()->first == written_) {
            leave(waiting_.begin()->second, out);
            waiting_.erase(waiting_.begin());
            ++written_;
        }
        ready_.notify_all();
    }

    void leave(const Done& done, std::ostream& out) {
        if (options_.show_problems) std::cerr << done.messages;
        sources_.insert(done.source);
        with_problems_ += done.problems ? 1 : 0;
        foreign_ += done.foreign ? 1 : 0;
        std::set<std::string> idle(done.idle.begin(), done.idle.end());
        if (written_ == 0)
            idle_ = std::move(idle);
        else
            std::erase_if(idle_, [&](const std::string& line) { return !idle.contains(line); });
        if (!out.write(done.lines.data(), static_cast<std::streamsize>(done.lines.size())))
            throw Error(target_of(options_) + ": cannot be written. Check the folder, its rights and the free space.");
        progress_.step();
    }

    const ExtractOptions& options_;
    Inputs inputs_;
    DocumentReader reader_;
    std::vector<Decision> decisions_;

    Progress progress_;

    std::mutex guard_;  // of all that follows
    std::condition_variable ready_;
    std::map<std::size_t, Done> waiting_;
    std::size_t taken_ = 0, written_ = 0, with_problems_ = 0, foreign_ = 0;
    std::set<std::string> idle_, sources_;
    std::exception_ptr failure_;
};

}  // namespace

bool streams(const ExtractOptions& options) {
    if (!options.each.empty() || !options.articles.empty() || options.outputs.size() > 1) return false;
    const auto& filter = options.filter;
    if (!filter.around.empty() || filter.top > 0 || filter.min_weight > 1) return false;  // they need the whole graph
    if (target_of(options) == "-") return options.format == "jsonl";
    return format_for(target_of(options)).name == "jsonl";
}

int extract_stream(const ExtractOptions& options) {
    const auto target = target_of(options);
    if (options.strict && target == "-")
        throw UsageError("--strict: lines on standard output cannot be taken back. Write them to a file with -o.");
    Stream stream(options);
    Outputs files;
    files.write(target, [&](std::ostream& out) { stream.run(out); });
    stream.check();
    files.commit();
    return 0;
}

}  // namespace chancery
