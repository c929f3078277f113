#pragma once
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>

#include "cli/document_reader.hpp"
#include "record/error.hpp"

namespace chancery {

/// The models, read when the first article comes; one serves all threads.
class LateReader {
  public:
    explicit LateReader(std::string models) { options_.models = std::move(models); }

    /// Throws std::runtime_error when they cannot be read: no fault of a request, and nothing to tell its sender.
    const DocumentReader& get() {
        std::call_once(once_, [&] {
            try {
                reader_ = std::make_unique<DocumentReader>(options_);
            } catch (const Error& error) {
                throw std::runtime_error(error.what());
            }
        });
        return *reader_;
    }

  private:
    ExtractOptions options_;
    std::once_flag once_;
    std::unique_ptr<DocumentReader> reader_;
};

}  // namespace chancery
