// In which encoding are these bytes?
//
// Valid UTF-8 beyond ASCII does not happen by chance, so it is believed before any label: pages in UTF-8 that say
// "iso-8859-1" are common. Then labels are tried, in the browsers' reading of them (latin1 means Windows-1252), and
// dropped when the bytes do not fit, as for Chinese pages that say UTF-8 and are GBK.
//
// Without a label, English in a one-byte encoding is Windows-1252: its bytes beyond ASCII are few and stand alone. Only
// where they come in crowds is ICU's detector asked, which knows scripts by their statistics.
#include "extract/text/encoding.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <optional>
#include <utility>

#include "extract/text/characters.hpp"

namespace chancery {

namespace {

struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};
struct CloseDetector {
    void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

std::string small(std::string_view name) {
    std::string out;
    for (const char c : name) out.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
    return out;
}

/// Labels as browsers read them (encoding.spec.whatwg.org), in ICU's names; others stay.
std::string browsers_name(std::string_view label) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 22> names = {{
        {"iso-8859-1", "windows-1252"},
        {"iso8859-1", "windows-1252"},
        {"latin1", "windows-1252"},
        {"latin-1", "windows-1252"},
        {"us-ascii", "windows-1252"},
        {"ascii", "windows-1252"},
        {"iso-8859-9", "windows-1254"},
        {"iso-8859-11", "windows-874"},
        {"tis-620", "windows-874"},
        {"gb2312", "GB18030"},
        {"gbk", "GB18030"},
        {"gb_2312-80", "GB18030"},
        {"x-gbk", "GB18030"},
        {"ks_c_5601-1987", "windows-949"},
        {"euc-kr", "windows-949"},
        {"shift_jis", "ibm-943_P15A-2003"},
        {"shift-jis", "ibm-943_P15A-2003"},
        {"sjis", "ibm-943_P15A-2003"},
        {"x-sjis", "ibm-943_P15A-2003"},
        {"big5", "Big5-HKSCS"},
        {"utf8", "UTF-8"},
        {"utf-8", "UTF-8"},
    }};
    const auto folded = small(label);
    for (const auto& [from, to] : names)
        if (from == folded) return std::string(to);
    return std::string(label);
}

/// Bytes of the valid UTF-8 sequence at `at`, 0 when there is none.
std::size_t sequence(std::string_view s, std::size_t at) {
    const auto byte = [&](std::size_t i) { return i < s.size() ? static_cast<unsigned char>(s[i]) : 0U; };
    const auto lead = byte(at);
    const std::size_t length = lead < 0x80   ? 1
                               : lead < 0xc2 ? 0
                               : lead < 0xe0 ? 2
                               : lead < 0xf0 ? 3
                               : lead < 0xf5 ? 4
                                             : 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byte(at + i) & 0xc0U) != 0x80U) return 0;
    if (lead == 0xe0 && byte(at + 1) < 0xa0) return 0;
    if (lead == 0xed && byte(at + 1) > 0x9f) return 0;
    if (lead == 0xf0 && byte(at + 1) < 0x90) return 0;
    if (lead == 0xf4 && byte(at + 1) > 0x8f) return 0;
    return length;
}

/// Good and bad sequences beyond ASCII.
std::pair<std::size_t, std::size_t> utf8_counts(std::string_view raw) {
    std::size_t good = 0, bad = 0;
    for (std::size_t at = 0; at < raw.size();) {
        std::uint64_t eight = 0;
        if (at + 8 <= raw.size()) {
            std::memcpy(&eight, raw.data() + at, 8);
            if ((eight & 0x8080808080808080ULL) == 0) {
                at += 8;
                continue;
            }
        }
        const auto length = sequence(raw, at);
        good += length > 1;
        bad += length == 0;
        at += std::max<std::size_t>(1, length);
    }
    return {good, bad};
}

/// Collects UTF-16 units with their published places into UTF-8 with a map.
class Utf16Collector {
  public:
    explicit Utf16Collector(DecodedText& out) : out_(out) {}

    void take(UChar unit, std::size_t at) {
        if (unit >= 0xd800 && unit < 0xdc00) {
            close(at);
            high_ = unit;
            begin_ = std::max(at, begin_);
        } else if (unit >= 0xdc00 && unit < 0xe000) {
            open_ = high_ == 0 ? 0xfffd : 0x10000 + ((high_ - 0xd800) << 10U) + (char32_t{unit} - 0xdc00);
            high_ = 0;
        } else {
            close(at);
            high_ = 0;
            begin_ = std::max(at, begin_);
            open_ = unit;
        }
    }

    /// Ends the character whose published end was not known before; `to` is where the next begins.
    void close(std::size_t to) {
        if (open_ == nothing) return;
        const auto before = out_.text.size();
        append_utf8(out_.text, open_);
        const auto published = static_cast<std::uint32_t>(std::max(to, begin_) - begin_);
        out_.map.append(static_cast<std::uint32_t>(out_.text.size() - before), published,
                        open_ < 0x80 && published == 1);
        ++all_;
        lost_ += open_ == 0xfffd;
        open_ = nothing;
    }

    /// More than one character in fifty means nothing.
    [[nodiscard]] bool unfit() const { return lost_ * 50 > all_; }

  private:
    static constexpr char32_t nothing = 0xffffffff;
    DecodedText& out_;
    char32_t open_ = nothing, high_ = 0;
    std::size_t begin_ = 0, all_ = 0, lost_ = 0;
};

/// Nothing when ICU does not know the encoding, or the bytes do not fit it.
std::optional<DecodedText> convert(std::string_view raw, std::string_view charset) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(std::string(charset).c_str(), &status));
    if (U_FAILURE(status)) return std::nullopt;
    DecodedText out;
    out.converted = true;
    out.charset = ucnv_getName(converter.get(), &status);
    constexpr std::size_t block = 4096;
    std::array<UChar, block> units{};
    std::array<std::int32_t, block> offsets{};
    Utf16Collector collector(out);
    const char* source = raw.data();
    const char* const end = raw.data() + raw.size();
    do {
        UChar* target = units.data();
        const auto from = static_cast<std::size_t>(source - raw.data());
        status = U_ZERO_ERROR;
        ucnv_toUnicode(converter.get(), &target, units.data() + block, &source, end, offsets.data(), true, &status);
        for (std::size_t i = 0; i < static_cast<std::size_t>(target - units.data()); ++i)
            collector.take(units[i], from + static_cast<std::size_t>(std::max(0, offsets[i])));
    } while (status == U_BUFFER_OVERFLOW_ERROR);
    collector.close(raw.size());
    if (collector.unfit()) return std::nullopt;
    return out;
}

/// English in a one-byte encoding: bytes beyond ASCII are few, and their neighbours are ASCII.
bool lone_bytes(std::string_view raw) {
    std::size_t high = 0, pairs = 0;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (raw[i] >= 0) continue;
        ++high;
        pairs += i + 1 < raw.size() && raw[i + 1] < 0;
    }
    return (high <= 2 || high * 20 < raw.size()) && pairs * 5 <= high;
}

/// Two of three bytes at even or odd places are NUL: UTF-16 without a mark.
std::string_view utf16_by_zeros(std::string_view raw) {
    const auto head = raw.substr(0, 4096);
    std::array<std::size_t, 2> zeros = {};
    for (std::size_t i = 0; i < head.size(); ++i) zeros[i % 2] += head[i] == '\0';
    if (head.size() < 8) return {};
    if (zeros[1] * 3 > head.size() && zeros[0] * 20 < head.size()) return "UTF-16LE";
    if (zeros[0] * 3 > head.size() && zeros[1] * 20 < head.size()) return "UTF-16BE";
    return {};
}

std::optional<DecodedText> by_statistics(std::string_view raw) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&status));
    if (U_FAILURE(status)) return std::nullopt;
    ucsdet_enableInputFilter(detector.get(), true);
    const auto head = raw.substr(0, 256U << 10U);
    ucsdet_setText(detector.get(), head.data(), static_cast<std::int32_t>(head.size()), &status);
    std::int32_t count = 0;
    const auto* const* matches = ucsdet_detectAll(detector.get(), &count, &status);
    if (U_FAILURE(status)) return std::nullopt;
    for (std::int32_t i = 0; i < count; ++i) {
        const auto* name = ucsdet_getName(matches[i], &status);
        if (U_FAILURE(status) || ucsdet_getConfidence(matches[i], &status) < 10) break;
        if (std::string_view(name) == "UTF-8") continue;
        if (auto out = convert(raw, browsers_name(name))) return out;
    }
    return std::nullopt;
}

std::string_view by_mark(std::string_view raw) {
    using namespace std::string_view_literals;
    if (raw.starts_with("\xff\xfe\0\0"sv)) return "UTF-32LE";
    if (raw.starts_with("\0\0\xfe\xff"sv)) return "UTF-32BE";
    if (raw.starts_with("\xff\xfe"sv)) return "UTF-16LE";
    if (raw.starts_with("\xfe\xff"sv)) return "UTF-16BE";
    return {};
}

DecodedText as_it_is(std::string raw) {
    DecodedText out;
    out.text = std::move(raw);
    out.charset = "UTF-8";
    return out;
}

}  // namespace

std::string_view declared_charset(std::string_view raw) {
    const auto head = raw.substr(0, 4096);
    if (head.find('<') == head.npos) return {};
    const auto folded = small(head);
    for (const std::string_view key : {"charset=", "encoding="}) {
        const auto at = folded.find(key);
        if (at == folded.npos) continue;
        auto value = head.substr(at + key.size());
        if (value.starts_with('"') || value.starts_with('\'')) value.remove_prefix(1);
        const auto end = value.find_first_of("\"'; />\r\n");
        if (end != value.npos && end > 0 && end < 40) return value.substr(0, end);
    }
    return {};
}

bool looks_like_wide_text(std::string_view raw) {
    return !by_mark(raw).empty() || !utf16_by_zeros(raw).empty();
}

DecodedText to_utf8(std::string raw, std::string_view declared) {
    const auto marked = by_mark(raw);
    const auto [good, bad] = utf8_counts(raw);
    const bool few_bad = bad == 0 || (good >= 20 && bad * 20 <= good);
    if (marked.empty() && few_bad && utf16_by_zeros(raw).empty()) return as_it_is(std::move(raw));
    const auto finish = [&](DecodedText out, bool guessed) {
        out.raw = std::move(raw);
        out.guessed = guessed;
        return out;
    };
    for (const auto label : {marked, utf16_by_zeros(raw), declared, declared_charset(raw)}) {
        const auto name = browsers_name(label);
        if (label.empty() || name == "UTF-8") continue;
        if (auto out = convert(raw, name)) return finish(std::move(*out), false);
    }
    const bool damage =
        std::all_of(raw.begin(), raw.end(), [](char c) { return c >= 0 || c == '\xff' || c == '\xfe'; });
    if (damage || bad * 4 <= good) return as_it_is(std::move(raw));  // no English text holds "\xff" on purpose
    if (!lone_bytes(raw))
        if (auto out = by_statistics(raw)) return finish(std::move(*out), true);
    if (auto out = convert(raw, "windows-1252")) return finish(std::move(*out), true);
    return as_it_is(std::move(raw));
}

}  // namespace chancery
