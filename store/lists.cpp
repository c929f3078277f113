#include "store/lists.hpp"

#include <cstdint>

namespace chancery {

namespace {

void append(std::string& out, std::string_view item, bool key) {
    for (const char c : item) {
        if (c == '\\')
            out += "\\\\";
        else if (c == '\n')
            out += "\\n";
        else if (key && c == '=')
            out += "\\e";
        else
            out.push_back(c);
    }
}

std::string unescaped(std::string_view item) {
    std::string out;
    for (std::size_t i = 0; i < item.size(); ++i) {
        if (item[i] != '\\' || i + 1 == item.size()) {
            out.push_back(item[i]);
            continue;
        }
        const char c = item[++i];
        out.push_back(c == 'n' ? '\n' : c == 'e' ? '=' : c);
    }
    return out;
}

template <typename Each>
void each_line(std::string_view text, Each each) {
    while (!text.empty()) {
        const auto end = text.find('\n');
        each(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
}

}  // namespace

std::string lines_of(const std::vector<std::string>& items) {
    std::string out;
    for (const auto& item : items) {
        append(out, item, false);
        out.push_back('\n');
    }
    return out;
}

std::vector<std::string> split_list(std::string_view text) {
    std::vector<std::string> items;
    each_line(text, [&](std::string_view line) { items.push_back(unescaped(line)); });
    return items;
}

std::string lines_of(const std::map<std::string, std::string>& items) {
    std::string out;
    for (const auto& [key, value] : items) {
        append(out, key, true);
        out.push_back('=');
        append(out, value, false);
        out.push_back('\n');
    }
    return out;
}

std::map<std::string, std::string> split_map(std::string_view text) {
    std::map<std::string, std::string> items;
    each_line(text, [&](std::string_view line) {
        const auto sign = line.find('=');
        items[unescaped(line.substr(0, sign))] =
            sign == std::string_view::npos ? std::string() : unescaped(line.substr(sign + 1));
    });
    return items;
}

std::string packed(const std::vector<std::uint32_t>& numbers) {
    std::string bytes;
    bytes.reserve(4 * numbers.size());
    for (const auto number : numbers)
        for (unsigned shift = 0; shift < 32; shift += 8) bytes.push_back(static_cast<char>((number >> shift) & 0xffU));
    return bytes;
}

std::vector<std::uint32_t> unpacked(std::string_view bytes) {
    std::vector<std::uint32_t> numbers(bytes.size() / 4);
    for (std::size_t i = 0; i < 4 * numbers.size(); ++i)
        numbers[i / 4] |= std::uint32_t{static_cast<unsigned char>(bytes[i])} << (8 * (i % 4));
    return numbers;
}

}  // namespace chancery
