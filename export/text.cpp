#include "export/text.hpp"

#include <algorithm>
#include <cstdint>

namespace chancery {

std::size_t utf8_length(std::string_view s, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(s[i]); };
    const auto lead = byte(at);
    if (lead < 0x80) return 1;
    const std::size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4 || at + length > s.size()) return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byte(at + i) & 0xc0U) != 0x80U) return 0;
    if ((lead == 0xe0 && byte(at + 1) < 0xa0) || (lead == 0xed && byte(at + 1) > 0x9f) ||
        (lead == 0xf0 && byte(at + 1) < 0x90) || (lead == 0xf4 && byte(at + 1) > 0x8f))
        return 0;
    const bool noncharacter = lead == 0xef && byte(at + 1) == 0xbf && byte(at + 2) >= 0xbe;
    return noncharacter ? 0 : length;
}

namespace {

bool control(char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n') || c == '\x7f';
}

}  // namespace

std::string_view clean(std::string_view text, std::string& buffer) {
    std::size_t good = 0;
    while (good < text.size()) {
        if (control(text[good])) break;
        const auto length = utf8_length(text, good);
        if (length == 0) break;
        good += length;
    }
    if (good == text.size()) return text;
    buffer.assign(text.substr(0, good));
    for (auto at = good; at < text.size();) {
        const auto length = utf8_length(text, at);
        if (length == 0) {
            buffer += "\xef\xbf\xbd";
            ++at;
        } else if (text[at] == '\r') {
            if (at + 1 >= text.size() || text[at + 1] != '\n') buffer.push_back('\n');
            ++at;
        } else {
            if (!control(text[at])) buffer.append(text.substr(at, length));
            at += length;
        }
    }
    return buffer;
}

std::string decimal(std::uint16_t per_mille) {
    if (per_mille >= 1000) return "1";
    auto digits = std::to_string(per_mille);
    digits.insert(0, 3 - digits.size(), '0');
    while (digits.size() > 1 && digits.back() == '0') digits.pop_back();
    return digits == "0" ? "0" : "0." + digits;
}

std::string shortened(std::string_view text, std::size_t bytes) {
    if (text.size() <= bytes) return std::string(text);
    auto end = bytes > 3 ? bytes - 3 : 0;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U) --end;
    return std::string(text.substr(0, end)) + "\xe2\x80\xa6";
}

}  // namespace chancery
