#include "cli/serve_backend.hpp"

#include <sys/stat.h>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <tuple>

#include "cli/late_reader.hpp"
#include "export/read_graph.hpp"
#include "query/snapshot.hpp"
#include "record/error.hpp"
#include "record/table.hpp"
#include "resolve/digest.hpp"
#include "resolve/join.hpp"

namespace chancery {

namespace {

/// A graph file, and the snapshot made of it.
class ServedFile {
  public:
    explicit ServedFile(std::string path) : path_(std::move(path)), seen_(version()) { read(); }

    [[nodiscard]] std::shared_ptr<const Snapshot> snapshot() const { return graph_.load(); }

    /// Reads the file again when it is another one. Called by one thread.
    void look(const std::function<void(std::string_view)>& tell) {
        const auto now = version();
        if (now == seen_ || now == Version()) return;
        seen_ = now;
        try {
            read();
            tell("chancery: " + path_ + " was read anew\n");
        } catch (const Error& error) {
            tell(std::string("chancery: the graph stays as it was: ") + error.what() + "\n");
        }
    }

  private:
    using Version = std::tuple<std::uint64_t, std::int64_t, std::int64_t, std::int64_t>;

    /// Place on the disk, size and time of the file; all zero when there is none.
    [[nodiscard]] Version version() const {
        struct stat state {};
        if (::stat(path_.c_str(), &state) != 0) return {};
        return {state.st_ino, state.st_size, state.st_mtim.tv_sec, state.st_mtim.tv_nsec};
    }

    void read() {
        const auto bytes = read_file(path_);
        graph_.store(std::make_shared<const Snapshot>(read_graph(bytes, path_), digest32(bytes, 12)));
    }

    std::string path_;
    Version seen_;
    std::atomic<std::shared_ptr<const Snapshot>> graph_;
};

}  // namespace

GraphRows graph_of(const DocumentReader& reader, const Submission& sent) {
    std::vector<ArticleFacts> facts;
    facts.push_back(reader.read(document_of(sent)).facts);
    return reader.graph(join_articles(std::move(facts)), {});
}

void every_second(const std::stop_token& stop, const std::function<void()>& look) {
    std::mutex guard;
    std::condition_variable_any sleeper;
    std::unique_lock lock(guard);
    while (!stop.stop_requested()) {
        sleeper.wait_for(lock, stop, std::chrono::seconds(1), [] { return false; });
        if (!stop.stop_requested()) look();
    }
}

Document document_of(const Submission& sent) {
    Document document;
    document.bytes = sent.body;
    document.hints.id = sent.id.empty() ? "post-" + digest32(sent.body, 12) : sent.id;
    document.hints.title = sent.title;
    document.hints.published = sent.published;
    document.hints.source = sent.source;
    if (!sent.url.empty()) document.hints.urls = {sent.url};
    document.hints.media = sent.html ? MediaType::html : MediaType::text;
    document.where = document.hints.id;
    return document;
}

Served serve_file(const ServeCommand& command) {
    const auto file = std::make_shared<ServedFile>(command.graph);
    const auto reader = std::make_shared<LateReader>(command.models);
    Served served;
    served.backend.snapshot = [file] { return file->snapshot(); };
    served.backend.extract = [reader](const Submission& sent) { return graph_of(reader->get(), sent); };
    served.watch = [file](const std::stop_token& stop, const std::function<void(std::string_view)>& tell) {
        every_second(stop, [&] { file->look(tell); });
    };
    return served;
}

}  // namespace chancery
