#include "export/sink.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <ostream>

#include "export/text.hpp"

namespace chancery {

Sink::Sink(std::ostream& out, std::size_t capacity)
    : out_(out),
      buffer_(new char[capacity + Piece::room + Sixteen::size]),
      at_(buffer_.get()),
      end_(buffer_.get() + capacity) {}

void Sink::flush() {
    out_.write(buffer_.get(), at_ - buffer_.get());
    at_ = buffer_.get();
}

void Sink::long_raw(std::string_view bytes) {
    while (!bytes.empty()) {
        make_room();
        const auto part = std::min(bytes.size(), static_cast<std::size_t>(end_ - at_));
        std::memcpy(at_, bytes.data(), part);
        at_ += part;
        bytes.remove_prefix(part);
    }
}

void Sink::text(std::string_view value, const Escapes& escapes) {
    const auto* at = value.data();
    const auto* const end = at + value.size();
    while (at != end) {
        make_room();
        const auto left = static_cast<std::size_t>(end - at);
        const auto block = left >= Sixteen::size ? Sixteen::load(at) : Sixteen::load(at, left);
        block.store(at_);
        const auto plain = std::min(escapes.plain_bytes(block), left);
        at += plain;
        at_ += plain;
        if (plain < Sixteen::size && at != end)
            at = special(value, static_cast<std::size_t>(at - value.data()), escapes);
    }
}

/// Writes what stands for the character at `at`; where to go on.
const char* Sink::special(std::string_view value, std::size_t at, const Escapes& escapes) {
    const auto kind = escapes.class_of(value[at]);
    std::size_t length = 1;
    if (kind == Escapes::plain) {
        raw(value[at]);
    } else if (kind == Escapes::multibyte) {
        return characters(value, at, escapes);
    } else if (kind >= Escapes::first) {
        raw(escapes.written(kind));
    } else if (value[at] == '\r' && (at + 1 == value.size() || value[at + 1] != '\n')) {
        text("\n", escapes);
    }
    return value.data() + at + length;
}

/// Copies what is no ASCII, from `at` on; where it ends.
const char* Sink::characters(std::string_view value, std::size_t at, const Escapes& escapes) {
    do {
        const auto length = utf8_length(value, at);
        raw(length == 0 ? std::string_view("\xef\xbf\xbd") : value.substr(at, length));
        at += std::max<std::size_t>(length, 1);
    } while (at < value.size() && escapes.class_of(value[at]) == Escapes::multibyte);
    return value.data() + at;
}

void Sink::value(double value, bool whole) {
    char digits[32];
    const bool integer = whole && std::abs(value) < 9e15;
    const auto done = integer ? std::to_chars(digits, digits + sizeof digits, static_cast<std::int64_t>(value))
                              : std::to_chars(digits, digits + sizeof digits, value);
    raw({digits, static_cast<std::size_t>(done.ptr - digits)});
}

void Sink::day(std::chrono::sys_days day) {
    const std::chrono::year_month_day date(day);
    const auto year = static_cast<unsigned>(static_cast<int>(date.year()));
    const auto digit = [](unsigned value) { return static_cast<char>('0' + value % 10); };
    const auto month = static_cast<unsigned>(date.month()), number = static_cast<unsigned>(date.day());
    const char text[] = {
        digit(year / 1000), digit(year / 100), digit(year / 10), digit(year), '-', digit(month / 10), digit(month), '-',
        digit(number / 10), digit(number)};
    raw({text, sizeof text});
}

void Sink::per_mille(std::uint16_t value) {
    if (value >= 1000) return raw('1');
    if (value == 0) return raw('0');
    const char digits[] = {'0', '.', static_cast<char>('0' + value / 100), static_cast<char>('0' + value / 10 % 10),
                           static_cast<char>('0' + value % 10)};
    std::size_t size = sizeof digits;
    while (digits[size - 1] == '0') --size;
    raw({digits, size});
}

}  // namespace chancery
