#include "cli/output.hpp"

#include <unistd.h>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>

#include "export/compress.hpp"
#include "record/error.hpp"

namespace chancery {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& path, const char* what) {
    const std::string reason = errno == 0 ? "unknown cause" : std::strerror(errno);
    throw Error(path.string() + ": " + what + " (" + reason + "). Check the folder, its rights and the free space.");
}

void write_stream(std::ostream& out, const fs::path& path, const std::function<void(std::ostream&)>& writer) {
    errno = 0;
    write_compressed(compression_suffix(path.native()), out, writer);
    out.flush();
    if (!out) fail(path, "cannot be written");
}

}  // namespace

void make_folder_of(const fs::path& path) {
    std::error_code trouble;
    fs::create_directories(path.parent_path(), trouble);
    if (trouble)
        throw Error(path.parent_path().string() + ": cannot be made (" + trouble.message() +
                    "). Check the folder and its rights.");
}

Outputs::~Outputs() {
    std::error_code ignored;
    for (const auto& each : pending_) fs::remove(each.temporary, ignored);
}

void Outputs::write(const fs::path& path, const std::function<void(std::ostream&)>& writer) {
    if (path == "-") return write_stream(std::cout, "standard output", writer);
    std::error_code trouble;
    const auto state = fs::status(path, trouble);
    if (fs::is_directory(state)) throw Error(path.string() + ": is a folder. Name a file in it.");
    if (fs::exists(state) && !fs::is_regular_file(state)) {
        std::ofstream out(path, std::ios::binary);
        if (!out) fail(path, "cannot be opened");
        return write_stream(out, path, writer);
    }
    auto temporary = path;
    temporary += ".part" + std::to_string(::getpid());
    errno = 0;
    std::ofstream out(temporary, std::ios::binary | std::ios::trunc);
    if (!out) fail(path, "cannot be created");
    pending_.push_back({temporary, path});
    write_stream(out, path, writer);
    out.close();
    if (!out) fail(path, "cannot be written to its end");
}

void Outputs::rename(const fs::path& from, const fs::path& to) {
    make_folder_of(to);
    for (auto& each : pending_)
        if (each.final == from) each.final = to;
}

void Outputs::commit() {
    for (const auto& each : pending_) {
        std::error_code trouble;
        fs::rename(each.temporary, each.final, trouble);
        if (trouble)
            throw Error(each.final.string() + ": cannot be put in its place (" + trouble.message() +
                        "). Check the folder and its rights.");
    }
    pending_.clear();
}

}  // namespace chancery
