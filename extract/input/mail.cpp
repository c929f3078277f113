#include "extract/input/mail.hpp"

#include <gmime/gmime.h>
#include <algorithm>
#include <array>
#include <cctype>
#include <mutex>

#include "extract/input/fields.hpp"

namespace chancery {

namespace {

struct Unref {
    void operator()(gpointer object) const { g_object_unref(object); }
};
template <class T>
using Owned = std::unique_ptr<T, Unref>;

std::string lower(std::string_view text) {
    std::string out(text);
    for (auto& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

/// The bytes of a part with base64 or quoted-printable undone, in their own charset.
std::string content_of(GMimePart* part) {
    auto* content = g_mime_part_get_content(part);
    if (content == nullptr) return {};
    const Owned<GMimeStream> out(g_mime_stream_mem_new());
    g_mime_data_wrapper_write_to_stream(content, out.get());
    const auto* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(out.get()));
    return {reinterpret_cast<const char*>(bytes->data), bytes->len};
}

/// The parts of a mail in their order, those of parts inside parts, too; of forwarded mails none.
class Parts {
  public:
    void visit(GMimeObject* object, int depth) {
        if (object == nullptr || depth > 50) return;
        if (GMIME_IS_MULTIPART(object)) {
            auto* parts = GMIME_MULTIPART(object);
            for (int i = 0; i < g_mime_multipart_get_count(parts); ++i)
                visit(g_mime_multipart_get_part(parts, i), depth + 1);
        } else if (GMIME_IS_PART(object)) {
            part(GMIME_PART(object));
        }
    }

    [[nodiscard]] std::optional<Document> best() { return plain_ ? std::move(plain_) : std::move(html_); }

  private:
    void part(GMimePart* part) {
        auto* type = g_mime_object_get_content_type(GMIME_OBJECT(part));
        const char* disposition = g_mime_object_get_disposition(GMIME_OBJECT(part));
        if (disposition != nullptr && lower(disposition) == "attachment") return;
        const bool html = g_mime_content_type_is_type(type, "text", "html") != 0;
        if (!html && g_mime_content_type_is_type(type, "text", "plain") == 0) return;
        auto& slot = html ? html_ : plain_;
        if (slot) return;
        Document document;
        document.bytes = content_of(part);
        if (blank(document.bytes)) return;
        const char* charset = g_mime_content_type_get_parameter(type, "charset");
        document.hints.charset = charset == nullptr ? "" : charset;
        document.hints.media = html ? MediaType::html : MediaType::text;
        slot = std::move(document);
    }

    std::optional<Document> plain_, html_;
};

std::string sender(GMimeMessage* message) {
    auto* list = g_mime_message_get_from(message);
    if (list == nullptr || internet_address_list_length(list) == 0) return {};
    auto* first = internet_address_list_get_address(list, 0);
    const char* name = internet_address_get_name(first);
    if (name != nullptr && *name != '\0') return name;
    if (!INTERNET_ADDRESS_IS_MAILBOX(first)) return {};
    const char* address = internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(first));
    return address == nullptr ? "" : address;
}

/// The calendar date of the Date field where it was written, whatever the time zone of this machine.
std::string date_of(GMimeMessage* message) {
    auto* date = g_mime_message_get_date(message);
    if (date == nullptr) return {};
    char* text = g_date_time_format(date, "%Y-%m-%d");
    std::string out = text == nullptr ? "" : text;
    g_free(text);
    return date_in(out);
}

class MailReader final : public MemberReader {
  public:
    explicit MailReader(Member member) : MemberReader(std::move(member)) {}

    std::optional<Found> next() override {
        if (done_) return std::nullopt;
        done_ = true;
        std::string bytes;
        const bool whole = member_.bytes.read(bytes, limits().article * 4);  // attachments are passed over
        if (!trouble().empty()) return Note{member_.where, trouble(), member_.named};
        if (!whole) return Note{member_.where, too_long(), member_.named};
        auto document = parse_mail(bytes);
        if (!document) return Note{member_.where, "is a mail without text.", member_.named};
        if (document->bytes.size() > limits().article) return Note{member_.where, too_long(), member_.named};
        document->hints.id = member_.id;
        document->where = member_.where;
        document->named = member_.named;
        return std::move(*document);
    }

  private:
    bool done_ = false;
};

}  // namespace

bool looks_like_mail(std::string_view head) {
    static constexpr std::array<std::string_view, 13> usual = {
        "from",        "to",           "date",         "subject",  "received", "message-id",    "mime-version",
        "return-path", "content-type", "delivered-to", "reply-to", "x-mailer", "dkim-signature"};
    int found = 0;
    bool first = true;
    while (!head.empty()) {
        const auto line = head.substr(0, head.find('\n'));
        head.remove_prefix(std::min(head.size(), line.size() + 1));
        if (blank(line)) break;
        if (!first && (line[0] == ' ' || line[0] == '\t')) continue;
        first = false;
        const auto colon = line.find(':');
        if (colon == std::string_view::npos) return found >= 2 && head.empty();  // a line cut by the end of the head
        const auto name = lower(line.substr(0, colon));
        if (name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_") != std::string::npos) return false;
        found += std::find(usual.begin(), usual.end(), name) != usual.end();
    }
    return found >= 2;
}

std::optional<Document> parse_mail(std::string_view bytes) {
    static std::once_flag started;
    std::call_once(started, [] { g_mime_init(); });
    const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
    const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    auto* raw = g_mime_parser_construct_message(parser.get(), nullptr);
    if (raw == nullptr) return std::nullopt;
    const Owned<GMimeMessage> message(raw);
    Parts parts;
    parts.visit(g_mime_message_get_mime_part(message.get()), 0);
    auto document = parts.best();
    if (!document) return std::nullopt;
    const char* subject = g_mime_message_get_subject(message.get());
    document->hints.title = subject == nullptr ? "" : subject;
    document->hints.source = sender(message.get());
    document->hints.published = date_of(message.get());
    return document;
}

std::unique_ptr<Reader> read_mail(Member member) {
    return std::make_unique<MailReader>(std::move(member));
}

}  // namespace chancery
