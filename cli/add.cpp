// Articles into a store: those of the command line, those of the store itself read anew, those of a folder as they
// come.
#include <atomic>
#include <iostream>
#include <set>

#include "cli/adding.hpp"
#include "cli/folder_watch.hpp"
#include "cli/inputs.hpp"
#include "extract/input/names.hpp"
#include "record/error.hpp"

namespace chancery {

namespace {

/// A path as a glob that fits it alone.
std::string glob_of(std::string_view path) {
    std::string glob;
    for (const char c : path) {
        const bool sign = c == '*' || c == '?' || c == '[';
        glob += sign ? std::string("[") + c + "]" : std::string(1, c);
    }
    return glob;
}

class AddRun {
  public:
    explicit AddRun(const AddOptions& options) : options_(options) {
        const bool reads = options.watch.empty() && !options.reread && options.read.decisions.empty();
        if (reads || !options.read.input.inputs.empty() || !options.read.input.files_from.empty())
            inputs_.emplace(options.read.input, options.read.show_problems);
        if (!options.watch.empty()) watch_.emplace(options.watch);  // signals are its own before threads start
        adding_.emplace(options);
    }

    int finish() {
        if (options_.reread)
            reread();
        else
            warn_of_other_readers();
        if (inputs_) {
            take(*inputs_);
            inputs_->check();
            skipped_ += inputs_->skipped();
            losses_ += inputs_->losses();
            if (adding_->counts().read == 0)
                throw Error("nothing to do: no input could be read as an article. --show-problems says why.");
        }
        const auto problems = adding_->counts().problems + losses_;
        if (options_.read.strict && (skipped_ > 0 || problems > 0))
            throw Error("--strict: " + std::to_string(skipped_) + " inputs skipped, " + std::to_string(problems) +
                        " articles with problems. --show-problems lists them.");
        adding_->refresh();
        if (watch_) follow();
        report();
        return 0;
    }

  private:
    void take(Inputs& inputs) {
        adding_->run([&]() -> std::optional<Adding::Item> {
            if (watch_ && watch_->stopped()) return std::nullopt;
            auto item = inputs.next();
            if (!item) return std::nullopt;
            return Adding::Item{std::move(item->document), std::nullopt};
        });
    }

    void reread() {
        const auto keys = adding_->outdated();
        std::atomic<std::size_t> next = 0;
        adding_->run([&]() -> std::optional<Adding::Item> {
            const auto mine = next++;
            return mine < keys.size() ? std::optional(adding_->original(keys[mine])) : std::nullopt;
        });
    }

    void warn_of_other_readers() const {
        const auto count = adding_->outdated().size();
        if (count > 0)
            std::cerr << "chancery: " << count
                      << " articles in the store were read by another model, other rules or another program; --reread "
                         "reads them again\n";
    }

    /// Everything in the folder, then what changes in it. The graph follows when the folder is quiet, and no sooner
    /// than five times as long as it took the last time.
    void follow() {
        using Clock = std::chrono::steady_clock;
        read_folder({});
        adding_->refresh();
        std::cerr << "chancery: watching " << options_.watch << "; " << adding_->counts().added << " articles added, "
                  << adding_->counts().there << " were there\n"
                  << std::flush;
        auto due = Clock::now();
        bool stale = false;
        while (!watch_->stopped()) {
            const auto changes = watch_->wait(stale ? std::chrono::milliseconds(200) : std::chrono::seconds(60));
            if (!changes.files.empty() || changes.all) {
                read_folder(changes.all ? std::set<std::string>() : changes.files);
                stale = true;
            } else if (stale && Clock::now() >= due) {
                const auto begin = Clock::now();
                adding_->refresh();
                due = Clock::now() + 4 * (Clock::now() - begin);
                stale = false;
            }
        }
        adding_->refresh();
    }

    /// These files of the folder, or all.
    void read_folder(const std::set<std::string>& files) {
        auto arguments = options_.read.input;
        const Selection selection{arguments.include, arguments.exclude};
        if (!files.empty()) arguments.include.clear();
        for (const auto& file : files) {
            if (file.ends_with(sidecar_suffix))
                arguments.include.push_back(glob_of(file.substr(0, file.size() - sidecar_suffix.size())) + ".*");
            else if (selection.wants(file))
                arguments.include.push_back(glob_of(file));
        }
        if (!files.empty() && arguments.include.empty()) return;
        arguments.inputs = {options_.watch};
        arguments.files_from.clear();
        Inputs inputs(arguments, options_.read.show_problems);
        take(inputs);
        skipped_ += inputs.skipped();
    }

    void report() const {
        const auto& counts = adding_->counts();
        if (counts.foreign > 0 && !options_.read.any_language)
            std::cerr << "chancery: " << counts.foreign
                      << " articles are not in English and were not read for facts; --any-language reads them\n";
        if (skipped_ > 0 && !options_.read.show_problems)
            std::cerr << "chancery: " << skipped_ << " inputs were skipped; --show-problems says why\n";
        std::cerr << "chancery: " << counts.added << " added, " << counts.merged
                  << " there under another name, title, date or address, " << counts.there << " already there, "
                  << skipped_ << " skipped";
        if (options_.reread) std::cerr << ", " << counts.reread << " read again";
        std::cerr << '\n';
    }

    const AddOptions& options_;
    std::optional<Inputs> inputs_;
    std::optional<FolderWatch> watch_;
    std::optional<Adding> adding_;
    std::size_t skipped_ = 0, losses_ = 0;
};

}  // namespace

int run_add(const AddOptions& options) {
    if (options.read.strict && !options.watch.empty())
        throw UsageError(
            "--strict: looks at all inputs before anything is kept, and --watch never ends. Leave one out.");
    return AddRun(options).finish();
}

}  // namespace chancery
