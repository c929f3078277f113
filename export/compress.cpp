#include "export/compress.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <memory>
#include <ostream>
#include <streambuf>

#include "record/error.hpp"

namespace chancery {

namespace {

/// libarchive's filters without an archive around them.
class Compressor : public std::streambuf {
  public:
    Compressor(std::string_view suffix, std::ostream& out) : out_(out), archive_(archive_write_new()) {
        archive_write_set_format_raw(archive_);
        if (suffix == ".gz") {
            archive_write_add_filter_gzip(archive_);
            archive_write_set_filter_option(archive_, "gzip", "timestamp", nullptr);
        } else {
            archive_write_add_filter_zstd(archive_);
        }
        archive_write_set_bytes_in_last_block(archive_, 1);
        check(archive_write_open(archive_, &out_, nullptr, write, nullptr));
        const std::unique_ptr<archive_entry, void (*)(archive_entry*)> entry(archive_entry_new(), archive_entry_free);
        archive_entry_set_filetype(entry.get(), AE_IFREG);
        check(archive_write_header(archive_, entry.get()));
    }
    ~Compressor() override { archive_write_free(archive_); }
    Compressor(const Compressor&) = delete;
    Compressor& operator=(const Compressor&) = delete;

    void close() {
        check(archive_write_close(archive_));
        if (bad_) out_.setstate(std::ios::badbit);
    }

  protected:
    std::streamsize xsputn(const char* bytes, std::streamsize size) override {
        if (bad_) return 0;
        const auto done = archive_write_data(archive_, bytes, static_cast<std::size_t>(size));
        if (done != size) bad_ = true;
        return bad_ ? 0 : size;
    }
    int overflow(int c) override {
        if (c == traits_type::eof()) return 0;
        const char byte = static_cast<char>(c);
        return xsputn(&byte, 1) == 1 ? c : traits_type::eof();
    }

  private:
    static la_ssize_t write(archive* a, void* stream, const void* bytes, std::size_t size) {
        auto& out = *static_cast<std::ostream*>(stream);
        out.write(static_cast<const char*>(bytes), static_cast<std::streamsize>(size));
        if (out) return static_cast<la_ssize_t>(size);
        archive_set_error(a, EIO, "cannot be written");
        return -1;
    }
    void check(int result) {
        if (result < ARCHIVE_WARN) bad_ = true;
    }

    std::ostream& out_;
    archive* archive_;
    bool bad_ = false;
};

}  // namespace

std::string_view compression_suffix(std::string_view path) {
    for (const std::string_view suffix : {".gz", ".zst"})
        if (path.ends_with(suffix)) return suffix;
    return {};
}

void write_compressed(std::string_view suffix, std::ostream& out, const std::function<void(std::ostream&)>& writer) {
    if (suffix.empty()) return writer(out);
    Compressor compressor(suffix, out);
    std::ostream plain(&compressor);
    writer(plain);
    compressor.close();
}

std::string decompressed(std::string_view bytes, const std::string& where) {
    if (!bytes.starts_with("\x1f\x8b") && !bytes.starts_with("\x28\xb5\x2f\xfd")) return std::string(bytes);
    const std::unique_ptr<archive, int (*)(archive*)> reader(archive_read_new(), archive_read_free);
    archive_read_support_filter_gzip(reader.get());
    archive_read_support_filter_zstd(reader.get());
    archive_read_support_format_raw(reader.get());
    archive_entry* entry = nullptr;
    std::string plain;
    bool good = archive_read_open_memory(reader.get(), bytes.data(), bytes.size()) == ARCHIVE_OK &&
                archive_read_next_header(reader.get(), &entry) == ARCHIVE_OK;
    while (good) {
        char block[65536];
        const auto size = archive_read_data(reader.get(), block, sizeof block);
        if (size == 0) return plain;
        good = size > 0;
        if (good) plain.append(block, static_cast<std::size_t>(size));
    }
    throw Error(where + ": is damaged (" +
                std::string(archive_error_string(reader.get()) == nullptr ? "cannot be decompressed"
                                                                          : archive_error_string(reader.get())) +
                "). Write it again.");
}

}  // namespace chancery
