#pragma once
#include <array>
#include <chrono>
#include <cstdint>
#include <initializer_list>
#include <iosfwd>
#include <memory>
#include <string_view>

namespace chancery {

/// What a format writes for the ASCII characters that cannot stand for themselves. One table a format and place.
class Escapes {
  public:
    struct Pair {
        char character;
        std::string_view written;
    };
    constexpr Escapes(std::initializer_list<Pair> pairs) {
        for (std::size_t c = 0; c < classes_.size(); ++c)
            classes_[c] = c >= 0x80 ? multibyte : c < 0x20 || c == 0x7f ? dropped : plain;
        classes_['\t'] = classes_['\n'] = plain;
        for (const auto& pair : pairs) {
            classes_[static_cast<unsigned char>(pair.character)] = static_cast<std::uint8_t>(first + count_);
            written_[count_++] = pair.written;
        }
    }
    enum Class : std::uint8_t { plain, multibyte, dropped, first };
    [[nodiscard]] constexpr std::uint8_t class_of(char c) const { return classes_[static_cast<unsigned char>(c)]; }
    [[nodiscard]] constexpr std::string_view written(std::uint8_t c) const { return written_[c - first]; }

  private:
    std::array<std::uint8_t, 256> classes_{};
    std::array<std::string_view, 16> written_{};
    std::uint8_t count_ = 0;
};

inline constexpr Escapes xml_text{{'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}};
inline constexpr Escapes xml_attribute{{'&', "&amp;"},  {'<', "&lt;"},  {'>', "&gt;"},
                                       {'"', "&quot;"}, {'\t', "&#9;"}, {'\n', "&#10;"}};
inline constexpr Escapes json_text{{'"', "\\\""}, {'\\', "\\\\"}, {'\n', "\\n"}, {'\t', "\\t"}};

/// The one way out of every writer: a buffer before a stream. Text passes one loop that repairs and escapes it at once
/// (the rules of clean() in export/text.hpp); nothing is allocated for a value.
class Sink {
  public:
    /// `capacity` of the buffer in bytes: a small one serves small texts faster.
    explicit Sink(std::ostream& out, std::size_t capacity = std::size_t{256} * 1024);
    ~Sink() { flush(); }
    Sink(const Sink&) = delete;
    Sink& operator=(const Sink&) = delete;

    /// Bytes that are right as they are.
    void raw(std::string_view bytes);
    void raw(char byte) {
        if (at_ == end_) flush();
        *at_++ = byte;
    }
    void text(std::string_view value, const Escapes& escapes);
    void number(std::uint64_t value);
    /// 930 as 0.93.
    void per_mille(std::uint16_t value);
    /// A value of a column: whole, or the shortest digits that read back the same.
    void value(double value, bool whole);
    /// "2031-03-04". REQUIRES: a year of four digits, as days_of() gives.
    void day(std::chrono::sys_days day);
    void flush();

  private:
    const char* special(std::string_view value, std::size_t at, const Escapes& escapes);

    std::ostream& out_;
    std::unique_ptr<char[]> buffer_;
    char *at_, *end_;
};

}  // namespace chancery
