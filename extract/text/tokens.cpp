#include "extract/text/tokens.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace chancery {

namespace {

bool digit(char c) {
    return c >= '0' && c <= '9';
}
bool ascii_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool blank(char c) {
    return c == ' ' || c == '\t' || c == '\n';
}
bool upper(char c) {
    return c >= 'A' && c <= 'Z';
}

/// Bytes of the character that begins with `lead`.
std::uint32_t width(char lead) {
    const auto byte = static_cast<unsigned char>(lead);
    return byte < 0x80 ? 1 : byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
}

/// Punctuation beyond ASCII: general punctuation, Latin-1 signs, CJK and full-width signs.
bool wide_punctuation(std::string_view s) {
    const auto byte = [&](std::size_t i) { return i < s.size() ? static_cast<unsigned char>(s[i]) : 0U; };
    if (byte(0) == 0xc2) return byte(1) >= 0xa1 && byte(1) <= 0xbf && byte(1) != 0xaa && byte(1) != 0xba;
    if (byte(0) == 0xe2)
        return byte(1) == 0x80 || byte(1) == 0x81 || (byte(1) >= 0x82 && byte(1) <= 0x83) || byte(1) >= 0x86;
    if (byte(0) == 0xe3) return byte(1) == 0x80;
    return byte(0) == 0xef && (byte(1) == 0xbc || byte(1) == 0xbf);
}

class Tokenizer {
  public:
    Tokenizer(std::string_view text, Span where, const Abbreviations& abbreviations, std::vector<Token>& tokens)
        : text_(text), end_(where.end), at_(where.begin), abbreviations_(abbreviations), tokens_(tokens) {}

    void run() {
        bool space = true;
        while (at_ < end_) {
            if (blank(text_[at_])) {
                ++at_;
                space = true;
                continue;
            }
            const auto first = tokens_.size();
            next();
            if (first < tokens_.size()) tokens_[first].space_before = space;
            space = false;
        }
    }

  private:
    [[nodiscard]] char peek(std::uint32_t ahead) const { return at_ + ahead < end_ ? text_[at_ + ahead] : '\0'; }
    [[nodiscard]] bool letter(std::uint32_t at) const {
        if (at >= end_) return false;
        return ascii_letter(text_[at]) || ((text_[at] & '\x80') != 0 && !wide_punctuation(text_.substr(at, 3)));
    }
    /// Bytes of the apostrophe at `at`, 0 when there is none.
    [[nodiscard]] std::uint32_t apostrophe(std::uint32_t at) const {
        if (at < end_ && text_[at] == '\'') return 1;
        return text_.substr(at, 3) == "\xe2\x80\x99" && at + 3 <= end_ ? 3 : 0;
    }

    void add(std::uint32_t end, WordClass word_class) {
        tokens_.push_back({{at_, end}, word_class, false});
        at_ = end;
    }

    void next() {
        if (address()) return;
        if (digit(text_[at_])) return number();
        if (letter(at_)) return word();
        if ((text_[at_] == '@' || text_[at_] == '#') && letter(at_ + 1)) {
            auto end = at_ + 1;
            while (end < end_ && (letter(end) || digit(text_[end]) || text_[end] == '_')) end += width(text_[end]);
            return add(std::min(end, end_), WordClass::other);
        }
        if (const auto quote = apostrophe(at_); quote > 0 && clitic_at(at_))
            return add(at_ + quote + clitic_at(at_), WordClass::other);
        punctuation();
    }

    /// A clitic's letters behind the apostrophe at `at`, when a word stands right before it: "Peskov" + "'s".
    [[nodiscard]] std::uint32_t clitic_at(std::uint32_t at) const {
        const auto quote = apostrophe(at);
        const bool glued = at > 0 && !tokens_.empty() && tokens_.back().where.end == at &&
                           tokens_.back().word_class != WordClass::punctuation;
        if (quote == 0 || !glued) return 0;
        const auto rest = text_.substr(at + quote, std::min<std::uint32_t>(3, end_ - at - quote));
        for (const std::string_view form : {"ll", "re", "ve", "LL", "RE", "VE", "s", "S", "d", "m", "D", "M"})
            if (rest.starts_with(form) && !letter(at + quote + static_cast<std::uint32_t>(form.size())))
                return static_cast<std::uint32_t>(form.size());
        return 0;
    }

    bool address() {
        const auto rest = text_.substr(at_, std::min<std::uint32_t>(8, end_ - at_));
        auto end = at_;
        while (end < end_ && !blank(text_[end])) ++end;
        const auto chunk = text_.substr(at_, end - at_);
        const bool web = rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www.");
        const auto sign = chunk.find('@');
        const bool mail = sign != std::string_view::npos && sign > 0 && letter(at_) &&
                          chunk.find('.', sign) != std::string_view::npos && chunk.size() < 100;
        if (!web && !mail) return false;
        while (end > at_ + 1 && std::string_view(".,;:!?)\"'").find(text_[end - 1]) != std::string_view::npos) --end;
        add(end, WordClass::other);
        return true;
    }

    void number() {
        auto end = at_;
        while (end < end_ && (digit(text_[end]) || ((text_[end] == ',' || text_[end] == '.' || text_[end] == ':') &&
                                                    end + 1 < end_ && digit(text_[end + 1]))))
            ++end;
        const auto digits = end;
        while (letter(end)) end += width(text_[end]);  // 1990s, 5th
        add(std::min(end, end_), end == digits ? WordClass::numeral : WordClass::other);
        if (end != digits) tokens_.back().word_class = WordClass::numeral;
    }

    void word() {
        auto end = at_;
        while (end < end_) {
            if (letter(end) || digit(text_[end]) || text_[end] == '_') {
                end = std::min(end + width(text_[end]), end_);
                continue;
            }
            const auto quote = apostrophe(end);
            const bool inside = quote > 0 && letter(end + quote) && !ends_in_clitic(end, quote);
            const bool joint = text_[end] == '&' && letter(end + 1) && end == at_ + 1;  // R&D
            const bool dotted = text_[end] == '.' && end == at_ + 1 && letter(end + 1) && dotted_letters(end);
            if (dotted) {
                end = dotted_end();
                break;
            }
            if (!inside && !joint) break;
            end += inside ? quote : 1;
        }
        if (end < end_ && text_[end] == '.' && keeps_stop(end)) ++end;
        split_negation(end);
    }

    /// The apostrophe at `at` begins 's, 'll, n't and the like, so the word ends before it.
    [[nodiscard]] bool ends_in_clitic(std::uint32_t at, std::uint32_t quote) const {
        const auto rest = text_.substr(at + quote, std::min<std::uint32_t>(3, end_ - at - quote));
        for (const std::string_view form : {"ll", "re", "ve", "LL", "RE", "VE", "s", "S", "d", "m", "D", "M"})
            if (rest.starts_with(form) && !letter(at + quote + static_cast<std::uint32_t>(form.size()))) return true;
        return false;
    }

    [[nodiscard]] bool dotted_letters(std::uint32_t dot) const { return dot + 2 >= end_ || !letter(dot + 2); }

    [[nodiscard]] std::uint32_t dotted_end() const {  // U.S., a.m., U.S.S.R
        auto end = at_;
        while (end + 1 < end_ && letter(end) && text_[end + 1] == '.' && width(text_[end]) == 1) end += 2;
        if (letter(end) && !letter(end + 1) && width(text_[end]) == 1) ++end;
        return end;
    }

    [[nodiscard]] bool keeps_stop(std::uint32_t dot) const {
        const auto with_stop = text_.substr(at_, dot + 1 - at_);
        if (abbreviations_.find(with_stop)) return true;
        const bool initial = dot == at_ + 1 && upper(text_[at_]);
        return initial && dot + 2 < end_ && (text_[dot + 1] == ' ' || upper(text_[dot + 1])) &&
               (upper(text_[dot + 1]) || upper(text_[dot + 2]));
    }

    void split_negation(std::uint32_t end) {
        const auto form = text_.substr(at_, end - at_);
        for (const std::string_view negation : {"n't", "n\xe2\x80\x99t", "N'T", "N\xe2\x80\x99T"})
            if (form.size() > negation.size() && form.ends_with(negation)) {
                add(end - static_cast<std::uint32_t>(negation.size()), WordClass::other);
                return add(end, WordClass::other);
            }
        if (form == "cannot" || form == "Cannot") {
            add(at_ + 3, WordClass::other);
            return add(end, WordClass::other);
        }
        add(end, WordClass::other);
    }

    void punctuation() {
        const char c = text_[at_];
        auto end = std::min(at_ + width(c), end_);
        if (c == '.' || c == '-' || c == '*' || c == '_' || c == '=' || c == '!' || c == '?')
            while (end < end_ && text_[end] == c) ++end;
        if ((c == '`' && peek(1) == '`') || (c == '\'' && peek(1) == '\'')) end = at_ + 2;
        const bool sign = c == '$' || c == '%' || c == '&' || c == '+';
        add(end, sign ? WordClass::other : WordClass::punctuation);
    }

    std::string_view text_;
    std::uint32_t end_, at_;
    const Abbreviations& abbreviations_;
    std::vector<Token>& tokens_;
};

}  // namespace

void tokenize(std::string_view text, Span where, const Abbreviations& abbreviations, std::vector<Token>& tokens) {
    Tokenizer(text, where, abbreviations, tokens).run();
}

}  // namespace chancery
