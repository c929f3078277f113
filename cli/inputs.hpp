#pragma once
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "extract/input/documents.hpp"

namespace chancery {

/// What the user said of the inputs; every command that reads articles takes the same.
struct InputArguments {
    std::vector<std::string> inputs, fields, include, exclude;
    std::string files_from;
    InputLimits limits;
};

/// The articles of all inputs, handed out to any number of threads in one order, and the notes on what was left out.
class Inputs {
  public:
    /// `show_notes`: notes are printed on standard error as they come. Throws Error when an input cannot be opened,
    /// UsageError when a field has no such name.
    Inputs(const InputArguments& arguments, bool show_notes);

    struct Item {
        std::size_t number;  ///< from 0, in the order of the inputs
        Document document;
    };

    /// The next article; nothing at the end, or once a file of the command line itself could not be read. Any thread.
    [[nodiscard]] std::optional<Item> next();

    /// Throws Error when a file of the command line itself could not be read. After the last next().
    void check() const;

    [[nodiscard]] std::size_t skipped() const { return skipped_; }
    [[nodiscard]] std::size_t losses() const { return losses_; }  ///< articles that were read with a loss

  private:
    std::mutex guard_;
    Documents documents_;
    std::string failed_;
    std::size_t given_ = 0, skipped_ = 0, losses_ = 0;
    bool show_notes_;
};

}  // namespace chancery
