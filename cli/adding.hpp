#pragma once
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "cli/commands.hpp"
#include "cli/document_reader.hpp"
#include "cli/progress.hpp"
#include "store/writer.hpp"

namespace chancery {

/// Reads articles with several threads and puts them into a store. Commits come in groups: after a thousand articles or
/// a second. An article counts, and `--verbose` names it, when its group is committed, not before.
class Adding {
  public:
    /// Opens store and models. Throws Error.
    explicit Adding(const AddOptions& options);
    ~Adding();
    Adding(const Adding&) = delete;
    Adding& operator=(const Adding&) = delete;

    struct Item {
        Document document;
        std::optional<std::int64_t> replaces;  ///< the copy in the store that it was read from
    };

    /// All that `next` gives, which any thread may ask. Throws what a thread threw; what was not committed is then
    /// undone.
    void run(const std::function<std::optional<Item>()>& next);

    /// Copies in the store that were read by another model or other rules.
    [[nodiscard]] std::vector<std::int64_t> outdated() const { return store_.outdated(); }
    /// Such a copy, as it came. Any thread.
    [[nodiscard]] Item original(std::int64_t key);

    /// Commits, and brings the resolved graph up to date; decisions that fitted nothing are named on standard error.
    void refresh();

    struct Counts {
        std::size_t read = 0, added = 0, merged = 0, there = 0, reread = 0, foreign = 0, problems = 0;
    };
    [[nodiscard]] const Counts& counts() const { return counts_; }

  private:
    struct Pending {
        std::string id;
        StoreWriter::Outcome outcome = StoreWriter::Outcome::added;
        bool reread = false;
    };

    void work(const std::function<std::optional<Item>()>& next);
    void put(const Item& item, const IncomingArticle& incoming, const std::string& where);
    [[nodiscard]] bool failed();
    void commit();  ///< REQUIRES: guard_
    void commit_in_time(const std::stop_token& stop);

    const AddOptions& options_;
    DocumentReader reader_;
    StoreWriter store_;
    std::mutex guard_;
    std::condition_variable_any ended_;
    std::exception_ptr failure_;
    std::vector<Pending> pending_;
    std::chrono::steady_clock::time_point first_pending_;
    std::optional<Progress> progress_;
    Counts counts_;
};

}  // namespace chancery
