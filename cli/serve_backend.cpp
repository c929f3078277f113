#include "cli/serve_backend.hpp"

#include <chrono>
#include <mutex>

#include "cli/document_reader.hpp"
#include "cli/graph_input.hpp"
#include "export/read_graph.hpp"
#include "query/snapshot.hpp"
#include "record/table.hpp"
#include "resolve/digest.hpp"
#include "resolve/join.hpp"
#include "store/store.hpp"

namespace chancery {

namespace {

/// The models, read when the first article comes; one serves all threads.
class LateReader {
  public:
    explicit LateReader(std::string models) { options_.models = std::move(models); }

    const DocumentReader& get() {
        std::call_once(once_, [&] { reader_ = std::make_unique<DocumentReader>(options_); });
        return *reader_;
    }

  private:
    ExtractOptions options_;
    std::once_flag once_;
    std::unique_ptr<DocumentReader> reader_;
};

GraphRows graph_of(const DocumentReader& reader, const Submission& sent) {
    std::vector<ArticleFacts> facts;
    facts.push_back(reader.read(document_of(sent)).facts);
    return reader.graph(join_articles(std::move(facts)), {});
}

}  // namespace

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

namespace {

std::shared_ptr<const Snapshot> snapshot_of(const std::string& path) {
    if (!is_store(path)) {
        const auto bytes = read_file(path);
        return std::make_shared<const Snapshot>(read_graph(bytes, path), digest32(bytes, 12));
    }
    auto rows = load_graph(path);
    // two stores may have had as many changes; no two processes load at one instant
    const auto now = std::chrono::system_clock::now().time_since_epoch().count();
    const auto mark = std::to_string(Store(path).generation()) + "/" + std::to_string(now);
    return std::make_shared<const Snapshot>(std::move(rows), digest32(mark, 12));
}

}  // namespace

Backend file_backend(const ServeCommand& command) {
    const auto graph = snapshot_of(command.graph);
    const auto reader = std::make_shared<LateReader>(command.models);
    Backend backend;
    backend.snapshot = [graph] { return graph; };
    backend.extract = [reader](const Submission& sent) { return graph_of(reader->get(), sent); };
    return backend;
}

}  // namespace chancery
