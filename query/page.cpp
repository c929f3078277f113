#include "query/page.hpp"

#include <charconv>

#include "record/error.hpp"

namespace chancery {

namespace {

constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr char part = '\x1f';

std::string to_base64url(std::string_view bytes) {
    std::string out;
    std::uint32_t window = 0;
    int bits = 0;
    for (const char c : bytes) {
        window = (window << 8U) | static_cast<unsigned char>(c);
        for (bits += 8; bits >= 6; bits -= 6) out.push_back(digits[(window >> static_cast<unsigned>(bits - 6)) & 63U]);
    }
    if (bits > 0) out.push_back(digits[(window << static_cast<unsigned>(6 - bits)) & 63U]);
    return out;
}

std::optional<std::string> from_base64url(std::string_view text) {
    std::string out;
    std::uint32_t window = 0;
    int bits = 0;
    for (const char c : text) {
        const auto digit = digits.find(c);
        if (digit == std::string_view::npos) return std::nullopt;
        window = (window << 6U) | static_cast<std::uint32_t>(digit);
        bits += 6;
        if (bits < 8) continue;
        bits -= 8;
        out.push_back(static_cast<char>((window >> static_cast<unsigned>(bits)) & 255U));
    }
    return out;
}

/// Cuts the text before the next parting sign off `rest`; nothing when there is none.
std::optional<std::string_view> take(std::string_view& rest) {
    const auto end = rest.find(part);
    if (end == std::string_view::npos) return std::nullopt;
    const auto piece = rest.substr(0, end);
    rest.remove_prefix(end + 1);
    return piece;
}

bool read(std::string_view bytes, std::string_view& order, SortKey& key) {
    const auto name = take(bytes);
    if (!name) return false;
    order = *name;
    for (auto& number : key.numbers) {
        const auto piece = take(bytes);
        if (!piece) return false;
        const auto done = std::from_chars(piece->data(), piece->data() + piece->size(), number, 36);
        if (done.ec != std::errc() || done.ptr != piece->data() + piece->size()) return false;
    }
    const auto text = take(bytes);
    if (!text) return false;
    key.text = *text;
    key.id = bytes;
    return true;
}

}  // namespace

std::string write_cursor(std::string_view order, const SortKey& last) {
    std::string bytes(order);
    for (const auto number : last.numbers) {
        char text[16];
        const auto done = std::to_chars(text, text + sizeof text, number, 36);
        bytes.append(1, part).append(text, done.ptr);
    }
    return to_base64url(bytes.append(1, part).append(last.text).append(1, part).append(last.id));
}

Cursor::Cursor(std::string_view text, std::string_view order) {
    if (text.empty()) return;
    auto bytes = from_base64url(text);
    std::string_view of_order;
    if (bytes) bytes_ = std::move(*bytes);
    if (!bytes || !read(bytes_, of_order, last_))
        throw UsageError("cursor: is none that this program wrote. Start again without it.");
    if (of_order != order)
        throw UsageError("cursor: belongs to the order '" + std::string(of_order) +
                         "'. Ask with that order, or start again without it.");
    given_ = true;
}

}  // namespace chancery
