#pragma once
#include <archive.h>
#include <archive_entry.h>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "extract/input/documents.hpp"
#include "tests/cli/run.hpp"

namespace chancery {

/// Files of an archive: name and bytes.
using Files = std::vector<std::pair<std::string, std::string>>;

inline la_ssize_t pack_write(archive*, void* out, const void* bytes, std::size_t count) {
    static_cast<std::string*>(out)->append(static_cast<const char*>(bytes), count);
    return static_cast<la_ssize_t>(count);
}

/// Packs files with a format ("ustar", "zip", "raw") and a filter ("none", "gzip", "bzip2", "xz", "zstd").
inline std::string pack(const std::string& format, const std::string& filter, const Files& files) {
    std::string out;
    auto* handle = archive_write_new();
    archive_write_set_format_by_name(handle, format.c_str());
    if (filter != "none") archive_write_add_filter_by_name(handle, filter.c_str());
    archive_write_set_bytes_per_block(handle, 0);
    archive_write_open(handle, &out, nullptr, &pack_write, nullptr);
    for (const auto& [name, bytes] : files) {
        auto* entry = archive_entry_new();
        archive_entry_set_pathname(entry, name.c_str());
        archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        archive_write_header(handle, entry);
        archive_write_data(handle, bytes.data(), bytes.size());
        archive_entry_free(entry);
    }
    archive_write_close(handle);
    archive_write_free(handle);
    return out;
}

inline std::string gzip(const std::string& bytes) {
    return pack("raw", "gzip", {{"-", bytes}});
}

/// What all the inputs gave.
struct Read {
    std::vector<Document> documents;
    std::vector<Note> notes;

    [[nodiscard]] std::vector<std::string> ids() const {
        std::vector<std::string> out;
        for (const auto& document : documents) out.push_back(document.hints.id);
        return out;
    }
};

inline Read read_inputs(InputOptions options) {
    Read read;
    Documents documents(std::move(options));
    while (auto next = documents.next())
        if (auto* document = std::get_if<Document>(&*next)) {
            read.documents.push_back(std::move(*document));
        } else {
            read.notes.push_back(std::get<Note>(*next));
        }
    return read;
}

inline Read read_path(const std::filesystem::path& path) {
    InputOptions options;
    options.inputs = {path.string()};
    return read_inputs(std::move(options));
}

inline std::filesystem::path input_scratch(const std::string& name) {
    return scratch("input-" + name);
}

inline void write_bytes(const std::filesystem::path& path, const std::string& bytes) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
}

/// Bytes read as a file of the given name.
inline Read read_bytes(const std::string& name, const std::string& bytes, InputOptions options = {}) {
    const auto folder = input_scratch("bytes");
    write_bytes(folder / name, bytes);
    options.inputs = {(folder / name).string()};
    return read_inputs(std::move(options));
}

}  // namespace chancery
