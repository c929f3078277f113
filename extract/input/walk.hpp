#pragma once
#include <filesystem>
#include <memory>
#include <string>

#include "extract/input/reader.hpp"
#include "extract/input/selection.hpp"

namespace chancery {

/// The files below a folder as Members, in the bytewise order of their paths. Links to folders are
/// not followed, links to files only inside the folder.
[[nodiscard]] std::unique_ptr<Reader> read_folder(const std::filesystem::path& folder, const Selection& selection,
                                                  const InputLimits& limits);

/// A file as a Member, with what its sidecar ID.meta.json says. `id` is as given.
[[nodiscard]] Member file_member(const std::filesystem::path& path, std::string id, const InputLimits& limits);

/// What a sidecar beside the file says; a note when it is there and broken.
[[nodiscard]] ArticleHints sidecar_hints(const std::filesystem::path& path, std::optional<Note>& note);

}  // namespace chancery
