#pragma once
#include <atomic>
#include <chrono>
#include <filesystem>
#include <map>
#include <set>
#include <string>

namespace chancery {

/// What is written in a folder and those below it, by inotify. While it lives, SIGINT and SIGTERM do not end the
/// process but stopped(); make it before any thread starts, as they inherit this.
class FolderWatch {
  public:
    /// Throws Error "FOLDER: ..." when it cannot be watched.
    explicit FolderWatch(std::filesystem::path folder);
    FolderWatch(const FolderWatch&) = delete;
    FolderWatch& operator=(const FolderWatch&) = delete;
    ~FolderWatch();

    struct Changes {
        std::set<std::string> files;  ///< paths below the folder, written to their end or moved there
        bool all = false;             ///< more happened than was told: look at everything
    };

    /// Waits up to `most` for the first change, then until a fifth of a second passes without one (two seconds at
    /// most). Empty when nothing came, or when it was stopped.
    [[nodiscard]] Changes wait(std::chrono::milliseconds most);

    /// Whether the process was asked to end. Any thread.
    [[nodiscard]] bool stopped();

  private:
    /// Watches a folder and those below; what is in it already may be new, so it is noted.
    void add(const std::string& below, Changes* changes);
    void read_events(Changes& changes);

    std::filesystem::path folder_;
    int events_ = -1, signals_ = -1;
    std::map<int, std::string> watched_;  ///< descriptor -> path below the folder
    std::atomic<bool> stopped_ = false;   // readers ask it, too
};

}  // namespace chancery
