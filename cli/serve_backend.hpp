#pragma once
#include "cli/commands.hpp"
#include "serve/backend.hpp"

namespace chancery {

/// What `chancery serve` answers from: the graph of a file, read now, and the models for POST /extract, read when the
/// first article comes. Throws Error.
[[nodiscard]] Backend file_backend(const ServeCommand& command);

/// A posted article as a document. Without an id it gets one made of its bytes.
[[nodiscard]] Document document_of(const Submission& sent);

}  // namespace chancery
