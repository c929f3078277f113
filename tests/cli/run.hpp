#pragma once
#include <sys/wait.h>
#include <unistd.h>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace chancery {

struct Done {
    int status = -1;
    std::string out, err;
};

/// Below a folder of this process, which goes when it ends: two test runs on one machine do not meet.
inline std::filesystem::path own_temporary(const std::string& name) {
    struct Folder {
        std::filesystem::path path =
            std::filesystem::temp_directory_path() / ("chancery-tests-" + std::to_string(::getpid()));
        ~Folder() {
            std::error_code ignored;
            std::filesystem::remove_all(path, ignored);
        }
    };
    static const Folder folder;
    return folder.path / name;
}

/// A folder of its own for each test, empty at first.
inline std::filesystem::path scratch(const std::string& name) {
    auto folder = own_temporary(name);
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    return folder;
}

inline std::string slurp(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return std::move(bytes).str();
}

inline void put(const std::filesystem::path& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

/// Runs the program (CHANCERY_PROGRAM) with a shell's words after it.
inline Done run(const std::string& words, const std::string& input = "/dev/null") {
    const auto* program = std::getenv("CHANCERY_PROGRAM");
    const auto folder = own_temporary("run");
    std::filesystem::create_directories(folder);
    const auto command = std::string(program == nullptr ? "chancery" : program) + " " + words + " <" + input + " >" +
                         (folder / "out").string() + " 2>" + (folder / "err").string();
    const int raw = std::system(command.c_str());
    return {WIFEXITED(raw) ? WEXITSTATUS(raw) : -1, slurp(folder / "out"), slurp(folder / "err")};
}

}  // namespace chancery
