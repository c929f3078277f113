#include "extract/input/detect.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "extract/input/csv.hpp"
#include "extract/input/json.hpp"
#include "extract/input/mail.hpp"
#include "extract/input/warc.hpp"
#include "extract/text/encoding.hpp"

namespace chancery {

namespace {

using namespace std::string_view_literals;

std::string_view after_blanks(std::string_view text) {
    const auto at = text.find_first_not_of(" \t\r\n");
    return at == std::string_view::npos ? std::string_view() : text.substr(at);
}

bool starts_with_name(std::string_view text, std::string_view name) {
    if (text.size() < name.size()) return false;
    for (std::size_t i = 0; i < name.size(); ++i)
        if ((text[i] >= 'A' && text[i] <= 'Z' ? text[i] + 32 : text[i]) != name[i]) return false;
    return text.size() == name.size() || " \t\r\n>/"sv.find(text[name.size()]) != std::string_view::npos;
}

/// Elements that web pages begin with, as browsers tell HTML.
constexpr std::array<std::string_view, 25> page_starts = {
    "<!doctype", "<html",   "<head",    "<body",   "<meta",    "<title",  "<script", "<link",  "<style",
    "<div",      "<p",      "<article", "<main",   "<section", "<h1",     "<h2",     "<table", "<a",
    "<img",      "<iframe", "<font",    "<center", "<span",    "<header", "<br"};

/// HTML, a feed, other XML, or text that only begins with "<".
Kind markup_kind(std::string_view text) {
    bool xml = false;
    while (true) {
        text = after_blanks(text);
        const bool comment = text.starts_with("<!--");
        if (!comment && !text.starts_with("<?")) break;
        xml = xml || text.starts_with("<?xml");
        const auto end = text.find(comment ? "-->"sv : ">"sv);
        if (end == std::string_view::npos) return xml ? Kind::other_xml : Kind::html;
        text.remove_prefix(end + (comment ? 3 : 1));
    }
    const bool page = starts_with_name(after_blanks(text.substr(std::min<std::size_t>(text.size(), 9))), "html");
    if (xml && starts_with_name(text, "<!doctype") && !page) {  // entities may be declared between brackets
        const auto root = text.find("]>") == std::string_view::npos ? text.find('>') + 1 : text.find("]>") + 2;
        text = after_blanks(text.substr(std::min(text.size(), root)));
    }
    for (const auto name : {"<rss"sv, "<feed"sv, "<rdf:rdf"sv, "<atom:feed"sv})
        if (starts_with_name(text, name)) return Kind::feed;
    if (xml && !starts_with_name(text, "<html") && !starts_with_name(text, "<!doctype")) return Kind::other_xml;
    for (const auto name : page_starts)
        if (starts_with_name(text, name)) return Kind::html;
    return xml ? Kind::other_xml : Kind::text;
}

struct Magic {
    std::string_view bytes, name;
};
constexpr std::array<Magic, 9> magics = {
    {{"7z\xbc\xaf\x27\x1c", "is a 7z archive, which is not read. Repack it as .zip or .tar.gz."},
     {"Rar!\x1a\x07", "is a RAR archive, which is not read. Repack it as .zip or .tar.gz."},
     {"\x1f\x9d", "is compressed by an old compress, which is not read. Use gzip."},
     {"\xd0\xcf\x11\xe0", "is an old Office document. Save it as text, HTML or PDF."},
     {"\x89PNG", "is a picture, not text."},
     {"\xff\xd8\xff", "is a picture, not text."},
     {"GIF8", "is a picture, not text."},
     {"SQLite format 3", "is a database, not text. Export it as CSV or JSON."},
     {"PAR1", "is a Parquet file, which is not read. Export it as CSV or JSON."}}};

}  // namespace

std::string_view binary_name(std::string_view head) {
    for (const auto& magic : magics)
        if (head.starts_with(magic.bytes)) return magic.name;
    return "is no text but binary data.";
}

Kind kind_of(std::string_view head, const Fields& fields) {
    if (head.starts_with("%PDF-")) return Kind::pdf;
    if (looks_like_warc(head)) return Kind::warc;
    if (std::any_of(magics.begin(), magics.end(), [&](const auto& magic) { return head.starts_with(magic.bytes); }) ||
        (!looks_like_text(head) && !looks_like_wide_text(head)))
        return Kind::binary;
    if (head.starts_with("\xef\xbb\xbf")) head.remove_prefix(3);
    if (looks_like_json(head)) return Kind::json;
    if (after_blanks(head).starts_with('<')) return markup_kind(head);
    if (looks_like_mail(head)) return Kind::mail;
    if (table_separator(head, fields) != '\0') return Kind::table;
    return Kind::text;
}

}  // namespace chancery
