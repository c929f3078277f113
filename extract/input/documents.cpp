// A stack of readers: an input may be a folder with an archive with a feed in it. The innermost is asked; what it gives
// is an article, a note, or a member that is opened and put on top. When it has no more, the one below goes on.
#include "extract/input/documents.hpp"

#include <unistd.h>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

#include "extract/input/csv.hpp"
#include "extract/input/detect.hpp"
#include "extract/input/feed.hpp"
#include "extract/input/json.hpp"
#include "extract/input/mail.hpp"
#include "extract/input/names.hpp"
#include "extract/input/pdf.hpp"
#include "extract/input/unpack.hpp"
#include "extract/input/utf16.hpp"
#include "extract/input/walk.hpp"
#include "extract/input/warc.hpp"
#include "record/error.hpp"

namespace chancery {

namespace {

namespace fs = std::filesystem;

/// One article that is the whole of its bytes.
class WholeReader final : public MemberReader {
  public:
    WholeReader(Member member, MediaType media) : MemberReader(std::move(member)), media_(media) {}

    std::optional<Found> next() override {
        if (done_) return std::nullopt;
        done_ = true;
        Document document;
        const bool whole = member_.bytes.read(document.bytes, limits().article);
        if (!trouble().empty()) return Note{member_.where, trouble(), member_.named};
        if (!whole) return Note{member_.where, too_long(), member_.named};
        if (blank(document.bytes)) return Note{member_.where, "is empty. Give a file with an article.", member_.named};
        document.hints = std::move(member_.hints);
        document.hints.media = media_;
        document.hints.id = member_.id;
        document.where = member_.where;
        document.named = member_.named;
        return document;
    }

  private:
    MediaType media_;
    bool done_ = false;
};

/// Says why a member is not read.
class RefusedReader final : public MemberReader {
  public:
    RefusedReader(Member member, std::string why) : MemberReader(std::move(member)), why_(std::move(why)) {}
    std::optional<Found> next() override {
        if (why_.empty()) return std::nullopt;
        return Note{member_.where, std::exchange(why_, {}), member_.named};
    }

  private:
    std::string why_;
};

std::unique_ptr<Reader> refused(Member member, std::string why) {
    return std::make_unique<RefusedReader>(std::move(member), std::move(why));
}

std::unique_ptr<Reader> open_plain(Member member, const InputOptions& options) {
    auto head = member.bytes.peek(head_size);
    const bool wide = starts_utf16(head);
    std::string narrow;
    if (wide) {
        Bytes copy(utf16_source(Bytes(memory_source(std::string(head.substr(0, head.size() & ~std::size_t{1}))))));
        copy.read(narrow, head_size);
        head = narrow;
    }
    const auto kind = kind_of(head, options.fields);
    std::string binary(kind == Kind::binary ? binary_name(head) : std::string_view());
    const bool records = kind == Kind::json || kind == Kind::table || kind == Kind::feed || kind == Kind::mail;
    const char separator = kind == Kind::table
                               ? table_separator(head.substr(head.starts_with("\xef\xbb\xbf") ? 3 : 0), options.fields)
                               : '\0';
    if (wide && records) member.bytes = Bytes(utf16_source(std::move(member.bytes)));
    if (records && member.bytes.peek(3) == "\xef\xbb\xbf") member.bytes.take(3);
    switch (kind) {
        case Kind::json:
            return read_json_records(std::move(member), options.fields);
        case Kind::table:
            return read_table(std::move(member), separator, options.fields);
        case Kind::feed:
            return read_feed(std::move(member));
        case Kind::mail:
            return read_mail(std::move(member));
        case Kind::pdf:
            return read_pdf(std::move(member));
        case Kind::warc:
            return read_warc(std::move(member));
        case Kind::binary:
            return refused(std::move(member), std::move(binary));
        case Kind::other_xml:
            return refused(std::move(member), "is XML, but no feed and no page.");
        case Kind::html:
        case Kind::text:
            break;
    }
    return std::make_unique<WholeReader>(std::move(member), kind == Kind::html ? MediaType::html : MediaType::unknown);
}

}  // namespace

std::unique_ptr<Reader> open_member(Member member, const InputOptions& options) {
    while (true) {
        const auto packing = packing_of(member.bytes.peek(512));
        if (packing == Packing::none) return open_plain(std::move(member), options);
        if (++member.depth > options.limits.nesting)
            return refused(std::move(member), "is packed more than " + std::to_string(options.limits.nesting) +
                                                  " times over. Unpack it, or raise --max-nesting.");
        if (packing == Packing::tar || packing == Packing::zip)
            return read_archive(std::move(member), options.selection);
        member.bytes = Bytes(unpacked(std::move(member.bytes), packing, member.budget));
    }
}

/// The files and folders of the command line and of the list, each as a member or a folder's reader.
class Documents::Inputs final : public Reader {
  public:
    explicit Inputs(const InputOptions& options) : options_(options) {
        if (options.files_from.empty()) return;
        const auto budget = std::make_shared<Budget>(options.limits);
        list_.emplace(file_source(options.files_from == "-" ? fs::path() : fs::path(options.files_from), budget));
        if (!list_->trouble().empty()) throw Error(options.files_from + ": " + list_->trouble());
    }

    std::optional<Found> next() override {
        while (true) {
            if (broken_) return *std::exchange(broken_, std::nullopt);
            if (folder_) {
                auto found = folder_->next();
                if (found) {
                    empty_ = empty_ && !std::holds_alternative<Member>(*found);
                    return found;
                }
                folder_.reset();
                if (empty_) return Note{folder_where_, "holds no article.", named_};
            }
            if (at_ < options_.inputs.size()) {
                named_ = true;
                if (auto found = input(options_.inputs[at_++])) return found;
            } else if (std::string path; list_ && list_->line(path, 1U << 16U)) {
                named_ = false;
                if (path.empty()) continue;
                if (auto found = input(path)) return found;
            } else {
                return std::nullopt;
            }
        }
    }

    [[nodiscard]] const std::string& trouble() const override { return list_ ? list_->trouble() : none_; }
    [[nodiscard]] const std::string& where() const override { return options_.files_from; }

  private:
    /// A member; or nothing, and a folder is open.
    std::optional<Found> input(const std::string& argument) {
        std::error_code trouble;
        const fs::path path = argument;
        if (argument == "-" && named_) {
            auto member = file_member({}, "stdin", options_.limits);
            member.where = "standard input";
            member.named = true;
            return member;
        }
        const auto state = fs::status(path, trouble);
        if (!fs::exists(state)) return Note{printable_name(argument), "there is no such file or folder."};
        if (fs::is_directory(state)) {
            folder_ = read_folder(path, options_.selection, options_.limits);
            folder_where_ = printable_name(argument);
            empty_ = true;
            return std::nullopt;
        }
        const auto id = without_suffix(named_ ? path.filename().string() : argument);
        auto member = file_member(path, safe_path(id), options_.limits);
        if (member.id.empty()) member.id = "article";
        member.hints = sidecar_hints(path, broken_);
        member.named = named_;
        return member;
    }

    const InputOptions& options_;
    std::size_t at_ = 0;
    std::optional<Bytes> list_;
    std::unique_ptr<Reader> folder_;
    std::optional<Note> broken_;  ///< the sidecar of the file before
    std::string folder_where_, none_;
    bool named_ = true, empty_ = true;
};

Documents::Documents(InputOptions options) : options_(std::move(options)) {
    if (options_.inputs.empty() && options_.files_from.empty()) options_.inputs.emplace_back("-");
    for (const auto& argument : options_.inputs) {
        if (argument == "-") continue;
        std::error_code trouble;
        const auto state = fs::status(argument, trouble);
        if (!fs::exists(state)) throw Error(argument + ": there is no such file or folder. Check the path.");
        if (::access(argument.c_str(), R_OK) != 0)
            throw Error(argument + ": cannot be opened (" + std::strerror(errno) + "). Check its rights.");
    }
    open_.push_back(std::make_unique<Inputs>(options_));
}

Documents::~Documents() {
    while (!open_.empty()) open_.pop_back();  // the innermost reads from the one below
}

std::optional<std::variant<Document, Note>> Documents::next() {
    while (!open_.empty()) {
        auto& reader = *open_.back();
        auto found = reader.next();
        if (!found) {
            Note note{reader.where(), reader.trouble()};
            const bool news = !note.why.empty() && note.why != told_;
            open_.pop_back();
            told_ = note.why;
            if (news) return note;
        } else if (auto* member = std::get_if<Member>(&*found)) {
            told_.clear();
            open_.push_back(open_member(std::move(*member), options_));
        } else if (auto* document = std::get_if<Document>(&*found)) {
            return std::move(*document);
        } else {
            told_ = std::get<Note>(*found).why;
            return std::move(std::get<Note>(*found));
        }
    }
    return std::nullopt;
}

}  // namespace chancery
