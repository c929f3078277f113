// How words, ids, addresses and dates are spelled in RDF.
#include "export/rdf.hpp"
#include "export/text.hpp"

namespace chancery::rdf {

namespace {

bool digits(std::string_view text) {
    for (const char c : text)
        if (c < '0' || c > '9') return false;
    return !text.empty();
}

unsigned number(std::string_view text) {
    unsigned value = 0;
    for (const char c : text) value = value * 10 + static_cast<unsigned>(c - '0');
    return value;
}

bool is_day(unsigned year, unsigned month, unsigned day) {
    constexpr std::array<unsigned, 12> lengths = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return day >= 1 && day <= lengths[month - 1] + (month == 2 && leap ? 1U : 0U);
}

}  // namespace

std::string encoded(std::string_view text) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                           c == '_' || c == '.' || c == '~' || c == '/';
        if (plain)
            out.push_back(c);
        else
            out.append({'%', hex[byte >> 4U], hex[byte & 15U]});
    }
    return out;
}

std::string address(std::string_view url) {
    if (!url.starts_with("http://") && !url.starts_with("https://")) return {};
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string buffer, out;
    for (const char c : clean(url, buffer)) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte <= 0x20 || std::string_view("<>\"{}|\\^`").find(c) != std::string_view::npos)
            out.append({'%', hex[byte >> 4U], hex[byte & 15U]});
        else
            out.push_back(c);
    }
    return out;
}

std::string_view date_type(std::string_view date) {
    const auto year = date.substr(0, 4);
    if (date.size() < 4 || !digits(year) || year == "0000") return {};
    if (date.size() == 4) return "gYear";
    const auto month = date.size() >= 7 ? date.substr(5, 2) : std::string_view();
    if (date[4] != '-' || !digits(month) || number(month) < 1 || number(month) > 12) return {};
    if (date.size() == 7) return "gYearMonth";
    const auto day = date.substr(8);
    if (date[7] != '-' || day.size() != 2 || !digits(day)) return {};
    return is_day(number(year), number(month), number(day)) ? "date" : std::string_view();
}

void append_quoted(std::string& out, std::string_view text) {
    std::string buffer;
    out.push_back('"');
    for (const char c : clean(text, buffer)) {
        switch (c) {
            case '"':
                out += "\\\"";
                break;
            case '\\':
                out += "\\\\";
                break;
            case '\n':
                out += "\\n";
                break;
            case '\t':
                out += "\\t";
                break;
            default:
                out.push_back(c);
        }
    }
    out.push_back('"');
}

}  // namespace chancery::rdf
