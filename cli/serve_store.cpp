// A store is served in two steps. At once a single entity can be asked for, straight from its tables; meanwhile the
// whole graph is read, and from then on everything is answered from memory, while texts come from the store.
#include <atomic>
#include <chrono>
#include <limits>
#include <mutex>
#include <stdexcept>
#include <utility>

#include "cli/adding.hpp"
#include "cli/graph_input.hpp"
#include "cli/late_reader.hpp"
#include "cli/serve_backend.hpp"
#include "query/snapshot.hpp"
#include "record/error.hpp"
#include "resolve/digest.hpp"
#include "store/store.hpp"

namespace chancery {

namespace {

/// Connections to one store. Each serves one thread at a time, and is kept for the next. A store that fails is no fault
/// of a request and nothing to tell its sender: what it throws becomes a std::runtime_error.
class StorePool {
  public:
    explicit StorePool(std::string path) : path_(std::move(path)) { give_back(std::make_unique<Store>(path_)); }

    template <typename Ask>
    auto ask(Ask question) {
        try {
            auto store = take();
            auto answer = question(*store);
            give_back(std::move(store));  // one that threw is not trusted again
            return answer;
        } catch (const Error& error) {
            throw std::runtime_error(error.what());
        }
    }

  private:
    std::unique_ptr<Store> take() {
        {
            const std::scoped_lock lock(guard_);
            if (!free_.empty()) {
                auto store = std::move(free_.back());
                free_.pop_back();
                return store;
            }
        }
        return std::make_unique<Store>(path_);
    }
    void give_back(std::unique_ptr<Store> store) {
        const std::scoped_lock lock(guard_);
        free_.push_back(std::move(store));
    }

    std::string path_;
    std::mutex guard_;
    std::vector<std::unique_ptr<Store>> free_;
};

class ServedStore {
  public:
    explicit ServedStore(const ServeCommand& command) : path_(command.graph), pool_(path_) {
        adding_options_.store = path_;
        adding_options_.read.models = command.models;
        adding_options_.read.jobs = 1;
    }

    StorePool& pool() { return pool_; }
    [[nodiscard]] std::shared_ptr<const Snapshot> snapshot() const { return graph_.load(); }

    /// Reads the graph when it is another one than before. Called by one thread.
    void look(const std::function<void(std::string_view)>& tell) {
        try {
            const auto now = pool_.ask([](const Store& store) { return store.generation(); });
            if (graph_.load() && now == seen_) return;
            auto rows = load_graph(path_);  // brings it up to date
            seen_ = pool_.ask([](const Store& store) { return store.generation(); });
            graph_.store(std::make_shared<const Snapshot>(std::move(rows), mark()));
        } catch (const std::exception& error) {
            tell(std::string("chancery: the graph stays as it was: ") + error.what() + "\n");
        }
    }

    AddedArticle add(const Submission& sent) {
        const std::scoped_lock lock(adding_guard_);
        try {
            return add_locked(sent);
        } catch (const Error& error) {
            adding_ = nullptr;
            throw std::runtime_error(error.what());
        }
    }

  private:
    /// Two stores may have had as many changes; no two processes load at one instant.
    [[nodiscard]] std::string mark() const {
        const auto now = std::chrono::system_clock::now().time_since_epoch().count();
        return digest32(std::to_string(seen_) + "/" + std::to_string(now), 12);
    }

    AddedArticle add_locked(const Submission& sent) {
        if (!adding_) adding_ = std::make_unique<Adding>(adding_options_);
        const auto before = adding_->counts().added;
        bool given = false;
        adding_->run([&]() -> std::optional<Adding::Item> {
            if (std::exchange(given, true)) return std::nullopt;
            return Adding::Item{document_of(sent), std::nullopt};
        });
        adding_->refresh();
        const auto kept = pool_.ask([&](const Store& store) { return store.article(document_of(sent).hints.id); });
        AddedArticle added{document_of(sent).hints.id, {}, adding_->counts().added > before};
        if (kept) {
            added.id = kept->row.id;
            added.sha256 = kept->row.sha256;
        }
        return added;
    }

    std::string path_;
    StorePool pool_;
    std::uint64_t seen_ = 0;
    std::atomic<std::shared_ptr<const Snapshot>> graph_;
    AddOptions adding_options_;
    std::mutex adding_guard_;
    std::unique_ptr<Adding> adding_;
};

std::vector<FoundText> find_texts(const Store& store, std::string_view words, std::uint32_t most) {
    std::vector<FoundText> found;
    for (auto& hit : store.find_text(words, most))
        found.push_back({std::move(hit.article), std::move(hit.snippet), std::move(hit.marks)});
    return found;
}

}  // namespace

Served serve_store(const ServeCommand& command) {
    const auto store = std::make_shared<ServedStore>(command);
    const auto reader = std::make_shared<LateReader>(command.models);
    Served served;
    auto& backend = served.backend;
    backend.snapshot = [store] { return store->snapshot(); };
    backend.node = [store](std::string_view id) {
        return store->pool().ask([&](const Store& from) -> std::optional<GraphRows> {
            auto page = from.node(id, {}, std::numeric_limits<std::uint32_t>::max(), 0);
            if (!page) return std::nullopt;
            return std::move(page->rows);
        });
    };
    backend.moved = [store](std::string_view id) {
        return store->pool().ask([&](const Store& from) { return from.moved(id); });
    };
    backend.text = [store](std::string_view id) {
        return store->pool().ask([&](const Store& from) -> std::optional<std::string> {
            auto article = from.article(id);
            if (!article) return std::nullopt;
            return std::move(article->text);
        });
    };
    backend.find_text = [store](std::string_view words, std::uint32_t most) {
        return store->pool().ask([&](const Store& from) { return find_texts(from, words, most); });
    };
    backend.extract = [reader](const Submission& sent) { return graph_of(reader->get(), sent); };
    backend.add = [store](const Submission& sent) { return store->add(sent); };
    served.watch = [store](const std::stop_token& stop, const std::function<void(std::string_view)>& tell) {
        store->look(tell);
        every_second(stop, [&] { store->look(tell); });
    };
    return served;
}

}  // namespace chancery
