#pragma once
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "extract/input/document.hpp"
#include "extract/input/fields.hpp"
#include "extract/input/reader.hpp"
#include "extract/input/selection.hpp"

namespace chancery {

/// What to read and how.
struct InputOptions {
    std::vector<std::string> inputs;  ///< files, folders, "-" for standard input; none with no files_from: "-"
    std::string files_from;           ///< a file with one path a line, "-" for standard input; empty for none
    Fields fields;
    Selection selection;
    InputLimits limits;
};

/// All articles of all inputs, one after another: files in the order given, folders by path, containers in their own
/// order. What a file is, is told by its content. Bounded memory: one article, a name for each file of the folders that
/// are open, and the buffers of what is packed. For one thread at a time.
class Documents {
  public:
    /// Throws Error "PATH: ..." when an input is missing or cannot be opened, and when files_from is.
    explicit Documents(InputOptions options);
    Documents(const Documents&) = delete;
    Documents& operator=(const Documents&) = delete;
    ~Documents();

    /// The next article, or a note on what was left out; nothing at the end. Never throws on content.
    [[nodiscard]] std::optional<std::variant<Document, Note>> next();

  private:
    class Inputs;
    InputOptions options_;
    std::vector<std::unique_ptr<Reader>> open_;  ///< the innermost last
    std::string told_;                           ///< the last trouble, which outer readers have, too
};

/// A reader for what the bytes turn out to be, compressions undone. For tests and fuzzing; Documents uses it.
[[nodiscard]] std::unique_ptr<Reader> open_member(Member member, const InputOptions& options);

}  // namespace chancery
