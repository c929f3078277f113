#pragma once
#include <functional>
#include <stop_token>

#include "cli/document_reader.hpp"
#include "serve/backend.hpp"

namespace chancery {

/// What `chancery serve` answers from.
struct Served {
    Backend backend;
    /// Looks every second whether there is another graph, and swaps it in; whoever asks already keeps the old one. Ends
    /// when told to. Troubles are told, and the old graph stays.
    std::function<void(std::stop_token, const std::function<void(std::string_view)>& tell)> watch;
};

/// The graph of a file that is no store, read now, and the models for POST /extract, read when the first article comes.
/// Throws Error.
[[nodiscard]] Served serve_file(const ServeCommand& command);

/// A store. Nothing is read yet but its head: the graph comes with the first look of `watch`. Throws Error.
[[nodiscard]] Served serve_store(const ServeCommand& command);

/// The graph of one posted article.
[[nodiscard]] GraphRows graph_of(const DocumentReader& reader, const Submission& sent);

/// Calls `look` every second until told to stop.
void every_second(const std::stop_token& stop, const std::function<void()>& look);

/// A posted article as a document. Without an id it gets one made of its bytes.
[[nodiscard]] Document document_of(const Submission& sent);

}  // namespace chancery
