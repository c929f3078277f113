// Compressions and archives, by libarchive, as streams: nothing is ever unpacked to disk or held as a whole.
//
// Every layer is a libarchive reader of its own that pulls blocks from the layer below, so each layer's output is
// counted: a bomb that grows between two layers costs as much as one that grows in the last.
#include "extract/input/unpack.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <algorithm>
#include <array>
#include <cerrno>

#include "extract/input/names.hpp"

namespace chancery {

namespace {

bool is_tar(std::string_view head) {
    if (head.size() < 512) return false;
    if (head.substr(257, 5) == "ustar") return true;
    // Before ustar: the octal sum of the header's bytes, its own eight taken as blanks, stands at 148.
    long sum = 0, written = 0;
    for (std::size_t i = 0; i < 512; ++i) sum += i >= 148 && i < 156 ? ' ' : static_cast<unsigned char>(head[i]);
    bool digits = false;
    for (std::size_t i = 148; i < 156; ++i) {
        const char c = head[i];
        if (c >= '0' && c <= '7') {
            written = written * 8 + (c - '0');
            digits = true;
        } else if (digits || c != ' ') {
            break;
        }
    }
    return digits && sum == written && head[0] != '\0';
}

std::string message_of(archive* handle) {
    const char* text = archive_error_string(handle);
    return printable_name(text == nullptr ? "the data is broken" : text);
}

std::string too_large(const InputLimits& limits) {
    return "unpacks to more than " + std::to_string(limits.expansion) +
           " times its size; the rest is left out. If it is no bomb, raise --max-expansion.";
}

/// A libarchive reader over Bytes.
class Archive {
  public:
    Archive(Bytes bytes, std::shared_ptr<Budget> budget)
        : bytes_(std::move(bytes)), budget_(std::move(budget)), handle_(archive_read_new()) {}
    Archive(const Archive&) = delete;
    Archive& operator=(const Archive&) = delete;
    ~Archive() { archive_read_free(handle_); }

    [[nodiscard]] archive* handle() const { return handle_; }

    void open() {
        archive_read_set_read_callback(handle_, &Archive::read);
        archive_read_set_callback_data(handle_, this);
        // A stream that breaks in its first block seems empty, but the error is kept.
        if (archive_read_open1(handle_) != ARCHIVE_OK || archive_error_string(handle_) != nullptr) fail();
    }

    /// The next block of the current entry; empty at its end. False when it is broken.
    bool data(std::string& block, std::string_view& got) {
        got = {};
        if (!trouble_.empty()) return false;
        block.resize(1U << 16U);
        const auto count = archive_read_data(handle_, block.data(), block.size());
        if (count < 0) {
            reason_ = !bytes_.trouble().empty() ? bytes_.trouble() : "is broken: " + message_of(handle_) + ".";
            if (count == ARCHIVE_FATAL) trouble_ = reason_;
            return false;
        }
        if (!budget_->count_unpacked(static_cast<std::size_t>(count))) {
            reason_ = trouble_ = too_large(budget_->limits());
            return false;
        }
        got = {block.data(), static_cast<std::size_t>(count)};
        return true;
    }

    /// The next entry; nothing at the end or when the archive cannot be read on.
    archive_entry* next() {
        if (trouble_.empty() && budget_->spent()) trouble_ = too_large(budget_->limits());
        if (!trouble_.empty() || ended_) return nullptr;
        archive_entry* entry = nullptr;
        int status = ARCHIVE_RETRY;
        for (int tries = 0; status == ARCHIVE_RETRY && tries < 10; ++tries)
            status = archive_read_next_header(handle_, &entry);
        if (status == ARCHIVE_OK || status == ARCHIVE_WARN) return entry;
        if (status != ARCHIVE_EOF) fail();
        ended_ = true;
        return nullptr;
    }

    void fail() {
        trouble_ = !bytes_.trouble().empty() ? bytes_.trouble() : "cannot be read on: " + message_of(handle_) + ".";
    }
    [[nodiscard]] const std::string& trouble() const { return trouble_; }
    [[nodiscard]] const std::string& reason() const { return reason_; }

  private:
    static la_ssize_t read(archive* handle, void* self, const void** into) {
        auto& archive = *static_cast<Archive*>(self);
        const auto block = archive.bytes_.block();
        *into = block.data();
        if (block.empty() && !archive.bytes_.trouble().empty()) {
            archive_set_error(handle, EIO, "%s", archive.bytes_.trouble().c_str());
            return -1;
        }
        return static_cast<la_ssize_t>(block.size());
    }

    Bytes bytes_;
    std::shared_ptr<Budget> budget_;
    archive* handle_;
    std::string trouble_;  ///< of the archive
    std::string reason_;   ///< of its current entry
    bool ended_ = false;
};

/// The current entry of an archive.
class EntrySource final : public ByteSource {
  public:
    explicit EntrySource(std::shared_ptr<Archive> archive) : archive_(std::move(archive)) {}
    std::string_view more() override {
        std::string_view got;
        if (trouble_.empty() && !archive_->data(block_, got)) trouble_ = archive_->reason();
        return got;
    }

  private:
    std::shared_ptr<Archive> archive_;
    std::string block_;
};

int filter_of(Packing packing) {
    switch (packing) {
        case Packing::gzip:
            return ARCHIVE_FILTER_GZIP;
        case Packing::bzip2:
            return ARCHIVE_FILTER_BZIP2;
        case Packing::xz:
            return ARCHIVE_FILTER_XZ;
        case Packing::zstd:
            return ARCHIVE_FILTER_ZSTD;
        case Packing::none:
        case Packing::tar:
        case Packing::zip:
            break;
    }
    return ARCHIVE_FILTER_NONE;
}

class UnpackedSource final : public ByteSource {
  public:
    UnpackedSource(Bytes packed, Packing packing, std::shared_ptr<Budget> budget)
        : archive_(std::move(packed), std::move(budget)) {
        auto* handle = archive_.handle();
        archive_read_support_format_raw(handle);
        archive_read_support_format_empty(handle);
        archive_read_append_filter(handle, filter_of(packing));  // this one only: layers below it count by themselves
    }

    std::string_view more() override {
        std::string_view got;
        if (!trouble_.empty()) return got;
        if (!opened_) {
            opened_ = true;
            archive_.open();
            ended_ = archive_.next() == nullptr;
            trouble_ = archive_.trouble();
        }
        if (!ended_ && !archive_.data(block_, got)) trouble_ = archive_.reason();
        ended_ = ended_ || got.empty();
        return got;
    }

  private:
    Archive archive_;
    std::string block_;
    bool opened_ = false, ended_ = false;
};

class ArchiveReader final : public Reader {
  public:
    ArchiveReader(Member member, const Selection& selection)
        : id_(member.named ? std::string() : member.id + "/"),
          where_(member.where),
          budget_(member.budget),
          depth_(member.depth),
          selection_(selection),
          archive_(std::make_shared<Archive>(std::move(member.bytes), member.budget)) {
        archive_read_support_format_tar(archive_->handle());
        archive_read_support_format_zip_streamable(archive_->handle());
        archive_->open();
    }

    std::optional<Found> next() override {
        while (auto* entry = archive_->next()) {
            const char* raw = archive_entry_pathname_utf8(entry);
            if (raw == nullptr) raw = archive_entry_pathname(entry);
            const std::string name = raw == nullptr ? "" : raw;
            if (archive_entry_filetype(entry) != AE_IFREG || archive_entry_hardlink(entry) != nullptr) continue;
            if (const auto* office = office_document(name)) return Note{where_, office};
            const auto path = safe_path(name);
            ++number_;
            if (!path.empty() && !selection_.wants(path)) continue;
            Member member{id_ + (path.empty() ? std::to_string(number_) : without_suffix(path)),
                          where_ + ": " + printable_name(name), Bytes(std::make_unique<EntrySource>(archive_)), budget_,
                          depth_};
            return member;
        }
        return std::nullopt;
    }

    [[nodiscard]] const std::string& trouble() const override { return archive_->trouble(); }
    [[nodiscard]] const std::string& where() const override { return where_; }

  private:
    /// Word, LibreOffice and EPUB files are zips whose first member says so; their parts are no articles.
    const char* office_document(const std::string& name) {
        if (number_ > 0 || (name != "[Content_Types].xml" && name != "mimetype")) return nullptr;
        while (archive_->next() != nullptr) {
        }
        return "is an office document or e-book. Save it as text, HTML or PDF.";
    }

    std::string id_, where_;
    std::shared_ptr<Budget> budget_;
    std::uint32_t depth_;
    const Selection& selection_;
    std::shared_ptr<Archive> archive_;
    std::size_t number_ = 0;
};

}  // namespace

Packing packing_of(std::string_view head) {
    using namespace std::string_view_literals;
    static constexpr std::array<std::pair<std::string_view, Packing>, 7> magics = {
        {{"\x1f\x8b\x08"sv, Packing::gzip},
         {"\xfd"
          "7zXZ\0"sv,
          Packing::xz},
         {"\x28\xb5\x2f\xfd"sv, Packing::zstd},
         {"PK\x03\x04"sv, Packing::zip},
         {"PK\x05\x06"sv, Packing::zip},
         {"PK\x07\x08"sv, Packing::zip},
         {"BZh"sv, Packing::bzip2}}};
    for (const auto& [magic, packing] : magics) {
        if (!head.starts_with(magic)) continue;
        if (packing == Packing::bzip2 &&
            (head.size() < 10 || (head.substr(4, 6) != "1AY&SY" && head.substr(4, 6) != "\x17rE8P\x90")))
            continue;
        return packing;
    }
    return is_tar(head) ? Packing::tar : Packing::none;
}

std::unique_ptr<ByteSource> unpacked(Bytes packed, Packing packing, std::shared_ptr<Budget> budget) {
    return std::make_unique<UnpackedSource>(std::move(packed), packing, std::move(budget));
}

std::unique_ptr<Reader> read_archive(Member member, const Selection& selection) {
    return std::make_unique<ArchiveReader>(std::move(member), selection);
}

}  // namespace chancery
