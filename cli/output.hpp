#pragma once
#include <filesystem>
#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

namespace chancery {

/// Makes the folder that `path` is to stand in. Throws Error "FOLDER: ...".
void make_folder_of(const std::filesystem::path& path);

/// Output files that appear all together or not at all: each is written beside its place, and commit() renames them.
class Outputs {
  public:
    Outputs() = default;
    Outputs(const Outputs&) = delete;
    Outputs& operator=(const Outputs&) = delete;
    ~Outputs();  ///< removes what was not committed

    /// Writes one file, compressed when its name ends in ".gz" or ".zst"; folders on the way are not made. "-" is
    /// standard output; a device or pipe is written directly. Throws Error "PATH: ..." when it cannot be written to its
    /// end.
    void write(const std::filesystem::path& path, const std::function<void(std::ostream&)>& writer);

    /// Another name for a file that is written and not committed; folders on the way are made.
    void rename(const std::filesystem::path& from, const std::filesystem::path& to);

    void commit();

  private:
    struct Pending {
        std::filesystem::path temporary, final;
    };
    std::vector<Pending> pending_;
};

}  // namespace chancery
