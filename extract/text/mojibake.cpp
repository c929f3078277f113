// UTF-8 that a program took for another encoding and saved again: "â€™" for ’ (Windows-1252), "鈥檚" for ’s (GBK).
//
// Clean and broken stretches mix in one article, so the repair works run by run: a run of characters that another
// encoding can write as bytes is written so, and where those bytes are UTF-8 again they are what the author typed.
// Windows-1252 damage may be stacked, so that repair runs until it finds nothing. GBK reads bytes in pairs and swallows
// the ASCII letter behind a quote ("鈥淥n" is “On).
//
// Real Chinese or accented text does not decode so: its bytes are no UTF-8, or give nothing that English prose holds,
// and it stays. Where GBK lost a byte, only "E2 80" is left, which begins quotes and dashes; the neighbours say which.
// That is a guess, made only where damage is proven.
#include <unicode/ucnv.h>
#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include "extract/text/characters.hpp"

namespace chancery {

namespace {

constexpr std::array<char32_t, 32> cp1252 = {0x20ac, 0x81,   0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
                                             0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8d,   0x017d, 0x8f,
                                             0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                             0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d,   0x017e, 0x0178};

/// The byte that Windows-1252 (or Latin-1 for its gaps) reads as `code`; only bytes from 0x80 on.
std::optional<unsigned char> cp1252_byte(char32_t code) {
    if (code >= 0x80 && code <= 0xff) return static_cast<unsigned char>(code);
    const auto it = std::find(cp1252.begin(), cp1252.end(), code);
    if (it == cp1252.end()) return std::nullopt;
    return static_cast<unsigned char>(0x80 + (it - cp1252.begin()));
}

bool ideograph(char32_t c) {
    return (c >= 0x3400 && c <= 0x9fff) || (c >= 0xe000 && c <= 0xf8ff);
}

/// What English prose holds beyond ASCII: punctuation and Latin letters.
bool typical(char32_t c) {
    return (c >= 0x2010 && c <= 0x2027) || (c >= 0xa0 && c <= 0x17f) || (c >= 0x20a0 && c <= 0x20bf);
}

bool repair_cp1252_once(std::vector<Character>& characters) {
    std::vector<Character> out;
    out.reserve(characters.size());
    bool changed = false;
    for (std::size_t i = 0; i < characters.size();) {
        const auto lead = cp1252_byte(characters[i].code);
        const std::size_t length = !lead || *lead < 0xc2 || *lead > 0xf4 ? 0
                                   : *lead >= 0xf0                       ? 4
                                   : *lead >= 0xe0                       ? 3
                                                                         : 2;
        char32_t code = length == 0 ? 0 : *lead & (0x7fU >> length);
        bool valid = length != 0 && i + length <= characters.size();
        for (std::size_t k = 1; valid && k < length; ++k) {
            const auto byte = cp1252_byte(characters[i + k].code);
            valid = byte && (*byte & 0xc0U) == 0x80U;
            if (valid) code = (code << 6U) | (*byte & 0x3fU);
        }
        const char32_t least = length == 4 ? 0x10000 : length == 3 ? 0x800 : 0x80;
        valid = valid && code >= least && code <= 0x10ffff &&
                (length != 3 || typical(code));  // "é’”" is three good characters
        if (!valid) {
            out.push_back(characters[i++]);
            continue;
        }
        const auto& last = characters[i + length - 1];
        out.push_back({code, characters[i].raw, last.raw + last.raw_length - characters[i].raw, "mojibake.cp1252"});
        i += length;
        changed = true;
    }
    if (changed) characters = std::move(out);
    return changed;
}

struct Closer {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};

/// The bytes in which GBK writes `c`, empty when it cannot.
std::string gbk_bytes(UConverter* converter, char32_t c) {
    std::array<UChar, 2> in{};
    std::int32_t length = 0;
    if (c < 0x10000) in[static_cast<std::size_t>(length++)] = static_cast<UChar>(c);
    std::array<char, 8> out{};
    UErrorCode status = U_ZERO_ERROR;
    const auto written =
        length == 0 ? 0 : ucnv_fromUChars(converter, out.data(), out.size(), in.data(), length, &status);
    if (U_FAILURE(status) || written != 2) return {};
    return {out.data(), static_cast<std::size_t>(written)};
}

class GbkRepair {
  public:
    explicit GbkRepair(std::vector<Character>& characters) : in_(characters) {
        UErrorCode status = U_ZERO_ERROR;
        converter_.reset(ucnv_open("GBK", &status));
        if (U_FAILURE(status)) converter_.reset();
        if (converter_)
            ucnv_setFromUCallBack(converter_.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    }

    void run() {
        if (!converter_) return;
        bool proven = false;
        for (std::size_t pass = 0; pass < 2;
             ++pass) {  // lost bytes are guessed in the second pass, when damage is proven
            out_.clear();
            for (std::size_t i = 0; i < in_.size();) {
                const auto next = ideograph(in_[i].code) ? repair(i, proven && pass == 1) : 0;
                if (next == 0) out_.push_back(in_[i]);
                i = next == 0 ? i + 1 : next;
            }
            proven = proven || repaired_;
            std::swap(in_, out_);
            if (!proven) return;
        }
    }

  private:
    /// Repairs the run that begins at `first`; gives the position behind it, or 0 when it is no damage.
    std::size_t repair(std::size_t first, bool guess) {
        std::string bytes;
        auto last = first;
        while (last < in_.size() && ideograph(in_[last].code)) {
            const auto pair = gbk_bytes(converter_.get(), in_[last].code);
            if (pair.empty()) return 0;
            bytes += pair;
            ++last;
        }
        std::vector<Character> found;
        bool lost = false;
        for (std::size_t at = 0; at < bytes.size();) {
            const auto decoded = decode(std::string_view(bytes).substr(at, 4));
            const auto& c = decoded.front();
            if (!c.problem.empty()) {
                lost = at + 2 == bytes.size() && bytes.substr(at) == "\xe2\x80";
                if (!lost || !guess) return 0;
                break;
            }
            if (c.code >= 0x80 && !typical(c.code)) return 0;
            found.push_back({c.code, 0, 0, "mojibake.gbk"});
            at += c.raw_length;
        }
        if (lost) last = add_guess(found, first, last);
        const auto begin = in_[first].raw, end = in_[last - 1].raw + in_[last - 1].raw_length;
        for (std::size_t k = 0; k < found.size(); ++k) {  // the first character stands for the whole published run
            found[k].raw = k == 0 ? begin : end;
            found[k].raw_length = k == 0 ? end - begin : 0;
            out_.push_back(found[k]);
        }
        repaired_ = true;
        return last;
    }

    std::size_t add_guess(std::vector<Character>& found, std::size_t first, std::size_t last) {
        if (last < in_.size() && (in_[last].code == '?' || in_[last].code == 0xfffd)) ++last;
        const auto blank = [](char32_t c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; };
        const bool open_before = !found.empty() ? blank(found.back().code) : first == 0 || blank(in_[first - 1].code);
        const bool blank_after = last >= in_.size() || blank(in_[last].code);
        const char32_t code = open_before && blank_after ? 0x2014
                              : open_before              ? 0x201c
                              : blank_after              ? 0x201d
                                                         : 0x2019;
        found.push_back({code, 0, 0, "mojibake.guessed"});
        return last;
    }

    std::vector<Character>& in_;
    std::vector<Character> out_;
    std::unique_ptr<UConverter, Closer> converter_;
    bool repaired_ = false;
};

}  // namespace

void repair_mojibake(std::vector<Character>& characters) {
    const bool plain =
        std::all_of(characters.begin(), characters.end(), [](const Character& c) { return c.code < 0x80; });
    if (plain) return;
    for (int pass = 0; pass < 3 && repair_cp1252_once(characters);) ++pass;
    if (std::any_of(characters.begin(), characters.end(), [](const Character& c) { return ideograph(c.code); }))
        GbkRepair(characters).run();
}

}  // namespace chancery
