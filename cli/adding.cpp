#include "cli/adding.hpp"

#include <algorithm>
#include <iostream>
#include <sstream>

#include "export/compress.hpp"
#include "record/error.hpp"
#include "record/table.hpp"
#include "resolve/decisions.hpp"
#include "resolve/digest.hpp"
#include "store/lists.hpp"

namespace chancery {

namespace {

constexpr std::size_t group = 1000;
constexpr std::chrono::seconds longest_wait(1);

/// What the user's own files add to the versions of model and rules, by content.
std::string settings_of(const ExtractOptions& options) {
    std::string settings;
    const auto add = [&](const std::string& what) { settings += (settings.empty() ? "" : ", ") + what; };
    for (const auto& file : options.gazetteers) add("gazetteer " + digest32(read_file(file), 8));
    for (const auto& file : options.rules) add("rules " + digest32(read_file(file), 8));
    if (options.any_language) add("any language");
    return settings;
}

std::string packed_hints(const ArticleHints& hints) {
    return lines_of(std::map<std::string, std::string>{{"id", hints.id},
                                                       {"title", hints.title},
                                                       {"published", hints.published},
                                                       {"source", hints.source},
                                                       {"author", hints.author},
                                                       {"language", hints.language},
                                                       {"charset", hints.charset},
                                                       {"urls", lines_of(hints.urls)},
                                                       {"media", hints.media == MediaType::html   ? "html"
                                                                 : hints.media == MediaType::text ? "text"
                                                                                                  : ""}});
}

ArticleHints unpacked_hints(std::string_view text) {
    auto values = split_map(text);
    ArticleHints hints;
    hints.id = values["id"];
    hints.title = values["title"];
    hints.published = values["published"];
    hints.source = values["source"];
    hints.author = values["author"];
    hints.language = values["language"];
    hints.charset = values["charset"];
    hints.urls = split_list(values["urls"]);
    if (values["media"] == "html") hints.media = MediaType::html;
    if (values["media"] == "text") hints.media = MediaType::text;
    return hints;
}

/// The bytes as published, packed; nothing when the text is the same.
std::optional<std::string> packed_original(const Article& article) {
    if (article.raw == article.text) return std::nullopt;
    std::ostringstream out;
    write_compressed(".zst", out, [&](std::ostream& plain) { plain << article.raw; });
    return std::move(out).str();
}

}  // namespace

Adding::Adding(const AddOptions& options)
    : options_(options), reader_(options.read), store_(options.store, std::chrono::seconds(options.wait)) {
    const auto& extractor = reader_.extractor();
    auto versions = extractor.versions();
    store_.read_by(extractor.catalog(),
                   {versions["model"], versions["rules"], versions["cleaner"], settings_of(options.read)});
    if (options.read.decisions.empty()) return;
    auto text = read_file(options.read.decisions);
    static_cast<void>(parse_decisions(text, options.read.decisions));
    store_.decide(text, options.read.decisions);
}

Adding::~Adding() = default;

Adding::Item Adding::original(std::int64_t key) {
    Item item;
    item.replaces = key;
    std::optional<OriginalArticle> article;
    {
        const std::scoped_lock lock(guard_);
        article = store_.original(key);
    }
    if (!article) return item;
    item.document.where = options_.store + ": " + article->name;
    item.document.bytes =
        article->original ? decompressed(*article->original, item.document.where) : std::move(article->text);
    item.document.hints = unpacked_hints(article->hints);
    return item;
}

void Adding::run(const std::function<std::optional<Item>()>& next) {
    progress_.emplace();
    const auto wanted =
        options_.read.jobs == 0 ? std::max(1U, std::thread::hardware_concurrency()) : options_.read.jobs;
    {
        const std::jthread clock([&](const std::stop_token& stop) { commit_in_time(stop); });
        std::vector<std::jthread> threads;
        for (unsigned t = 1; t < wanted; ++t) threads.emplace_back([&] { work(next); });
        work(next);
    }
    progress_.reset();
    if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
    if (options_.read.strict) return;
    commit();
}

void Adding::work(const std::function<std::optional<Item>()>& next) {
    try {
        for (;;) {
            auto item = next();
            if (!item || failed()) return;
            auto hints = packed_hints(reader_.completed(item->document.hints));
            Article cleaned;
            auto outcome = reader_.read(std::move(item->document), &cleaned);
            put(*item, {std::move(outcome.facts), std::move(cleaned.text), packed_original(cleaned), std::move(hints)},
                outcome.where);
        }
    } catch (...) {
        const std::scoped_lock lock(guard_);
        if (!failure_) failure_ = std::current_exception();
    }
}

bool Adding::failed() {
    const std::scoped_lock lock(guard_);
    return failure_ != nullptr;
}

void Adding::put(const Item& item, const IncomingArticle& incoming, const std::string& where) {
    const std::scoped_lock lock(guard_);
    if (failure_) return;
    ++counts_.read;
    counts_.foreign += incoming.facts.language != "en";
    counts_.problems += !incoming.facts.problems.empty();
    if (options_.read.show_problems)
        for (const auto& problem : incoming.facts.problems)
            std::cerr << where << ": " << problem.code << " at bytes " << problem.where.begin << "-"
                      << problem.where.end << '\n';
    Pending done{incoming.facts.id, StoreWriter::Outcome::added, item.replaces.has_value()};
    if (item.replaces)
        store_.replace(*item.replaces, incoming);
    else
        done.outcome = store_.add(incoming);
    if (pending_.empty()) first_pending_ = std::chrono::steady_clock::now();
    pending_.push_back(std::move(done));
    if (pending_.size() >= group && !options_.read.strict) commit();
}

void Adding::commit() {
    store_.commit();
    for (const auto& done : pending_) {
        const bool there = done.outcome == StoreWriter::Outcome::there;
        const bool merged = done.outcome == StoreWriter::Outcome::merged;
        ++(done.reread ? counts_.reread : there ? counts_.there : merged ? counts_.merged : counts_.added);
        if (progress_) progress_->step();
        if (options_.verbose)
            std::cerr << (done.reread ? "read again: "
                          : there     ? "there: "
                          : merged    ? "merged: "
                                      : "added: ")
                      << done.id << '\n';
    }
    if (options_.verbose) std::cerr << std::flush;
    pending_.clear();
}

void Adding::commit_in_time(const std::stop_token& stop) {
    std::unique_lock lock(guard_);
    while (!stop.stop_requested()) {
        ended_.wait_for(lock, stop, std::chrono::milliseconds(250), [] { return false; });
        const bool due = !pending_.empty() && std::chrono::steady_clock::now() - first_pending_ >= longest_wait;
        if (!due || failure_ || options_.read.strict) continue;
        try {
            commit();
        } catch (...) {
            failure_ = std::current_exception();
        }
    }
}

void Adding::refresh() {
    commit();
    std::vector<std::string> idle;
    store_.refresh(&idle);
    for (const auto& line : idle) std::cerr << "chancery: " << line << ": fits nothing in these articles\n";
}

}  // namespace chancery
