#include "extract/input/warc.hpp"

#include <charconv>

#include "extract/input/fields.hpp"
#include "extract/input/http.hpp"
#include "extract/input/names.hpp"

namespace chancery {

namespace {

constexpr std::size_t longest_line = 1U << 16U;
constexpr std::size_t longest_header = 1U << 20U;

class WarcReader final : public MemberReader {
  public:
    explicit WarcReader(Member member) : MemberReader(std::move(member)) {}

    std::optional<Found> next() override {
        while (true) {
            std::optional<Note> lost;
            if (!reach_record(lost)) return std::nullopt;
            if (lost) return *lost;
            if (auto found = record()) return found;
            if (!trouble().empty()) return std::nullopt;
        }
    }

  private:
    /// Reads up to the first line of a record. Anything else on the way is noted once.
    bool reach_record(std::optional<Note>& lost) {
        std::string line;
        while (!member_.bytes.at_end()) {
            if (looks_like_warc(member_.bytes.peek(16))) return true;
            member_.bytes.line(line, longest_line);
            if (blank(line)) continue;
            if (!astray_) lost = Note{place(), "holds something that is no record; reading goes on at the next one."};
            if (!astray_) {
                astray_ = true;
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] std::string place() const {
        return member_.where + ": " + (url_.empty() ? "record " + std::to_string(number_) : printable_name(url_));
    }

    /// The page of the next record; nothing when it is not one of those that are read.
    std::optional<Found> record() {
        ++number_;
        astray_ = false;
        url_.clear();
        HeaderFields fields;
        std::uint64_t length = 0;
        if (!header(fields, length)) return Note{place(), "has a header that cannot be read."};
        url_ = field(fields, "warc-target-uri");
        if (url_.size() > 1 && url_.front() == '<' && url_.back() == '>') url_ = url_.substr(1, url_.size() - 2);
        const auto type = field(fields, "warc-type"), media = field(fields, "content-type");
        const bool response = type == "response" && media.find("http") != std::string::npos;
        const bool page = type == "resource" && is_html(media);
        const bool text = type == "conversion" && media.starts_with("text/plain");
        if (!response && !page && !text) return pass(length);
        std::string body;
        if (length > limits().article + longest_header) {
            pass(length);
            return Note{place(), too_long()};
        }
        member_.bytes.read(body, length);
        if (body.size() < length) {
            if (!trouble().empty()) return std::nullopt;
            return Note{place(), "is cut short: the archive ends inside it."};
        }
        Document document;
        document.hints.media = text ? MediaType::text : MediaType::html;
        document.hints.charset = text ? "UTF-8" : charset_in(media);
        if (response) return from_response(body, fields);
        document.bytes = std::move(body);
        return finished(std::move(document), fields);
    }

    std::optional<Found> from_response(const std::string& body, const HeaderFields& fields) {
        auto response = parse_response(body, limits().article);
        if (!response || response->status != 200) return std::nullopt;
        const auto media = field(response->fields, "content-type");
        if (!is_html(media)) return std::nullopt;
        if (!response->trouble.empty()) return Note{place(), response->trouble};
        Document document;
        document.hints.media = MediaType::html;
        document.hints.charset = charset_in(media);
        document.bytes = std::move(response->body);
        return finished(std::move(document), fields);
    }

    std::optional<Found> finished(Document document, const HeaderFields& fields) {
        if (blank(document.bytes)) return std::nullopt;
        if (document.bytes.size() > limits().article) return Note{place(), too_long()};
        document.hints.id = record_id(field(fields, "warc-record-id"));
        if (document.hints.id.empty()) document.hints.id = member_.id + "-" + std::to_string(number_);
        if (!url_.empty()) document.hints.urls = {url_};
        document.where = place();
        return document;
    }

    /// "<urn:uuid:ABC>" is "ABC".
    static std::string record_id(std::string_view id) {
        if (id.starts_with('<')) id = id.substr(1, id.size() - 1 - id.ends_with('>'));
        if (id.starts_with("urn:uuid:")) id.remove_prefix(9);
        return safe_id(id);
    }

    static bool is_html(std::string_view media) {
        return media.starts_with("text/html") || media.starts_with("application/xhtml+xml");
    }

    static std::string field(const HeaderFields& fields, std::string_view name) {
        const auto it = fields.find(name);
        return it == fields.end() ? std::string() : it->second;
    }

    bool header(HeaderFields& fields, std::uint64_t& length) {
        std::string all, line;
        member_.bytes.line(line, longest_line);  // the version
        while (all.size() < longest_header && member_.bytes.line(line, longest_line) && !line.empty())
            all += line + "\n";
        std::string_view view = all;
        fields = take_header(view);
        const auto digits = field(fields, "content-length");
        const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), length);
        return read.ec == std::errc() && read.ptr != digits.data() && line.empty();
    }

    std::optional<Found> pass(std::uint64_t length) {
        member_.bytes.skip(length);
        return std::nullopt;
    }

    std::string url_;
    std::uint64_t number_ = 0;
    bool astray_ = false;
};

}  // namespace

bool looks_like_warc(std::string_view head) {
    return head.starts_with("WARC/1.") || head.starts_with("WARC/0.");
}

std::unique_ptr<Reader> read_warc(Member member) {
    return std::make_unique<WarcReader>(std::move(member));
}

}  // namespace chancery
