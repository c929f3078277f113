#include "extract/text/characters.hpp"

namespace chancery {

namespace {

/// Length of the valid UTF-8 sequence at `at`, 0 when there is none.
std::uint32_t sequence(std::string_view s, std::size_t at, char32_t& code) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(s[i]); };
    const auto lead = byte(at);
    if (lead < 0x80) {
        code = lead;
        return 1;
    }
    const std::uint32_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4 || at + length > s.size()) return 0;
    code = lead & (0x7fU >> length);
    for (std::uint32_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xc0U) != 0x80U) return 0;
        code = (code << 6U) | (byte(at + i) & 0x3fU);
    }
    const char32_t least = length == 4 ? 0x10000 : length == 3 ? 0x800 : 0x80;
    if (code < least || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return 0;
    return length;
}

/// Byte-order marks, soft hyphens, blanks of no width.
bool invisible(char32_t c) {
    return c == 0xfeff || c == 0xad || c == 0x200b || c == 0x2060;
}

bool dropped(char32_t c) {
    const bool control = (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7f && c < 0xa0);
    return control || invisible(c) || c == 0xfffe || c == 0xffff;
}

class Encoder {
  public:
    explicit Encoder(Article& article) : article_(article) {}

    void put(const Character& c, char32_t code, std::string_view problem) {
        const auto begin = static_cast<std::uint32_t>(article_.text.size());
        if (code != 0) append_utf8(article_.text, code);
        const auto length = static_cast<std::uint32_t>(article_.text.size()) - begin;
        const bool verbatim = code == c.code && length == c.raw_length && problem.empty();
        if (c.raw_length == 0)
            article_.map.extend(length);  // further characters of one published run
        else
            article_.map.append(length, c.raw_length, verbatim);
        if (!problem.empty()) note({begin, begin + length}, problem);
    }

  private:
    void note(Span where, std::string_view code) {
        auto& problems = article_.problems;
        if (!problems.empty() && problems.back().code == code && problems.back().where.end == where.begin)
            problems.back().where.end = where.end;
        else
            problems.push_back({where, code, {}});
    }

    Article& article_;
};

}  // namespace

std::vector<Character> decode(std::string_view raw) {
    std::vector<Character> characters;
    characters.reserve(raw.size());
    for (std::size_t at = 0; at < raw.size();) {
        char32_t code = 0;
        const auto length = sequence(raw, at, code);
        const auto begin = static_cast<std::uint32_t>(at);
        if (length == 0)
            characters.push_back({0xfffd, begin, 1, "encoding.invalid"});
        else
            characters.push_back({code, begin, length, {}});
        at += length == 0 ? 1 : length;
    }
    return characters;
}

void append_utf8(std::string& out, char32_t code) {
    const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xc0 | (code >> 6U));
        put(0x80 | (code & 0x3fU));
    } else if (code < 0x10000) {
        put(0xe0 | (code >> 12U));
        put(0x80 | ((code >> 6U) & 0x3fU));
        put(0x80 | (code & 0x3fU));
    } else {
        put(0xf0 | (code >> 18U));
        put(0x80 | ((code >> 12U) & 0x3fU));
        put(0x80 | ((code >> 6U) & 0x3fU));
        put(0x80 | (code & 0x3fU));
    }
}

void encode(const std::vector<Character>& characters, Article& article) {
    Encoder encoder(article);
    for (std::size_t i = 0; i < characters.size(); ++i) {
        const auto& c = characters[i];
        const bool line_end = c.code == '\r';
        if (line_end && i + 1 < characters.size() && characters[i + 1].code == '\n')
            encoder.put(c, 0, {});
        else if (line_end)
            encoder.put(c, '\n', {});
        else if (dropped(c.code))
            encoder.put(c, 0, invisible(c.code) ? std::string_view() : "control-character");
        else
            encoder.put(c, c.code == 0xa0 || c.code == 0x202f ? U' ' : c.code, c.problem);
    }
}

}  // namespace chancery
