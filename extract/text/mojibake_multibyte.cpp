// UTF-8 read as an East Asian encoding: "鈥檚" (GBK) and "窶冱" (Shift-JIS) are
// ’s, "caf矇" (Big5) and "caf챕" (EUC-KR) are café.
//
// These encodings read bytes in pairs and swallow the ASCII letter behind a
// quote ("鈥淥n" is “On). Real Chinese, Japanese or Korean does not decode so:
// its bytes are no UTF-8, or give nothing that English prose holds, and it
// stays. One sign that gives one letter may be a surname in an English text, so
// it is repaired only inside a word or beside proof.
//
// Where a byte was lost, only "E2 80" is left, which begins quotes and dashes;
// the neighbours say which. That is a guess, made only where damage is proven.
#include <unicode/ucnv.h>
#include <algorithm>
#include <array>
#include <memory>
#include <string>

#include "extract/text/mojibake.hpp"

namespace chancery {

namespace {

struct Closer {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};

bool eastern(char32_t c) {
    return (c >= 0x3000 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7a3) || (c >= 0xe000 && c <= 0xfaff) ||
           (c >= 0xff00 && c <= 0xffef);
}

bool ascii_letter(char32_t c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

struct Encoding {
    const char* icu;
    std::string_view code;
};

constexpr std::array<Encoding, 4> encodings = {{{"GBK", "mojibake.gbk"},
                                                {"Shift_JIS", "mojibake.sjis"},
                                                {"windows-950", "mojibake.big5"},
                                                {"windows-949", "mojibake.euckr"}}};

class Repair {
  public:
    Repair(const std::vector<Character>& characters, const Encoding& encoding) : in_(characters), encoding_(encoding) {
        UErrorCode status = U_ZERO_ERROR;
        converter_.reset(ucnv_open(encoding.icu, &status));
        if (U_FAILURE(status)) converter_.reset();
        if (converter_)
            ucnv_setFromUCallBack(converter_.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    }

    /// Lost bytes and single letters wait for the second pass, when damage is
    /// proven.
    std::size_t run() {
        for (std::size_t pass = 0; converter_ && pass < 2; ++pass) {
            out_.clear();
            for (std::size_t i = 0; i < in_.size();) {
                const auto next = eastern(in_[i].code) ? repair(i, pass == 1) : 0;
                if (next == 0) out_.push_back(in_[i]);
                i = next == 0 ? i + 1 : next;
            }
            std::swap(in_, out_);
            if (proofs_ == 0) break;
        }
        return proofs_;
    }

    std::vector<Character> result() { return std::move(in_); }

  private:
    /// The bytes in which the encoding writes `c`, empty when it cannot.
    [[nodiscard]] std::string bytes_of(char32_t c) const {
        if (c >= 0x10000) return {};
        const auto in = static_cast<UChar>(c);
        std::array<char, 8> out{};
        UErrorCode status = U_ZERO_ERROR;
        const auto written = ucnv_fromUChars(converter_.get(), out.data(), out.size(), &in, 1, &status);
        if (U_FAILURE(status) || written < 1 || written > 2) return {};
        return {out.data(), static_cast<std::size_t>(written)};
    }

    /// Repairs the run that begins at `first`; gives the position behind it, or 0
    /// when it is no damage.
    std::size_t repair(std::size_t first, bool proven) {
        if (first > 0 && eastern(in_[first - 1].code)) return 0;  // the middle of a run that is none
        std::string bytes;
        auto last = first;
        for (; last < in_.size() && eastern(in_[last].code); ++last) {
            const auto some = bytes_of(in_[last].code);
            if (some.empty() || bytes.size() > 4096) return 0;
            bytes += some;
        }
        std::vector<Character> found;
        bool lost = false, sign = false;
        for (std::size_t at = 0; at < bytes.size();) {
            const auto decoded = decode(std::string_view(bytes).substr(at, 4));
            const auto& c = decoded.front();
            if (!c.problem.empty()) {
                lost = at + 2 == bytes.size() && bytes.substr(at) == "\xe2\x80";
                if (!lost || !proven) return 0;
                break;
            }
            if (c.code >= 0x80 && !typical_of_prose(c.code)) return 0;
            sign = sign || (c.code >= 0x2010 && c.code <= 0x203a);
            found.push_back({c.code, 0, 0, encoding_.code});
            at += c.raw_length;
        }
        const bool inside =
            (first > 0 && ascii_letter(in_[first - 1].code)) || (last < in_.size() && ascii_letter(in_[last].code));
        const bool proof = sign || (inside && !found.empty());
        if (!proof && !proven) return 0;
        proofs_ += proof;
        if (lost) last = add_guess(found, last);
        place(found, in_[first].raw, in_[last - 1].raw + in_[last - 1].raw_length);
        return last;
    }

    /// The first character stands for the whole published run.
    void place(std::vector<Character>& found, std::uint32_t begin, std::uint32_t end) {
        for (std::size_t k = 0; k < found.size(); ++k) {
            found[k].raw = k == 0 ? begin : end;
            found[k].raw_length = k == 0 ? end - begin : 0;
            out_.push_back(found[k]);
        }
    }

    std::size_t add_guess(std::vector<Character>& found, std::size_t last) {
        if (last < in_.size() && (in_[last].code == '?' || in_[last].code == 0xfffd)) ++last;
        const bool after = last >= in_.size() || blank(in_[last].code);
        const auto near = static_cast<std::ptrdiff_t>(std::min<std::size_t>(out_.size(), 2000));
        std::vector<Character> before(out_.end() - near, out_.end());
        before.insert(before.end(), found.begin(), found.end());
        found.push_back({guessed_punctuation(before, after), 0, 0, "mojibake.guessed"});
        return last;
    }

    std::vector<Character> in_, out_;
    const Encoding& encoding_;
    std::unique_ptr<UConverter, Closer> converter_;
    std::size_t proofs_ = 0;
};

}  // namespace

bool repair_multibyte(std::vector<Character>& characters) {
    std::vector<Character> best;
    std::size_t most = 0;
    for (const auto& encoding : encodings) {
        Repair repair(characters, encoding);
        const auto proofs = repair.run();
        if (proofs <= most) continue;
        most = proofs;
        best = repair.result();
    }
    if (most > 0) characters = std::move(best);
    return most > 0;
}

}  // namespace chancery
